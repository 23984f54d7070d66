"""Tags that job boards read in a text: read and hidden."""

import pytest

from site_builder.model.posting import RemoteRule
from site_builder.reading.board_tags import without_board_tags


@pytest.mark.parametrize(
    ("text", "shown", "remote"),
    [
        ("Bake.\n#LI-Remote\n", "Bake.\n\n", RemoteRule.FULL),
        ("Bake.\nLI-remote ", "Bake.\n", RemoteRule.FULL),
        ("Bake with us! #LI-Hybrid\nAbout us", "Bake with us!\nAbout us", RemoteRule.HYBRID),
        ("Bake.\n\n**\\#LI-Onsite**", "Bake.\n\n", RemoteRule.NONE),
        ("Bake.\n<p>#LI-AB1 #LI-On-site</p>\n", "Bake.\n<p> </p>\n", RemoteRule.NONE),
        ("Bake. #LI-Remote #LI-Hybrid", "Bake.", None),
        ("Bake. #LI-AB1", "Bake.", None),
        ("The #LI-Remote tag is read by boards.", "The #LI-Remote tag is read by boards.", None),
        ("Our LI-remote\nworks", "Our LI-remote\nworks", None),
        ("See https://x.example/#LI-Remote", "See https://x.example/#LI-Remote", None),
    ],
)
def test_a_board_tag_is_read_and_hidden(text: str, shown: str, remote: RemoteRule | None) -> None:
    """Tags count at the end of a line; without `#` on a line of their own or at the very end; contradictions say nothing."""
    assert without_board_tags(text) == (shown, remote)
