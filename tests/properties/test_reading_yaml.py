"""Properties of reading front matter in YAML: the reader of its plain form agrees with the reader of all of it, or declines."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.reading.plain_values import plain
from site_builder.reading.yaml_fields import read_yaml
from site_builder.reading.yaml_plain import read_plain_yaml
from site_builder.starting.new_job import new_job
from tests.benchmarks.peers.ours import site_builder
from tests.benchmarks.postings import make_postings
from tests.conftest import REAL_POSTINGS

CONTENT = Path(__file__).parents[2] / "content"
FIRST = 7

names = st.sampled_from(
    ["title", "a", "b", "tags", "date_posted", "null", "a-b", "1st", "x y", "é", "<<", '"q"', "? a"]
)
# Scalars that mean something, look like something, or hold what has a meaning elsewhere.
pieces = st.sampled_from(
    "a b Berlin, Germany; 1 01067 -5 +7 1_000 0x1F 0o7 1.5 .5 1e3 1.0e999 99999999999999999999 ~ null Null true no yes False "
    "2026-11-21 2026-02-30 2026-1-2 2026-11-21T10:00:00Z 2026-11-21t1:00:00.5+02:00 12:30 12:30:45 << = https://example.org/?a=1&b "
    "c# #x [ ] { } , : - ? & * ! | > ' \" % @ ` \\ “ é 日本 😀 \t \u00a0 \u0085 \u2028 \ufeff \u0660 --- ... key: :x x: - "
    "!!str &anchor *anchor |- >+ '' \"\" 'one' \"two\" 'it''s' \"\\n\" [] {}".split(" ")
)
odd_scalars = st.lists(pieces, min_size=1, max_size=3).flatmap(
    lambda parts: st.sampled_from([" ", "", "  ", ": ", " #", ", "]).map(lambda between: between.join(parts))
)
plain_scalars = st.sampled_from(
    ["x", "Data Engineer", "Berlin, Germany", "2026-11-21", "7", "true", '"a: b"', "'c'", "R&D [x]"]
)
scalars = plain_scalars | odd_scalars
values = scalars | st.lists(scalars, max_size=3).flatmap(
    lambda parts: st.sampled_from(
        ["[{}]", "[ {} ]", "[{},]", "{{a: {}}}", "{{ {} }}", "'{}'", '"{}"', '["{}"]', "{} # c", "[{}] # c"]
    ).map(lambda form: form.format(", ".join(parts)))
)
indents = st.sampled_from(["", "", "", "  ", "  ", "    ", " ", "- ", "  - ", "-", "- - ", "-   ", "\t"])
rows = st.one_of(
    st.builds("{}{}: {}".format, indents, names, values),
    st.builds("{}{}:{}".format, indents, names, st.sampled_from(["", " ", "x", "  # c", " >"])),
    st.builds("{}- {}".format, st.sampled_from(["", "  ", "    "]), values),
    st.builds("{}{}".format, indents, values),
    st.sampled_from(["", "   ", "# comment", "  # comment", "---", "..."]),
)


@st.composite
def plain_blocks(draw: st.DrawFn, indent: str = "", depth: int = 0) -> list[str]:
    """Rows that most likely are of the plain form: mappings and lists in each other, with single values between."""
    written = []
    for name in draw(st.lists(st.sampled_from("title name tags a b c".split()), min_size=1, max_size=4, unique=True)):
        kind = draw(st.integers(0, 6)) if depth < 3 else 0
        if kind == 1:
            deeper = indent + draw(st.sampled_from(["  ", "    ", " "]))
            written += [f"{indent}{name}:", *draw(plain_blocks(deeper, depth + 1))]
        elif kind == 2:
            deeper = indent + draw(st.sampled_from(["", "  "]))
            written += [f"{indent}{name}:", *(f"{deeper}- {draw(scalars)}" for _ in range(draw(st.integers(1, 3))))]
        elif kind == 3:
            first, *others = draw(plain_blocks(f"{indent}  ", depth + 1))
            written += [f"{indent}{name}:", f"{indent}- {first.strip()}", *others]
        elif kind == 4:
            written.append(f"{indent}{name}:")
        else:
            written.append(f"{indent}{name}: {draw(values)}")
    return written


def check(text: str) -> bool:
    """Compare the two readers, and say whether the one of the plain form has read the text."""
    found = read_plain_yaml(text, FIRST)
    if found is not None:
        read, lines, repeated = read_yaml(text, FIRST)
        # By their representations, since 1, 1.0 and True are equal, and the order of fields counts too.
        assert repr(found) == repr((plain(read, FIRST), lines))
        assert repeated == []
    return found is not None


@given(st.lists(rows, max_size=7).map("\n".join))
def test_any_rows(text: str) -> None:
    """Of any rows the plain form's reader makes what the reader of all of YAML makes, or nothing."""
    check(text)


@given(plain_blocks().map("\n".join))
def test_nested_rows(text: str) -> None:
    """Of names, lists and values in each other it makes the same, or nothing."""
    check(text)


@given(st.text(st.sampled_from("ab1 \n:-#,[]{}'\"&*!|>?%~<.é\t"), max_size=30))
def test_any_signs(text: str) -> None:
    """Of YAML's signs in any order it makes the same, or nothing."""
    check(text)


@given(plain_blocks(), st.data())
def test_changed_rows(written: list[str], data: st.DataObject) -> None:
    """Where one sign was put into front matter or taken out of it, it makes the same, or nothing."""
    text = "\n".join(written)
    place = data.draw(st.integers(0, len(text)))
    put = data.draw(st.sampled_from([*" \n:-#,[]{}'\"&*!|>\t\\", "\n\n", "\n  ", "\n- ", "# ", ": ", "- ", "<<: "]))
    check(text[:place] + put + text[place:])
    check(text[:place] + text[place + 1 :])


def _front_matter(text: str) -> str:
    """Return the rows between a file's first two lines of `---`; empty where it does not begin so."""
    before, _, rest = text.partition("---\n")
    return "" if before.strip() else rest.partition("\n---")[0]


def test_front_matter_of_people() -> None:
    """In postings that people wrote (real ones too, where they lie beside the project) it reads the same, or nothing."""
    files = [file for folder in (CONTENT, REAL_POSTINGS) for file in folder.rglob("*") if file.is_file()]
    was_read = [check(_front_matter(file.read_text(encoding="utf-8", errors="replace"))) for file in files]
    assert sum(was_read) > 10


def test_the_example_site_is_read_by_the_plain_form() -> None:
    """No posting of the example site in YAML needs the slow reader: the speed would be lost without a trace."""
    matters = {file.name: _front_matter(file.read_text(encoding="utf-8")) for file in CONTENT.rglob("*.md")}
    assert sum(map(bool, matters.values())) > 10
    assert [name for name, matter in matters.items() if matter and not check(matter)] == []


def test_the_benchmark_is_read_by_the_plain_form() -> None:
    """Nor does a posting of the benchmark."""
    source = site_builder().source
    assert all(check(_front_matter(source(posting))) for posting in make_postings(100))


@pytest.mark.parametrize("job", ["Engineer (all genders)", "R&D: “Lead”", 'The "best" job', "Développeur·se C++ / C#"])
def test_a_new_posting_is_read_by_the_plain_form(job: str, tmp_path: Path, today: date) -> None:
    """Nor does what `new job` writes, comments and all, unless its title needs escapes."""
    (tmp_path / "site.toml").write_text('[site]\ntitle = "Jobs"\nbase_url = "https://example.org/"\n', encoding="utf-8")
    text = new_job(tmp_path, job, today).read_text(encoding="utf-8")
    assert check(_front_matter(text)) == ('"' not in job)
    assert check(_front_matter(text.replace("\n#", "\n").replace("\n ", "\n# "))) == ('"' not in job)


@pytest.mark.parametrize(
    "text",
    [
        "a: b\n  c", "a: b\n\n c", "a: |\n  b", "a: >-\n  b", "a: &x b", "a: *x", "a: !!str 1", "<<: {a: b}", "a: 1\na: 2", "a:\tb", "---\na: b",
        "a: 'it''s'", 'a: "\\n"', 'a: "b"c', "a: [b: c]", "a: {b}", "a: [b", "a: b]: c", "a: {b: 1, b: 2}", "a: [x, [y]]", "a: [b #c\n]", "a: [b #c]", "a: [b c: d]", "a: {b c: d}", "a: [b, #c]",
        "a: [?b]", "a: [b:]", "- a", "a", "a:b", "'a': b", "? a", "a: b: c", "a: b:", "a: - b", "a:\n - b\n- c", "a:\n  b: c\n d: e",
        " a: b", "a: b\n c: d", "a: \u00a0", "x" * 8_000 + ": a", "a: [" + "1," * 4_100 + "]", "\n".join(f"a{number}: 1" for number in range(501)),
    ],
)  # fmt: skip
def test_what_is_left_to_the_full_reader(text: str) -> None:
    """It declines what goes on over several lines, has marks of YAML's own, may be a mistake, or is large."""
    assert read_plain_yaml(text, FIRST) is None


@pytest.mark.parametrize(
    "text",
    [
        "", "\n# a comment\n", "a:", "a:\nb: 1", "a: 1\n\n  # c\nb: x # c", "a: b:c", "a: c# [x], {y}", "a: it's",
        "a: ''", 'a: "b: c # d"', "a: 'b'  ", "a: []", "a: [ ]", "a: {}", "a: [b, 2, 'c, d', \"e: f\", https://example.org/, 12:30]", "a: [b,]",
        "a: {b: 1, c: 'd', e: https://example.org/}", "a:\n- b\n- 'c'\nd: e", "a:\n  - b\n  - [c]\nd: e", "a:\n  b:\n    c: d\n  e: f\ng: h",
        "a:\n  - b: c\n    d: e\n  - f: g", "a:\n- b:\n  - c\n- d", "a:\n- b:\n- c:\n", "a:\n -  b\nc: ~", "null: null\n", "a: <<",
    ],
)  # fmt: skip
def test_what_is_read(text: str) -> None:
    """It reads one row a value, nested by indentation or in brackets, with comments, as the full reader does."""
    assert check(text)
