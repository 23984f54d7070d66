import ctypes
import json
import multiprocessing
import os
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest

from site_builder.build import Options, build
from site_builder.engine.publish import Counts
from site_builder.engine.workers import Workers
from tests.sites import (
    TODAY,
    build_site,
    clean_build,
    hidden,
    load,
    published,
    snapshot,
    write_posting,
    write_site,
)

ROOT = Path(__file__).parents[1]
MANY = 120  # postings: more than one process's worth
TOKEN = {".site-builder"}


def start(site: Path, *options: str, **how: Any) -> subprocess.Popen[str]:
    """Start `site-builder build` of a site in a process, and a session, of its own."""
    command = [sys.executable, "-m", "site_builder", "build", "--site", str(site), "--as-of", f"{TODAY}", *options]
    return subprocess.Popen(
        command, cwd=ROOT, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True, **how
    )


def wait_for(condition: Callable[[], object], process: subprocess.Popen[str]) -> bool:
    """Wait until something is so, or the process has ended; tell whether it is so."""
    deadline = time.monotonic() + 60
    while not condition():
        if process.poll() is not None:
            return False
        assert time.monotonic() < deadline, "it did not come to that"
        time.sleep(0.01)
    return True


def session(leader: int) -> set[int]:
    """Return the processes of a session that still run."""
    listed = subprocess.run(["ps", "-A", "-o", "pid=,sess=,stat="], capture_output=True, text=True, check=True).stdout
    rows = [line.split() for line in listed.splitlines()]
    return {int(process) for process, of, state, *_ in rows if int(of) == leader and not state.startswith("Z")}


def change(site: Path) -> None:
    """Change a site in all ways: edit, add, remove and rename postings, and give it another title."""
    settings = site / "site.toml"
    settings.write_text(settings.read_text().replace("nursery", "tree nursery"))
    for number in range(6):
        write_posting(site, number, text="You look after trees.")
    for number in range(6, 9):
        (site / f"content/gardener-{number:04}.md").unlink()
    for number in range(9, 12):
        (site / f"content/gardener-{number:04}.md").rename(site / f"content/arborist-{number}.md")
    for number in range(1000, 1003):
        write_posting(site, number)
    asset = site / "assets/notes.txt"
    asset.parent.mkdir(exist_ok=True)
    asset.write_text("new")


def assert_whole(site: Path, *versions: dict[str, bytes]) -> None:
    """Every file that a visitor can see is one of the versions', byte for byte."""
    for path, data in snapshot(site / "output").items():
        assert any(version.get(path) == data for version in versions), path


def assert_healed(site: Path, clean: dict[str, bytes], processes: int = 1) -> None:
    """The next build makes the output what a clean build makes it, and leaves nothing beside it."""
    published(site, processes=processes)
    assert snapshot(site / "output") == clean
    assert hidden(site / "output") == TOKEN


# ---- kill -9 ----


def kill_copies(site: Path, scratch: Path, moments: int) -> list[Path]:
    """Kill a build of copies of a site, each just before another of its changes to the file system."""
    program = [sys.executable, "-m", "tests.engine.kill_at", str(site), str(scratch), str(moments)]
    done = subprocess.run(program, cwd=ROOT, text=True, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    return [Path(copy) for copy in json.loads(done.stdout)]


def test_a_first_build_killed_at_any_moment_is_healed(tmp_path: Path) -> None:
    """Killed before any of its changes, a first build leaves whole files only, and the next one makes the site."""
    site = write_site(tmp_path / "site", 15)
    clean = clean_build(site, tmp_path / "clean")
    copies = kill_copies(site, tmp_path / "copies", 20)
    seen = set()
    for copy in copies:
        assert_whole(copy, clean)
        seen.add(len(snapshot(copy / "output")))
        assert_healed(copy, clean)
    assert min(seen) == 0
    assert len(seen) > 5
    assert len(clean) not in seen


def test_a_later_build_killed_at_any_moment_is_healed(tmp_path: Path) -> None:
    """Killed while it replaces a site, a build leaves each file as it was or as it becomes, and the next one finishes.

    No page is new before all that it may refer to is there.
    """
    site = write_site(tmp_path / "site", 15)
    old = clean_build(site, tmp_path / "old")
    published(site)
    change(site)
    clean = clean_build(site, tmp_path / "clean")
    copies = kill_copies(site, tmp_path / "copies", 20)
    mixed = 0
    for copy in copies:
        assert_whole(copy, old, clean)
        now = snapshot(copy / "output")
        mixed += now not in (old, clean)
        if any(path in old and data != old[path] for path, data in now.items()):
            assert clean.keys() <= now.keys()
        assert_healed(copy, clean)
    assert mixed > 5


def test_a_build_killed_again_and_again_is_healed(tmp_path: Path) -> None:
    """Each build killed, whatever changed in between: the one that gets through makes the site, without a stale file."""
    site = write_site(tmp_path / "site", 15)
    for number in range(3):
        site = kill_copies(site, tmp_path / f"copies-{number}", 3)[1 + number % 2]
        change(site) if number == 1 else write_posting(site, number, title=f"Arborist {number}")
    assert_healed(site, clean_build(site, tmp_path / "clean"))


@pytest.mark.parametrize("limit", [60_000, 2_000_000])
def test_a_file_cut_in_two_is_not_seen(tmp_path: Path, limit: int) -> None:
    """A build that is killed in the middle of a write (here: of the ledger, of an asset) shows no half file."""
    site = write_site(tmp_path / "site", 15)
    old = clean_build(site, tmp_path / "old")
    published(site)
    change(site)
    (site / "assets/film.bin").write_bytes(bytes(range(256)) * 12_000)

    def limit_files() -> None:
        # The kernel kills whoever writes beyond the limit; it first writes up to it.
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    program = (
        "import signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_DFL); from pathlib import Path\n"
        "from tests.sites import build_site; build_site(Path(sys.argv[1]))"
    )
    killed = subprocess.run([sys.executable, "-c", program, site], cwd=ROOT, preexec_fn=limit_files, check=False)
    assert killed.returncode == -signal.SIGXFSZ
    clean = clean_build(site, tmp_path / "clean")
    assert snapshot(site / "output") == {**old, **_assets_folder_of(site)}
    assert_healed(site, clean)


def _assets_folder_of(site: Path) -> dict[str, bytes]:
    """Return the folders that were made for files that are not there yet."""
    return {path: data for path, data in snapshot(site / "output").items() if path.endswith("/")}


def test_a_build_on_all_cores_killed_at_random_is_healed(tmp_path: Path) -> None:
    """The command itself, with its processes, is killed at four moments of a build; none of its processes stays."""
    clean = clean_build(write_site(tmp_path / "site", MANY), tmp_path / "clean")
    files = len(clean)
    for number, enough in enumerate((0, files // 4, files - 20, files + 20)):
        site = write_site(tmp_path / f"site-{number}", MANY)
        output = site / "output"
        with start(site) as process:
            wait_for(lambda output=output, enough=enough: _entries(output) >= enough, process)  # type: ignore[misc]
            process.kill()
        deadline = time.monotonic() + 10
        while session(process.pid) and time.monotonic() < deadline:
            time.sleep(0.01)
        assert not session(process.pid)
        assert_whole(site, clean)
        assert_healed(site, clean)


def _entries(folder: Path) -> int:
    return sum(len(folders) + len(files) for _, folders, files in os.walk(folder))


# ---- Ctrl-C, a killed worker ----


def test_ctrl_c_stops_the_build_and_all_its_processes(tmp_path: Path) -> None:
    """Ctrl-C ends a build at once, without a traceback or a process left behind, and the site is as it was."""
    site = write_site(tmp_path / "site", 2 * MANY)
    published(site, processes=2)
    old = snapshot(site / "output")
    change(site)
    output = site / "output"
    with start(site) as process:
        assert wait_for(lambda: any(output.rglob(".*.part")), process)
        os.killpg(process.pid, signal.SIGINT)
        pressed = time.monotonic()
        _, complaints = process.communicate(timeout=30)
    assert time.monotonic() - pressed < 10
    assert process.returncode in (1, 130)
    assert "Traceback" not in complaints
    assert not session(process.pid)
    assert snapshot(output) == old
    assert hidden(output) == TOKEN
    assert_healed(site, clean_build(site, tmp_path / "clean"))


@pytest.mark.parametrize("step", ["reading", "rendering"])
def test_a_worker_that_dies_is_told(tmp_path: Path, step: str) -> None:
    """A worker that is killed gives a problem that says how far it came; nothing hangs, and the site is as it was."""
    site = write_site(tmp_path / "site", MANY)
    published(site)
    old = snapshot(site / "output")
    change(site)
    for number in range(12, MANY):
        write_posting(site, number, text="You look after trees.")

    def kill(what: str, done: int, _total: int) -> None:
        if what == step and done > 20:
            for worker in multiprocessing.active_children():
                assert worker.pid is not None
                os.kill(worker.pid, signal.SIGKILL)

    with Workers(2, watch=kill) as workers:
        report = build(load(site), TODAY, workers, Options())
    (problem,) = report.problems
    assert not report.published
    assert problem.code == "worker-died"
    assert f"killed (signal 9) while {step}" in problem.message
    assert "were done" in problem.message
    assert "build again" in problem.mend
    assert snapshot(site / "output") == old
    assert hidden(site / "output") == TOKEN
    assert_healed(site, clean_build(site, tmp_path / "clean"), processes=2)


# ---- one build at a time ----


def test_a_second_build_at_the_same_time_says_so(tmp_path: Path) -> None:
    """A build that finds another one at work says so and does nothing; the other one is not disturbed."""
    site = write_site(tmp_path / "site", MANY)
    with start(site) as first:
        assert wait_for(lambda: any((site / "output").rglob(".*.part")), first)
        first.send_signal(signal.SIGSTOP)
        second = start(site)
        _, complaints = second.communicate(timeout=60)
        first.send_signal(signal.SIGCONT)
        first.communicate(timeout=60)
    assert second.returncode == 1
    assert "another build of this site is running" in complaints
    assert "Traceback" not in complaints
    assert first.returncode == 0
    assert snapshot(site / "output") == clean_build(site, tmp_path / "clean")


# ---- disks and permissions ----


def _namespace() -> list[str]:
    """Return the command that gives a program mounts of its own."""
    ways = [["unshare", "-Urm"], ["sudo", "-n", "unshare", "-m"]]
    if os.geteuid() == 0:
        ways = [["unshare", "-m"], *ways]
    for way in ways:
        try:
            if (
                subprocess.run(
                    [*way, "mount", "-t", "tmpfs", "tmpfs", "/mnt"], capture_output=True, check=False
                ).returncode
                == 0
            ):
                return way
        except FileNotFoundError:
            continue
    pytest.fail(
        "This test needs a small disk: run it as root, or where `unshare -Urm` or `sudo -n unshare -m` may mount one"
    )


def test_a_disk_that_is_full_or_read_only_costs_nothing(tmp_path: Path) -> None:
    """On a real disk without room the site stays, the problem names the disk, and the next build with room heals all.

    The disk is the output's or the ledger's, and fuller or less full, so that the build fails at different steps; or it has no room for
    more files; or it may not be written.
    """
    program = [*_namespace(), sys.executable, "-m", "tests.engine.small_disk", str(tmp_path)]
    done = subprocess.run(program, cwd=ROOT, text=True, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    observed = json.loads(done.stdout)
    assert len(observed) == 11
    failed = [one for one in observed if not one["published"]]
    assert len(failed) >= 8
    for one in failed:
        (problem,) = one["problems"]
        assert one["as before"] or "Some files of the site are new" in problem
        assert "build again" in problem
        where = "ledger-not-written" if one["disk"].endswith(".cache") else "output-not-written"
        assert f"[{where}]" in problem
        if "read-only" in one["disk"]:
            assert "read-only file system" in problem
        else:
            assert f"the disk {one['disk']} is full" in problem
            assert "Make room on that disk" in problem
    for one in observed:
        assert one["whole"]
        assert one["healed"], one["healed problems"]
        assert one["clean"]
        assert set(one["hidden"]) == TOKEN


def obey_permissions() -> None:
    """Let a process of root's obey the permissions of files, as everybody else's does."""
    if os.geteuid() == 0:
        process_control = ctypes.CDLL(None, use_errno=True).prctl
        drop_from_bounding_set, dac_override, dac_read_search = 24, 1, 2
        for capability in (dac_override, dac_read_search):
            assert process_control(drop_from_bounding_set, capability, 0, 0, 0) == 0


def build_obeying(site: Path) -> tuple[int, str]:
    """Build a site as somebody who may not write everywhere; return the exit status and what was said."""
    with start(site, preexec_fn=obey_permissions) as process:
        said, complaints = process.communicate(timeout=60)
    return process.returncode, said + complaints


@pytest.mark.parametrize(
    ("path", "mode", "told"),
    [
        ("output", 0o555, "output: error: permission denied"),
        ("output/jobs", 0o555, "output/jobs/arborist-"),
        ("output/jobs/gardener-0007", 0o555, "output/jobs/gardener-0007: error: permission denied"),
        (".cache", 0o555, ".cache/ledger.db: error: the ledger of earlier builds cannot be used"),
        (".cache/ledger.db", 0o444, ".cache/ledger.db: error: the ledger of earlier builds cannot be used"),
        (".cache/ledger.lock", 0o444, ".cache/ledger.lock: error: permission denied"),
    ],
)
def test_what_may_not_be_written_is_told(tmp_path: Path, path: str, mode: int, told: str) -> None:
    """A folder or file without write permission is named with what to do; the site is as it was until it is mended."""
    site = write_site(tmp_path / "site", 15)
    published(site)
    old = snapshot(site / "output")
    change(site)
    usual = (site / path).stat().st_mode
    (site / path).chmod(mode)
    status, said = build_obeying(site)
    (site / path).chmod(usual)
    assert status == 1, said
    assert told in said
    assert "Give yourself the right to write" in said or "See that you may write there" in said
    assert "Traceback" not in said
    assert snapshot(site / "output") == old
    assert hidden(site / "output") == TOKEN
    assert_healed(site, clean_build(site, tmp_path / "clean"))


def test_a_read_only_file_is_replaced_all_the_same(tmp_path: Path) -> None:
    """A file of ours that may not be written may still be replaced: that is a matter of its folder."""
    site = write_site(tmp_path / "site", 5)
    published(site)
    (site / "output/index.html").chmod(0o444)
    write_posting(site, 0, title="Arborist")
    assert build_obeying(site)[0] == 0
    assert snapshot(site / "output") == clean_build(site, tmp_path / "clean")


def test_a_posting_that_could_not_be_opened_is_read_later(tmp_path: Path) -> None:
    """A posting whose permissions were wrong for a while is on the site again as soon as they are right."""
    site = write_site(tmp_path / "site", 5)
    published(site)
    old = snapshot(site / "output")
    closed = write_posting(site, 0)
    write_posting(site, 1, text="Something else changed too.")
    closed.chmod(0)
    status, said = build_obeying(site)
    assert status == 1
    assert "content/gardener-0000.md: error: Permission denied [file-unreadable]" in said
    assert snapshot(site / "output") == old
    closed.chmod(0o644)
    assert_healed(site, clean_build(site, tmp_path / "clean"))


# ---- the output folder ----


@pytest.mark.parametrize("output", ["content/out", "assets", "templates/x", "themes", ".", "..", "/"])
def test_a_site_is_not_built_into_itself(tmp_path: Path, output: str) -> None:
    """An output folder in which the site's own files lie, or are looked for, is refused before anything is written."""
    site = write_site(tmp_path / "site", 2)
    before = snapshot(tmp_path)
    report = build_site(site, output=site / output)
    (problem,) = report.problems
    assert problem.code == "output-refused"
    assert "Name a folder" in problem.mend
    assert snapshot(tmp_path) == before


def test_an_output_that_is_a_file_is_refused(tmp_path: Path) -> None:
    """A file where the output folder shall be is not touched."""
    site = write_site(tmp_path / "site", 2)
    (site / "output").write_text("mine")
    (problem,) = build_site(site).problems
    assert (problem.code, problem.message) == ("output-refused", "output is a file")
    assert (site / "output").read_text() == "mine"


def test_a_folder_of_others_is_refused(tmp_path: Path) -> None:
    """A folder with files that we did not write is not touched."""
    site = write_site(tmp_path / "site", 2)
    (site / "output").mkdir()
    (site / "output/thesis.txt").write_text("mine")
    (problem,) = build_site(site).problems
    assert problem.code == "output-refused"
    assert "holds files that were not written by site-builder" in problem.message
    assert [file.name for file in (site / "output").iterdir()] == ["thesis.txt"]


def test_a_file_of_others_in_the_way_of_a_new_page_is_refused(tmp_path: Path) -> None:
    """A file that somebody put where a new page has to go is named, and the site stays as it was."""
    site = write_site(tmp_path / "site", 2)
    published(site)
    mine = site / "output/jobs/gardener-0002/index.html"
    mine.parent.mkdir()
    mine.write_text("mine")
    before = snapshot(site / "output")
    write_posting(site, 2)
    (problem,) = build_site(site).problems
    assert "output/jobs/gardener-0002/index.html is in the way" in problem.message
    assert snapshot(site / "output") == before


def test_a_linked_output_folder_is_written_through(tmp_path: Path) -> None:
    """The output folder may be a link to a folder elsewhere."""
    site = write_site(tmp_path / "site", 3)
    (tmp_path / "www").mkdir()
    (site / "output").symlink_to(tmp_path / "www")
    published(site)
    write_posting(site, 0, title="Arborist")
    published(site)
    assert (site / "output").is_symlink()
    assert snapshot(tmp_path / "www") == clean_build(site, tmp_path / "clean")


def test_two_output_folders_take_turns(tmp_path: Path) -> None:
    """Each of two folders of one site is brought up to date, whatever happened in the other in between."""
    site = write_site(tmp_path / "site", 5)
    outputs = (site / "output", tmp_path / "other")
    for number in range(4):
        write_posting(site, number, title=f"Arborist {number}")
        (site / f"content/gardener-{number + 1:04}.md").unlink()
        published(site, output=outputs[number % 2])
        assert snapshot(outputs[number % 2]) == clean_build(site, tmp_path / f"clean-{number}")


def test_an_output_folder_that_is_deleted_is_made_again(tmp_path: Path) -> None:
    """Whoever deletes the output folder gets a new one, rendered from what is known of the postings."""
    site = write_site(tmp_path / "site", 5)
    published(site)
    old = snapshot(site / "output")
    shutil.rmtree(site / "output")
    report = published(site)
    assert report.read == 0
    assert snapshot(site / "output") == old


# ---- the ledger ----


def heal_as_told(site: Path, clean: dict[str, bytes]) -> None:
    """Build; where the build says that the output folder has to be deleted, do that and build again."""
    report = build_site(site)
    if not report.published:
        (problem,) = report.problems
        assert "delete the folder and build again" in problem.mend
        shutil.rmtree(site / "output")
    assert_healed(site, clean)


def test_a_lost_ledger_costs_no_file(tmp_path: Path) -> None:
    """When the ledger is gone nobody knows which files are ours: none is touched, and the problem says what to do."""
    site = write_site(tmp_path / "site", 3)
    published(site)
    shutil.rmtree(site / ".cache")
    write_posting(site, 0, title="Arborist")
    before = snapshot(site / "output")
    (problem,) = build_site(site).problems
    assert problem.code == "output-refused"
    assert snapshot(site / "output") == before
    heal_as_told(site, clean_build(site, tmp_path / "clean"))


def _noise(random: Random, data: bytearray) -> bytearray:
    return bytearray(random.randbytes(len(data)))


def _half(random: Random, data: bytearray) -> bytearray:
    return data[: random.randrange(len(data))]


def _nothing(_random: Random, _data: bytearray) -> bytearray:
    return bytearray()


def _one_page(random: Random, data: bytearray) -> bytearray:
    page = random.randrange(1, len(data) // 4096) * 4096
    data[page : page + 4096] = random.randbytes(4096)
    return data


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, bytes]]:
    """A site that was built once and then edited, and what it looks like when it is built anew."""
    folder = tmp_path_factory.mktemp("built")
    site = write_site(folder / "site", 10)
    for number in range(10):
        write_posting(site, number, text=f"Bed {number} is yours. " * 400)
    published(site)
    write_posting(site, 3, title="Arborist")
    return site, clean_build(site, folder / "clean")


@pytest.mark.parametrize(
    ("spoil", "seed"), [(_noise, 0), (_half, 0), (_half, 1), (_nothing, 0), *[(_one_page, n) for n in range(12)]]
)
def test_a_damaged_ledger_is_replaced(
    built: tuple[Path, dict[str, bytes]],
    tmp_path: Path,
    spoil: Callable[[Random, bytearray], bytearray],
    seed: int,
) -> None:
    """A ledger that a disk spoilt costs at most the advice to delete the output folder: no traceback, no wrong page."""
    original, clean = built
    site = shutil.copytree(original, tmp_path / "site")
    ledger = site / ".cache/ledger.db"
    ledger.write_bytes(spoil(Random(seed), bytearray(ledger.read_bytes())))  # noqa: S311  # which byte does not matter
    heal_as_told(site, clean)


# ---- parallel equals serial ----


def test_parallel_equals_serial(tmp_path: Path) -> None:
    """Two processes make the same bytes and the same report as one, at first and after changes."""
    sites = {processes: write_site(tmp_path / f"site-{processes}", MANY) for processes in (1, 2)}
    for edit in (lambda _site: None, change):
        reports = []
        for processes, site in sites.items():
            edit(site)
            reports.append(published(site, processes=processes))
        assert reports[0] == reports[1]
        assert snapshot(sites[1] / "output") == snapshot(sites[2] / "output")


# ---- stamps ----


def age(site: Path) -> None:
    """Wait until the stamps of a site's files prove something, and let a build note that."""
    time.sleep(2.1)
    published(site)


def test_an_edit_in_the_same_moment_and_of_the_same_size_is_seen(tmp_path: Path) -> None:
    """A posting that changes right after a build, to the same size and with its old time of change, is read anew."""
    site = write_site(tmp_path / "site", 3)
    published(site)
    for letter in "abcdefgh":
        file = site / "content/gardener-0000.md"
        before = file.stat()
        write_posting(site, 0, title=f"Garden {letter}")
        os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
        assert published(site).read == 1
        assert f"Garden {letter}".encode() in (site / "output/jobs/gardener-0000/index.html").read_bytes()


def test_a_touched_file_is_not_read_as_new(tmp_path: Path) -> None:
    """Another time of change with the same bytes (`touch`, `git checkout`) costs no reading and no rendering."""
    site = write_site(tmp_path / "site", 5)
    published(site)
    age(site)
    for file in (site / "content").iterdir():
        os.utime(file, (1_000_000_000, 1_000_000_000))
    text = (site / "content/gardener-0001.md").read_bytes()
    (site / "content/gardener-0001.md").unlink()
    (site / "content/gardener-0001.md").write_bytes(text)
    report = published(site)
    assert (report.read, report.counts) == (0, Counts())


# ---- the counts ----


@pytest.fixture
def counted(tmp_path: Path) -> Path:
    """A site of three postings, of which each is in other listings, with texts longer than their summaries."""
    site = write_site(tmp_path / "site", 3)
    for number in range(3):
        write_posting(site, number, text="You look after a bed of roses. " * 20)
    return site


def changed_by(site: Path) -> tuple[Counts, int, set[str]]:
    """Build a site; return the counts, how many files were read, and which files of the output differ."""
    before = files_of(site)
    report = published(site)
    after = files_of(site)
    differ = {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}
    assert report.counts.written == sum(path in after for path in differ)
    assert report.counts.removed == sum(path not in after for path in differ)
    return report.counts, report.read, differ


def files_of(site: Path) -> dict[str, bytes]:
    """Return the files of a site's output, without folders."""
    return {path: data for path, data in snapshot(site / "output").items() if not path.endswith("/")}


FEEDS = {"feed.xml", "feed.json"}
FEEDS_OF_0 = {f"{path}{name}" for path in ("", "tags/bed-0/", "locations/berlin/") for name in FEEDS}


def test_counts_of_a_first_build_and_of_one_with_nothing_to_do(counted: Path) -> None:
    """The first build reads all and writes all; the next does nothing."""
    counts, read, differ = changed_by(counted)
    assert (counts, read) == (Counts(len(differ), len(differ), 0), 3)
    assert changed_by(counted) == (Counts(), 0, set())


def test_counts_of_an_edited_text(counted: Path) -> None:
    """A text edited beyond its summary costs its page and the feeds that hold it."""
    published(counted)
    write_posting(counted, 0, text="You look after a bed of roses. " * 20 + "And of tulips.")
    expected = {"jobs/gardener-0000/index.html", *FEEDS_OF_0}
    assert changed_by(counted) == (Counts(len(expected), len(expected), 0), 1, expected)


def test_counts_of_an_edited_title(counted: Path) -> None:
    """A title costs the posting's page and every list and feed that names it, and no other posting's page."""
    published(counted)
    write_posting(counted, 0, title="Arborist", text="You look after a bed of roses. " * 20)
    counts, read, differ = changed_by(counted)
    lists = {"index.html", "tags/bed-0/index.html", "locations/berlin/index.html"}
    expected = {"jobs/gardener-0000/index.html", *lists, *FEEDS_OF_0}
    assert differ == expected
    assert (counts, read) == (Counts(len(expected), len(expected), 0), 1)


def test_counts_of_an_added_and_a_removed_posting(counted: Path) -> None:
    """A posting that comes or goes costs its page, the lists and feeds it is in, the counts of the indexes, the sitemap."""
    published(counted)
    old = files_of(counted)
    write_posting(counted, 3)
    counts, read, differ = changed_by(counted)
    lists = {"index.html", "tags/index.html", "locations/index.html", "sitemap.xml"}
    lists |= {f"locations/berlin/{name}" for name in ("index.html", *FEEDS)} | FEEDS
    new = {f"tags/bed-3/{name}" for name in ("index.html", *FEEDS)} | {"jobs/gardener-0003/index.html"}
    assert lists | new <= differ
    assert not differ & {f"jobs/gardener-000{number}/index.html" for number in range(3)}
    assert (counts.written, counts.removed, read) == (len(differ), 0, 1)
    (counted / "content/gardener-0003.md").unlink()
    counts, read, differ_again = changed_by(counted)
    assert differ_again == differ
    assert (counts.removed, read) == (len(new), 0)
    assert files_of(counted) == old


def test_counts_of_a_changed_template_setting_and_asset(counted: Path) -> None:
    """A template costs the files made with it, a setting or an asset that all pages may show costs them all, and reading nothing."""
    published(counted)
    pages = {path for path in files_of(counted) if path.endswith(".html")}
    jobs = {path for path in pages if path.startswith("jobs/")}
    (counted / "templates").mkdir()
    (counted / "templates/job.html").write_text(
        '{% extends "base/job.html" %}{% block main %}{{ super() }}!{% endblock %}'
    )
    assert changed_by(counted) == (Counts(len(jobs), len(jobs), 0), 0, jobs)

    settings = (counted / "site.toml").read_text()
    (counted / "site.toml").write_text(settings.replace("at the nursery", "among trees"))
    counts, read, differ = changed_by(counted)
    assert pages <= differ
    assert (counts.rendered, counts.removed, read) == (len(files_of(counted)), 0, 0)

    (counted / "assets").mkdir()
    (counted / "assets/site.css").write_text("p { color: green }")
    counts, read, differ = changed_by(counted)
    styles = {path for path in differ if path.startswith("assets/site.")}
    assert len(styles) == 2
    assert pages <= differ
    assert counts.removed == 1
