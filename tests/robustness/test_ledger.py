"""A ledger that is lost or damaged."""

import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from tests.robustness.healing import assert_healed
from tests.sites import (
    build_site,
    clean_build,
    published,
    snapshot,
    write_posting,
    write_site,
)


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
