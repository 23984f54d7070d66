"""The recording in the README shows what the program says today."""

import re
from pathlib import Path
from xml.etree import ElementTree

from tests.recording.__main__ import FILE
from tests.recording.session import Event, record
from tests.recording.svg import svg_of, text_of


def test_it_is_up_to_date(tmp_path: Path) -> None:
    """What stands in the recording is what the same session shows now, numbers left aside."""
    rows: dict[str, str] = {}
    for element in ElementTree.parse(FILE).iter("{http://www.w3.org/2000/svg}text"):
        rows[element.attrib["y"]] = rows.get(element.attrib["y"], "") + (element.text or "")
    shown = [_without_numbers(row) for row in rows.values()]
    now = [_without_numbers(row) for row in text_of(record(tmp_path)).splitlines() if row.strip()]
    assert shown == now, "run python -m tests.recording"


def _without_numbers(row: str) -> str:
    return re.sub(r"\d+", "0", row).rstrip()


def test_it_plays_in_order() -> None:
    """Pieces appear one after the other, colours as the terminal has them; long rows go on in the next."""
    svg = svg_of(
        [Event(0.5, "$ "), Event(0.5, "build\n", typed=True), Event(0.1, "\x1b[31mno\x1b[0m <" + "x" * 200)], "A & B"
    )
    texts = list(ElementTree.fromstring(svg).iter("{http://www.w3.org/2000/svg}text"))
    assert [text.text for text in texts[:3]] == ["$ ", "build", "no"]
    assert [text.attrib["class"] for text in texts[:3]] == ["e", "e t", "e r"]
    delays = [float(text.attrib["style"].split(":")[1].removesuffix("s")) for text in texts]
    assert delays == sorted(delays)
    assert len({text.attrib["y"] for text in texts}) == 3
