import sqlite3
from pathlib import Path

import pytest

from site_builder.engine.ledger import DamagedError, Ledger, Source, Written, with_ledger
from site_builder.engine.texts import Texts

SOURCES = {"a.md": Source("stamp", "key-a", "text-a"), "b.md": Source("stamp", "key-b", "text-b")}
TEXTS = {"text-a": b"<p>a", "text-b": b"<p>b"}


def record(ledger: Ledger) -> None:
    """Remember the sources and texts."""
    with ledger.recording() as recording:
        for path, source in SOURCES.items():
            recording.source(path, source, b"facts of " + path.encode())
        for digest, html in TEXTS.items():
            recording.text(digest, html)


def fail(ledger: Ledger) -> None:
    """Read and forget something, and fail then."""
    with ledger.recording() as recording:
        recording.source("c.md", Source("stamp", "key-c", "text-c"), b"facts")
        recording.text("text-c", b"<p>c")
        recording.forget(["a.md"])
        recording.forget_texts(["text-a"])
        raise RuntimeError


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
    """A source is forgotten by its path, a text only when no source has it any more."""
    with Ledger(file) as ledger:
        with ledger.recording() as recording:
            recording.forget(["b.md"])
            recording.forget_texts(["text-a", "text-b"])
        assert ledger.sources() == {"a.md": SOURCES["a.md"]}
        texts = Texts(file)
        assert [texts.get(digest) for digest in TEXTS] == [b"<p>a", None]


def test_what_a_failure_interrupts_is_not_remembered(file: Path) -> None:
    """Of what was read before something failed, nothing is kept: neither what is new nor what was forgotten."""
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
        ledger.record_stamps({"a.md": "later"})
        touched = SOURCES | {"a.md": SOURCES["a.md"]._replace(stamp="later")}
        assert ledger.sources() == touched
        assert dict(ledger.facts("key-a")) == {"a.md": b"facts of a.md"}
    with Ledger(file) as ledger:
        assert ledger.sources() == touched


def test_what_is_in_memory_is_in_the_file(file: Path) -> None:
    """After whatever was recorded or failed, an open ledger says the same as one opened now."""

    def same(ledger: Ledger) -> bool:
        with Ledger(file) as fresh:
            return ledger.sources() == fresh.sources() and ledger.outputs("token") == fresh.outputs("token")

    with Ledger(file) as ledger:
        assert same(ledger)
        with ledger.recording() as recording:
            recording.source("c.md", Source("stamp", "key-c", ""), b"facts")
            recording.forget(["a.md"])
        ledger.record_stamps({"b.md": "later"})
        assert same(ledger)
        with pytest.raises(RuntimeError):
            fail(ledger)
        assert same(ledger)
        ledger.record_outputs("token", {"a.html": Written("key", "stamp"), "index.html": Written("", "")})
        ledger.record_outputs("token", {"b.html": Written("key", "stamp")}, ["index.html", "a.html"])
        assert same(ledger)
        ledger.forget_all()
        assert same(ledger)


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


def test_new_texts_stay_in_memory_unless_they_are_too_many(tmp_path: Path) -> None:
    """A part of them would take memory and save little; the ledger has all of them."""
    with Ledger(tmp_path / "ledger.db", most_new_texts=6) as ledger:
        with ledger.recording() as recording:
            recording.text("a", b"abc")
            recording.text("b", b"def")
        assert ledger.new_texts == {"a": b"abc", "b": b"def"}
        with ledger.recording() as recording:
            recording.text("c", b"g")
        assert ledger.new_texts == {}
    texts = Texts(tmp_path / "ledger.db")
    assert [texts.get(digest) for digest in "abc"] == [b"abc", b"def", b"g"]
    texts.close()
