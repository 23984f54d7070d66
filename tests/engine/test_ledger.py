import sqlite3
from pathlib import Path

import pytest

from site_builder.engine.ledger import DamagedError, Ledger, Source, Texts, Written, with_ledger

SOURCES = {"a.md": Source("stamp", "key-a"), "b.md": Source("stamp", "key-b")}
TEXTS = {"text-a": "<p>a", "text-b": "<p>b"}


def record(ledger: Ledger) -> None:
    """Remember the sources and texts."""
    with ledger.recording() as recording:
        for path, source in SOURCES.items():
            recording.source(path, source, b"facts of " + path.encode())
        for digest, html in TEXTS.items():
            recording.text(digest, html)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The file of a ledger that knows two sources and one output."""
    file = tmp_path / ".cache" / "ledger.db"
    with Ledger(file) as ledger:
        record(ledger)
        ledger.record_outputs("token", {"index.html": Written("key", "stamp")})
    return file


def knows(ledger: Ledger) -> tuple[int, int]:
    """Return how many sources and outputs a ledger knows."""
    return len(ledger.sources()), len(ledger.outputs("token"))


def test_what_was_recorded_is_known(file: Path) -> None:
    """A ledger opened again knows what was recorded."""
    with Ledger(file) as ledger:
        assert ledger.sources() == SOURCES
        assert dict(ledger.facts("key-")) == {"a.md": b"facts of a.md", "b.md": b"facts of b.md"}
        assert dict(ledger.facts("key-b")) == {"b.md": b"facts of b.md"}
        assert ledger.outputs("token") == {"index.html": Written("key", "stamp")}
        assert ledger.outputs("another") == {}


def test_results_are_read_by_other_processes(file: Path) -> None:
    """Whoever only looks sees what was recorded, also while the ledger is open, and nothing where there is no ledger."""
    with Ledger(file):
        assert Texts(file).get("text-a") == b"<p>a"
        assert Texts(file).get("text-c") is None
    assert Texts(file.with_name("none.db")).get("text-a") is None


def test_the_journal_does_not_grow_from_build_to_build(file: Path) -> None:
    """What was recorded is in the ledger itself when it is closed, also while somebody still looks into it."""
    with Ledger(file) as ledger:
        results = Texts(file)
        results.get("text-a")
        record(ledger)
    journal = file.with_name("ledger.db-wal")
    assert not journal.exists() or not journal.stat().st_size
    results.close()


def test_forgetting_leaves_what_is_still_in_use(file: Path) -> None:
    """Sources and texts are forgotten that are named as gone, or all texts that are not named as in use."""
    with Ledger(file) as ledger:
        with ledger.recording() as recording:
            recording.text("text-c", "<p>c")
            recording.forget(["b.md"], ["text-b"])
        assert ledger.sources() == {"a.md": SOURCES["a.md"]}
        texts = Texts(file)
        assert [texts.get(key) for key in ("text-a", "text-b", "text-c")] == [b"<p>a", None, b"<p>c"]
        with ledger.recording() as recording:
            recording.forget_texts_but(["text-a"])
        assert [texts.get(key) for key in ("text-a", "text-c")] == [b"<p>a", None]


def test_what_a_failure_interrupts_is_not_remembered(file: Path) -> None:
    """Of what was read before something failed, nothing is kept: neither what is new nor what was forgotten."""

    def fail(ledger: Ledger) -> None:
        with ledger.recording() as recording:
            recording.source("c.md", Source("stamp", "key-c"), b"facts")
            recording.text("text-c", "<p>c")
            recording.forget(["a.md"], ["text-a"])
            raise RuntimeError

    with Ledger(file) as ledger:
        with pytest.raises(RuntimeError):
            fail(ledger)
        assert ledger.sources() == SOURCES
        assert [Texts(file).get(digest) for digest in ("text-a", "text-c")] == [b"<p>a", None]


def test_a_folder_holds_a_site_as_a_whole_until_something_in_it_is_touched(file: Path) -> None:
    """The key of a whole site is known from the last record of its folder, and of no other."""
    with Ledger(file) as ledger:
        assert ledger.whole("token") is None
        ledger.record_outputs("token", {}, whole=("site", b"report"))
        ledger.record_outputs("another", {})
        assert ledger.whole("token") == ("site", b"report")
        assert ledger.whole("another") is None
        ledger.record_outputs("token", {"index.html": Written("", "stamp")})
        assert ledger.whole("token") is None


def test_a_new_stamp_changes_nothing_else(file: Path) -> None:
    """A file that was touched keeps its key and its facts."""
    with Ledger(file) as ledger:
        ledger.record_stamps({"a.md": Source("later", "key-a")})
        assert ledger.sources() == SOURCES | {"a.md": Source("later", "key-a")}
        assert dict(ledger.facts("key-a")) == {"a.md": b"facts of a.md"}


def test_a_ledger_of_another_version_forgets_what_was_read(file: Path) -> None:
    """What another version of the program read is dropped; which files in the output are ours is not."""
    with sqlite3.connect(file) as database:
        database.execute("PRAGMA user_version = 99")
        database.execute("DROP TABLE sources")
        database.execute("CREATE TABLE sources (something, entirely, different)")
    database.close()
    with Ledger(file) as ledger:
        assert knows(ledger) == (0, 1)
    with Ledger(file) as ledger:
        record(ledger)
        assert knows(ledger) == (2, 1)


@pytest.mark.parametrize("text", [b"no database at all\n" * 100, b"\0" * 8192, b"SQLite format 3\0" + b"\xff" * 8176])
def test_a_file_that_is_no_ledger_is_set_aside(file: Path, text: bytes) -> None:
    """A damaged ledger is kept under another name, and the work is done with a new one."""
    file.write_bytes(text)
    assert with_ledger(file, knows) == (0, 0)
    assert file.with_suffix(".broken").read_bytes() == text


def test_the_journal_of_a_damaged_ledger_is_not_replayed(file: Path) -> None:
    """What a killed build left in the journal does not get into the new ledger."""
    with Ledger(file) as ledger:
        ledger.record_outputs("token", {"other.html": Written("key", "stamp")})
        journal = file.with_name("ledger.db-wal").read_bytes()
    assert journal
    file.write_bytes(b"no database at all\n" * 100)
    file.with_name("ledger.db-wal").write_bytes(journal)
    assert with_ledger(file, knows) == (0, 0)


def test_a_truncated_ledger_is_set_aside(file: Path) -> None:
    """A ledger that lost its end is found out when it is read, and set aside."""
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])
    assert with_ledger(file, knows) == (0, 0)
    assert file.with_suffix(".broken").exists()


def test_damage_found_during_the_work_starts_it_again(file: Path) -> None:
    """Work that meets a lost text is done once more with a new ledger; work that fails again is not repeated for ever."""
    seen = []

    def work(ledger: Ledger) -> str:
        seen.append(knows(ledger))
        if len(seen) == 1:
            raise DamagedError("a text is gone")
        return "done"

    assert with_ledger(file, work) == "done"
    assert seen == [(2, 1), (0, 0)]

    def fail(_ledger: Ledger) -> None:
        raise DamagedError("again")

    with pytest.raises(DamagedError):
        with_ledger(file, fail)


def test_other_errors_leave_the_ledger_alone(file: Path) -> None:
    """An error that is not about what the ledger holds (a full disk, no permission) does not cost the ledger."""

    def work(_ledger: Ledger) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    with pytest.raises(sqlite3.OperationalError):
        with_ledger(file, work)
    assert with_ledger(file, knows) == (2, 1)
