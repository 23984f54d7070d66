"""Source files taken apart: what is refused before any field is read, and the lines of what is not."""

import re

import pytest

from site_builder.reading.document import LARGEST_FILE, decode, parse
from site_builder.reading.plain_values import MOST_FIELDS
from site_builder.reading.wrong import Unreadable


@pytest.mark.parametrize(
    ("data", "code", "line", "says"),
    [
        (b"", "file-empty", 0, "empty"),
        (b"\xef\xbb\xbf \r\n\t", "file-empty", 0, "empty"),
        (b"x" * (LARGEST_FILE + 1), "file-too-large", 0, "251 kB; at most 250 kB"),
        (b"x" * 10_000_000, "file-too-large", 0, "10000 kB"),
        ("---\ntitle: Café".encode("utf-16"), "file-encoding", 0, "UTF-16"),
        ("---\ntitle: Café".encode("utf-16-le"), "control-character", 1, "U+0000"),
        ("---\ntitle: Ein Café am See".encode("latin-1"), "file-encoding", 2, '"Café"'),
        ("Grüße\r\nund “Zitate”".encode("cp1252"), "file-encoding", 1, '"Grüße"'),
        (b"one\rtwo\rthree\x1b[31m", "control-character", 3, "U+001B"),
    ],
    ids=lambda value: value[:20].hex() if isinstance(value, bytes) else str(value),
)
def test_what_no_text_is(data: bytes, code: str, line: int, says: str) -> None:
    """A file that is no UTF-8 text, empty or vast is refused, and the line of the first fault named."""
    with pytest.raises(Unreadable, match=re.escape(says)) as error:
        decode(data)
    assert (error.value.code, error.value.line) == (code, line)


@pytest.mark.parametrize("text", ["\ufeffa\r\nb", "a\rb", "a\nb", "a\ufeff\nb"])
def test_marks_and_line_ends(text: str) -> None:
    """Byte order marks go, and all line ends become one."""
    assert decode(text.encode()) == "a\nb"


@pytest.mark.parametrize(
    "matter",
    [
        "---\na: " + "[" * 500_000 + "\n---\n",
        "---\na: " + "{a: " * 200_000 + "\n---\n",
        "---\n" + "- " * 400_000 + "\n---\n",
        "---\n" + "? " * 400_000 + "\n---\n",
        "---\n" + "a:\n" * 300_000 + "---\n",
        "---\n" + "".join(f"f{number}: 1\n" for number in range(MOST_FIELDS + 1)) + "---\n",
        "---\nb: &b {<<: [" + "*a, " * 20_000 + "]}\n---\n",
        "---\na: &a [1, 2, 3]\nb: [" + "*a, " * 20_000 + "]\n---\n",
        "+++\na = " + "[" * 500_000 + "\n+++\n",
        "+++\n" + "a." * 450_000 + "b = 1\n+++\n",
        "+++\n" + "[[a]]\n" * 100_000 + "+++\n",
        '{"a": ' + "[" * 500_000,
        '{"a": ' + '{"a": ' * 100_000,
        "{" + ", ".join(f'"a{number}": 1' for number in range(20_000)) + "}",
    ],
    ids=lambda matter: matter[:12],
)
def test_too_much(matter: str) -> None:
    """Front matter that is nested deeply, or grows large, is refused; nothing of the machine gives in before."""
    with pytest.raises(Unreadable) as error:
        parse(matter)
    assert error.value.code in ("front-matter-too-complex", "yaml-syntax")


def test_lines_in_yaml() -> None:
    """Every name in YAML has its line, in the parts of values too, whatever stands before and between."""
    document = parse(
        "\n---\n# a comment\n\ntitle: a\u2028b\ncontact:\n  name: Ada\n  email: |\n    a\n    b\ntags:\n- a\n- b\nx: 1\n---\n\nText."
    )
    assert document.lines == {
        "title": 5, "contact": 6, "contact.name": 7, "contact.email": 8, "tags": 11, "tags.0": 12, "tags.1": 13, "x": 14,
    }  # fmt: skip
    assert document.line_of("contact.email.0") == 8
    assert document.line_of("nothing.at.all") == 1
    assert (document.body.strip(), document.body_line) == ("Text.", 16)


def test_lines_in_toml() -> None:
    """Every name in TOML has its line: in tables, in lists of tables, after strings and arrays of several lines."""
    matter = '+++\na = """\nb = 1\n[no]\n"""\n"c" = [\n  "x", # ]\n  "y = 2",\n]\nd.e = {f = 1}\n[g."h.i"]\nj = \'\'\'\n\'\'\'\n[[k]]\nl = 1\n[[k]]\nl = 2\n+++\n'
    assert parse(matter).lines == {
        "a": 2, "c": 6, "d.e": 10, "g.h.i": 11, "g.h.i.j": 12, "k": 14, "k.0": 14, "k.0.l": 15, "k.1": 16, "k.1.l": 17,
    }  # fmt: skip


def test_lines_in_json() -> None:
    """Every name in JSON has its line; brackets and quotes within texts are no names."""
    document = parse('\n{\n"a": "{\\"b\\": 1}",\n"c": [1,\n{"d": 2}],\n"": "e"\n}\nText.')
    assert document.lines == {"a": 3, "c": 4, "c.0": 4, "c.1": 4, "c.1.d": 5, "": 6}
    assert (document.body, document.body_line) == ("\nText.", 7)


@pytest.mark.parametrize(
    "text", ["{company} hires.", "{% raw %}", "Title\n---\nText.", "-- no\n", "+ one\n+ two", "[a]: b"]
)
def test_text_that_is_no_front_matter(text: str) -> None:
    """A text that only begins like front matter is all text."""
    assert parse(text).body == text
    assert parse(text).values == {}


def test_values_that_all_languages_have() -> None:
    """Numbers that nothing can hold, times of day, bytes and sets become text; `!!timestamp` is a date where it can be one."""
    yaml = parse(
        "---\na: 99999999999999999999999\nb: !!binary aGk=\nc: !!set {x}\nd: !!timestamp soon\ne: !!bool maybe\nf: 2026-02-30\n2026-11-21: g\n---\n"
    )
    assert yaml.values == {
        "a": "a number of more than 19 digits", "b": "hi", "c": {"x": None}, "d": "soon", "e": "maybe", "f": "2026-02-30", "2026-11-21": "g",
    }  # fmt: skip
    assert parse("+++\na = 07:32:00\nb = inf\n+++\n").values == {"a": "07:32:00", "b": "inf"}
