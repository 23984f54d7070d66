"""What a visitor sees of a page."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from site_builder.checking.built.visible import hiding_selectors, text_of, without_hidden


@pytest.mark.parametrize(
    "hidden",
    [
        "<p hidden>no</p>", "<script>no</script>", "<style>no</style>", "<template>no</template>", "<dialog>no</dialog>",
        '<p style="display: none">no</p>', '<p title="no"></p>', '<img alt="no">', '<input value="no">', "<!-- no -->", '<p class="unseen">no</p>',
        '<div class="unseen"><p>no</p></div>', '<div class="bar"><p>no</p></div>',
    ],
)  # fmt: skip
def test_what_is_hidden(hidden: str) -> None:
    """Scripts, attributes, what is marked as hidden or hidden by a style sheet, is not seen; so is not what screen readers alone read."""
    hiding = hiding_selectors(".unseen { clip-path: inset(50%) } .bar p { display: none }")
    assert text_of(without_hidden(LexborHTMLParser(f"<body>yes {hidden} yes</body>"), hiding)) == "yes yes"


@pytest.mark.parametrize(
    "shown",
    ["<details><summary>a</summary>b</details>", "<dialog open>a b</dialog>", '<p aria-hidden="true">a</p><p>b</p>'],
)
def test_what_is_shown(shown: str) -> None:
    """What a visitor can unfold, or what voices alone leave out, is seen."""
    assert text_of(without_hidden(LexborHTMLParser(shown))) == "a b"


@pytest.mark.parametrize(
    ("css", "selectors"),
    [
        (".a, .b .c { display: none }", (".a", ".b .c")),
        ("/* .a { display: none } */ .b { color: red; visibility: hidden; }", (".b",)),
        ("@media print { .a { display: none } }", ()),
        (".a { display: none } @media print { .a { display: block } }", (".a",)),
        (".a { display: none } @media (min-width: 60rem) { .a { display: block } }", ()),
        ("@layer base { .a { display:none } }", (".a",)),
        ('@charset "utf-8"; .a { display: none }', (".a",)),
        (".a:not(:focus) { display: none } .b { display: block }", ()),
    ],
)
def test_what_a_style_sheet_hides(css: str, selectors: tuple[str, ...]) -> None:
    """Hidden is what nobody sees on any screen: not what is hidden on paper, or on small screens alone."""
    assert hiding_selectors(css) == selectors
