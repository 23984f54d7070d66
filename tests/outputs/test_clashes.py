"""Two outputs on one path: the first keeps it, the other is named."""

import pytest

from site_builder.model.output import Output
from site_builder.outputs.clashes import have_clashes, without_clashes


def made(*paths: str) -> list[Output]:
    """Return outputs on these paths, each wanted by a file named for its place in the order."""
    return [Output(path=path, origin=f"{number}.md") for number, path in enumerate(paths)]


@pytest.mark.parametrize(
    ("paths", "kept"),
    [
        (["a/index.html", "b/index.html"], [0, 1]),
        (["a/index.html", "a/index.html"], [0]),
        (["Jobs/A/index.html", "jobs/a/index.html"], [0]),
        (["index.html", "index.html/x/index.html"], [0]),
        (["jobs/a/index.html", "jobs"], [0]),
        (["jobs/a/index.html", "jobs/a"], [0]),
        (["a", "A/b/c/index.html", "a/d"], [0]),
        (["a/b/index.html", "a/c/index.html", "a"], [0, 1]),
    ],
    ids=str,
)
def test_the_first_keeps_the_path(paths: list[str], kept: list[int]) -> None:
    """Paths that differ by case only meet, a file and a folder of one name meet; who comes later loses and is named."""
    outputs = made(*paths)
    assert have_clashes(paths) == (len(kept) < len(paths))
    survivors, problems = without_clashes(outputs, lambda _: 7)
    assert survivors == [outputs[number] for number in kept]
    assert [problem.path for problem in problems] == [f"{n}.md" for n in range(len(paths)) if n not in kept]
    assert {(problem.code, problem.line) for problem in problems} <= {("path-clash", 7)}
