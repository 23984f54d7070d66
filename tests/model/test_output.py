"""Outputs on their way to other processes."""

import pickle
from datetime import UTC, datetime

from site_builder.model.output import Output
from site_builder.model.value import Shared


class Entry(Shared, frozen=True):
    """One of many values in an output."""

    title: str
    closes: datetime | None = None


class Board(Output, frozen=True):
    """An output that holds other values."""

    entries: tuple[Entry, ...] = ()


def test_an_output_travels_as_one_text_of_bytes() -> None:
    """Nothing is lost, and the values in it are not pickled one by one, which takes three times as long."""
    entries = (Entry("Baker", datetime(2026, 11, 22, 23, 59, 59, tzinfo=UTC)), Entry("Köchin"))
    board = Board(path="index.html", origin="site.toml", entries=entries)
    sent = pickle.dumps([board, board])
    assert pickle.loads(sent) == [board, board]  # noqa: S301  # our own
    assert b"Board" in sent
    assert b"Entry" not in sent
