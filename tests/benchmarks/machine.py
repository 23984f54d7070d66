"""The machine on which something was measured, described."""

import os
import platform
import sysconfig
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path


@dataclass(frozen=True)
class Machine:
    """Day of the measurement, processor, number of cores, bytes of memory, kernel, Python and how it was built, and the file system of the sites."""

    day: date
    processor: str
    cores: int
    memory: int
    kernel: str
    python: str
    file_system: str

    @property
    def described(self) -> str:
        """The machine in one sentence."""
        return (
            f"Measured on {self.day} on a machine with {self.cores} cores ({self.processor}), {self.memory / 2**30:.0f} GiB of "
            f"memory, {self.kernel}, Python {self.python}; the sites lay on {self.file_system}."
        )


def this_machine(day: date, folder: Path) -> Machine:
    """Describe this machine, and the file system of a folder."""
    return Machine(
        day=day,
        processor=_field(Path("/proc/cpuinfo"), "model name") or platform.machine(),
        cores=len(os.sched_getaffinity(0)),
        memory=os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES"),
        kernel=f"{platform.system()} {platform.release()}",
        python=", ".join(filter(None, (platform.python_version(), how_built(sysconfig.get_config_vars())))),
        file_system=_file_system(folder),
    )


def how_built(variables: Mapping[str, str | int]) -> str:
    """Say of a Python's variables (sysconfig) whether its compiler was told what runs often (PGO), and saw all files at once (LTO).

    Nothing when that cannot be told: Debian gives both to `make` by hand, empties the flag that `configure` found, and names neither.
    """
    asked = str(variables.get("CONFIG_ARGS", ""))
    options = {"--enable-optimizations": "PGO", "--with-lto": "LTO"}
    if found := [name for option, name in options.items() if option in asked]:
        return f"optimised ({', '.join(found)})"
    return "not optimised" if variables.get("PGO_PROF_USE_FLAG") else ""


def _field(file: Path, name: str) -> str | None:
    lines = (line.partition(":") for line in file.read_text(encoding="utf-8").splitlines())
    return next((value.strip() for key, _, value in lines if key.strip() == name), None)


def _file_system(folder: Path) -> str:
    """The type of the file system of a folder: the mount with the longest path above it (proc_pid_mounts(5))."""
    mounts = [line.split()[1:3] for line in Path("/proc/self/mounts").read_text(encoding="utf-8").splitlines()]
    above = [(len(place), kind) for place, kind in mounts if folder.resolve().is_relative_to(place)]
    kind = max(above)[1]
    return "tmpfs (in memory)" if kind == "tmpfs" else kind
