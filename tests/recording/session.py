"""Type lines into a program that runs in a terminal of its own, and note what appears when."""

import os
import pty
import re
import select
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

COLUMNS = 108


class Typed(NamedTuple):
    """What a person types: at the shell, or as an answer. `until` is the text after which they go on."""

    text: str
    until: str


SESSION = (
    Typed("site-builder new site careers", "called?"),
    Typed("Example Ltd", "link:"),
    Typed("jobs@example.com", "careers/]"),
    Typed("", "[base]"),
    Typed("studio", "are written"),
    Typed("cd careers && site-builder check", "mend."),
    Typed("site-builder build", ": output"),
    Typed("site-builder check --output output", "why, and what to write."),
)
"""The five minutes, as far as they happen on one's own machine."""


class Event(NamedTuple):
    """Something that appeared: after how many seconds, and what. `typed` is true for what the person wrote."""

    after: float
    text: str
    typed: bool = False


def record(folder: Path, session: tuple[Typed, ...] = SESSION) -> list[Event]:
    """Play a session in a shell whose working folder is `work` in this one; return what appeared, in order, with pauses as a reader needs them."""
    program = folder / "bin/site-builder"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m site_builder "$@"\n', "utf-8")
    program.chmod(0o755)
    (folder / "work").mkdir()
    master, slave = pty.openpty()
    # What a terminal echoes is left out: what is typed is noted as such.
    subprocess.run(["stty", "-echo", "cols", str(COLUMNS)], stdin=slave, check=True)
    shell = subprocess.Popen(
        ["sh"],
        cwd=folder / "work",
        stdin=slave,
        stdout=slave,
        stderr=slave,
        env={**os.environ, "PATH": f"{program.parent}:{os.environ['PATH']}", "TERM": "xterm", "PS1": ""},
    )
    os.close(slave)
    events: list[Event] = []
    try:
        _read_until(master, "")  # what the shell says of itself
        at_shell = True
        for typed in session:
            if at_shell:
                events.append(Event(0.8, "$ "))
            events.append(Event(0.5, f"{typed.text}\n", typed=True))
            os.write(master, f"{typed.text}\n".encode())
            said = _read_until(master, typed.until)
            at_shell = said.endswith("\n")
            events += [Event(0.12, line) for line in _PROGRESS.sub("", said).splitlines(keepends=True)]
        return events
    finally:
        os.close(master)
        shell.kill()  # a shell at a terminal does not end when it is asked to
        shell.wait()


# A bar is shown only where the machine is slow, each over the one before it.
_PROGRESS = re.compile(r"\r *\w+ \[#* *\] \d+/\d+\n?")


def _read_until(master: int, until: str) -> str:
    """Return what appears up to a text and the quiet after it."""
    data = b""
    end = time.monotonic() + 200
    while time.monotonic() < end:
        ready, _, _ = select.select([master], [], [], 0.4)
        if ready:
            data += os.read(master, 65_536)
        elif until.encode() in data:
            return re.sub(r"\r+\n", "\n", data.decode())
    raise TimeoutError(f"{until!r} did not appear: {data.decode()!r}")
