"""The machine in one sentence."""

import pytest

from tests.benchmarks.machine import how_built

_USE = {"PGO_PROF_USE_FLAG": "-fprofile-use -fprofile-correction"}


@pytest.mark.parametrize(
    ("variables", "said"),
    [
        ({"CONFIG_ARGS": "'--enable-shared' '--enable-optimizations' '--with-lto'", **_USE}, "optimised (PGO, LTO)"),
        ({"CONFIG_ARGS": "'--enable-optimizations'", **_USE}, "optimised (PGO)"),
        ({"CONFIG_ARGS": "'--with-lto=full'", **_USE}, "optimised (LTO)"),
        # As pyenv builds by itself.
        ({"CONFIG_ARGS": "'--prefix=/opt/python' '--enable-shared'", **_USE}, "not optimised"),
        # As Debian's python3.11 has it, which was built with both.
        ({"CONFIG_ARGS": "'--enable-shared' '--prefix=/usr'", "PGO_PROF_USE_FLAG": ""}, ""),
        ({}, ""),
    ],
)
def test_how_python_was_built(variables: dict[str, str | int], said: str) -> None:
    """What was asked of `configure` is said; what cannot be told is not."""
    assert how_built(variables) == said
