"""What is imported of `cases/NAME` is `golden/NAME`, with its report: every kind of source, as a person looked at it.

`pytest --update-golden` writes the results anew; read the difference before it is committed.
"""

from pathlib import Path

import pytest

from site_builder.importing.addresses import Addresses
from site_builder.importing.adopting import Adopted, adopt
from site_builder.importing.sources import Source
from site_builder.model.config import Config

HERE = Path(__file__).parent
CASES = sorted((HERE / "cases").iterdir())
CONFIG = Config(title="Jobs", base_url="https://jobs.example/")


def adopted(case: Path, root: Path) -> list[Adopted]:
    """Import one case into an empty site in a folder."""
    return adopt(Source(case.name, "", case.read_bytes()), CONFIG, Addresses(root))


def shown(postings: list[Adopted]) -> str:
    """Return what came of a case: each posting's report and file."""
    parts = []
    for posting in postings:
        notes = "".join(f"{note}\n" for note in posting.notes)
        parts.append(
            f"{posting.path}: {posting.facts} facts, {posting.proposals} to check, {posting.questions} to answer\n{notes}\n{posting.text}"
        )
    return "\n".join(parts)


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_the_result_is_as_expected(case: Path, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """File and report are those that were looked at when they were recorded."""
    golden = HERE / "golden" / f"{case.name}.txt"
    result = shown(adopted(case, tmp_path))
    if request.config.getoption("--update-golden"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(result, encoding="utf-8")
    assert result == golden.read_text(encoding="utf-8")


def test_every_case_has_a_result() -> None:
    """No result is left behind by a case that is gone."""
    assert {f"{case.name}.txt" for case in CASES} == {file.name for file in (HERE / "golden").iterdir()}
