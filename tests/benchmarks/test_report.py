"""The tables and the chart, from figures that were made up."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.benchmarks.chart import draw
from tests.benchmarks.machine import Machine
from tests.benchmarks.measuring import Written
from tests.benchmarks.report import Measurements, load, markdown, merge, save
from tests.benchmarks.rounds import Result
from tests.benchmarks.serving import Served

_MACHINE = Machine(date(2026, 1, 2), "Fast One", 2, 8 << 30, "Linux 6", "3.11", "tmpfs (in memory)")
_SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def measured() -> Measurements:
    """Two tools, two numbers of postings, two cases; one run failed."""

    def result(tool: str, postings: int, case: str, *wall: float) -> Result:
        return Result(
            tool, "1.0", postings, case, list(wall), list(wall), 50 << 20, 60 << 20, Written(7, 0, 1234, 5_600_000)
        )

    return Measurements(
        _MACHINE,
        [
            result("site-builder", 1_000, "cold", 0.9, 0.5, 0.4),
            result("Hugo", 1_000, "cold", 2.0),
            result("site-builder", 10_000, "cold", 6.0),
            result("Hugo", 10_000, "cold", 20.0),
            result("site-builder", 1_000, "nothing changed", 0.1),
            result("Hugo", 1_000, "nothing changed", 1.0),
            Result("Slow", "2.0", 1_000, "cold", failed="it fell over:\nsome\nlast words\n"),
        ],
        [Served("Hugo", "1.0", 1_000, [0.4, 0.5, 0.9], [0.5, 0.6, 1.0])],
        ["Zola is not here."],
    )


def test_tables(measured: Measurements) -> None:
    """Medians, ratios against Hugo's cold build of as many postings, growth per posting; a failed run is no number."""
    lines = markdown(measured).splitlines()
    assert "| site-builder | 0.50 s | 0.250 | 0.50 s | 50 MiB | 60 MiB | 1,234 | 6 MB |" in lines
    assert "| nothing changed | 0.10 s (0.050) | 1.00 s (0.500) |" in lines
    assert "| site-builder | cold | 0.500 ms | 0.600 ms (1.20 ×) |" in lines
    assert "| Hugo | nothing changed | 1.000 ms |  |" in lines
    assert "| Hugo | 1,000 | 500 ms | 900 ms | 600 ms | 1000 ms | 3 |" in lines
    assert lines[0].startswith("Measured on 2026-01-02 on a machine with 2 cores (Fast One), 8 GiB of memory")
    assert lines[-2:] == ["- Zola is not here.", "- Slow, 1,000 postings, cold: it fell over: … last words"]


def test_every_row_has_as_many_cells_as_its_head(measured: Measurements) -> None:
    """A missing figure leaves a cell empty and moves none."""
    for table in markdown(measured).split("\n\n"):
        if table.startswith("|"):
            assert len({line.count("|") for line in table.splitlines()}) == 1


def test_merging(measured: Measurements, tmp_path: Path) -> None:
    """What was saved is read back the same; of two results for one thing the later one counts."""
    save(measured, tmp_path / "one.json")
    assert load(tmp_path / "one.json") == measured
    again = replace(measured.results[1], wall=[4.0])
    both = merge([load(tmp_path / "one.json"), Measurements(_MACHINE, [again])])
    assert len(both.results) == len(measured.results)
    assert both.results[1].seconds == 4
    assert both.notes == measured.notes


def test_chart(measured: Measurements) -> None:
    """A line for each tool's cold build and for ours after no change, with a title and a summary for who cannot see it."""
    svg = ElementTree.fromstring(draw(measured.results))
    assert len(svg.findall(f".//{_SVG}path")) == 3
    assert len(svg.findall(f".//{_SVG}circle")) == 5
    summary = svg.findtext(f"{_SVG}desc") or ""
    assert "Hugo: 1,000 in 2.00 s, 10,000 in 20.00 s" in summary
    assert "Slow" not in summary
    names = [text.text for text in svg.findall(f".//{_SVG}text") if "name" in text.get("class", "")]
    assert names == ["Hugo", "site-builder", "site-builder, nothing changed"]
    assert "prefers-color-scheme:dark" in (svg.findtext(f"{_SVG}style") or "")


def test_chart_is_to_scale(measured: Measurements) -> None:
    """Ten times the seconds is the same way up everywhere, and more seconds are higher."""
    svg = ElementTree.fromstring(draw(measured.results))
    ours, hugo = (
        [float(dot.get("cy", "")) for dot in group.findall(f"{_SVG}circle")] for group in svg.findall(f"{_SVG}g")[:2]
    )
    assert hugo[0] > hugo[1]
    # Hugo's line rises by one power of ten, ours by log10(12) of one.
    assert (ours[0] - ours[1]) / (hugo[0] - hugo[1]) == pytest.approx(1.079, abs=0.005)


def test_the_name_of_a_line_that_ends_before_others_stands_above_its_end(measured: Measurements) -> None:
    """Others may go on beside it."""
    longest = max((one for one in measured.results if one.tool == "site-builder"), key=lambda one: one.postings)
    svg = ElementTree.fromstring(draw([*measured.results, replace(longest, postings=100_000)]))
    names = {text.text: float(text.get("y", "")) for text in svg.findall(f".//{_SVG}text")}
    hugo = next(group for group in svg.findall(f"{_SVG}g") if group.get("class") == "c1")
    assert names["Hugo"] < float(hugo.findall(f"{_SVG}circle")[-1].get("cy", "")) - 10


def test_nothing_measured_makes_no_chart() -> None:
    """Without a result there is nothing to draw, and the report says so by its notes alone."""
    assert draw([]) == ""
    assert "|" not in markdown(Measurements(_MACHINE, notes=["Nothing."]))
