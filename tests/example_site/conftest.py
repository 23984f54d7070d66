"""The example, for all tests of it."""

import pytest

from tests.example_site.building import VARIANTS, Example, built


@pytest.fixture(scope="session", params=VARIANTS)
def example(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Example:
    """The example, built in one of the variants."""
    return built(VARIANTS[request.param], tmp_path_factory.mktemp(request.param))
