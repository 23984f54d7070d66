"""The rules of the check: what each finds and leaves alone, by its own examples and by cases.

A case in `cases/*.md` begins with `## ` and what it shows. It is held against the rules of the module that its file is named for. Its first block
is a posting's file; a block `settings` holds sections of site.toml; `found` lists what is found, as LINE:COLUMN+LENGTH and the code, or LINE and
the code where a whole line is meant. A case without one finds nothing. In `titles.txt` each line is a title, and after ` => ` what is found in it.
"""

import importlib
import re
from inspect import cleandoc
from pathlib import Path

import pytest

from site_builder.checking import boards, content, google, pay, wording
from site_builder.checking.pay_table import LAWS, LOOKED_UP
from site_builder.checking.rule import Group, Rule
from site_builder.checking.speech import speech_of
from tests.rule_subjects import TEXT, TODAY, file_of, hits, subject_of

HERE = Path(__file__).parent
ALL: tuple[Rule, ...] = (*content.RULES, *google.RULES, *boards.RULES, *pay.RULES, *wording.RULES)
_MARK = re.compile(r"^(Source|Wrong|Right):[ \t]*", re.MULTILINE)
_BLOCK = re.compile(r"^~~~(?P<kind>\w*)\n(?P<text>(?:.*\n)*?)~~~$", re.MULTILINE)


def examples(mark: str) -> list[tuple[Rule, str]]:
    """Give the rules with their examples of one kind."""
    found = []
    for rule in ALL:
        pieces = _MARK.split(cleandoc(rule.explanation))
        for name, text in zip(pieces[1::2], pieces[2::2], strict=True):
            if name == mark:
                found.append((rule, cleandoc(text).strip("\n")))
    return found


def named(value: object) -> str:
    """Name a rule's example by the rule."""
    return value.code if isinstance(value, Rule) else ""


# These find that a field is missing: no line of a file is wrong.
WITHOUT_WRONG = {"salary-missing", "employment-type-missing", "valid-through-missing", "organization-url-missing", "text-unbroken"}  # fmt: skip


def test_each_rule_has_a_code_of_its_own_and_examples() -> None:
    """Codes are unique and in kebab case, and each rule shows what is wrong and what is right."""
    codes = [rule.code for rule in ALL]
    assert len(set(codes)) == len(codes)
    assert [code for code in codes if not re.fullmatch(r"[a-z]+(?:-[a-z]+)+", code)] == []
    assert {rule.code for rule, _ in examples("Wrong")} == set(codes) - WITHOUT_WRONG
    assert {rule.code for rule, _ in examples("Right")} == set(codes) - {"text-unbroken"}


@pytest.mark.parametrize("rule", ALL, ids=named)
def test_each_rule_explains_itself(rule: Rule) -> None:
    """A docstring is one sentence and why it matters; rules about Google, boards and law name their source."""
    says, why = cleandoc(rule.explanation).split("\n\n")[:2]
    assert re.fullmatch(r"[A-Z][^\n]*\.", says)
    assert len(why) > 40
    if rule.group in {Group.GOOGLE, Group.BOARDS, Group.PAY, Group.WORDING}:
        assert examples_of(rule, "Source")
    if rule.group is Group.PAY:
        assert "not legal advice" in " ".join(rule.explanation.split())


def examples_of(rule: Rule, mark: str) -> list[str]:
    """Give one rule's examples of one kind."""
    return [text for one, text in examples(mark) if one.code == rule.code]


@pytest.mark.parametrize(("rule", "example"), examples("Wrong"), ids=named)
def test_a_rule_finds_its_wrong_example(rule: Rule, example: str) -> None:
    """What a rule's page shows as wrong is found by it."""
    assert [hit.code for hit in hits([rule], subject_of(file_of(example)))][:1] == [rule.code]


@pytest.mark.parametrize(("rule", "example"), examples("Right"), ids=named)
def test_a_rule_leaves_its_right_example_alone(rule: Rule, example: str) -> None:
    """What a rule's page shows as right is not found by it."""
    assert hits([rule], subject_of(file_of(example))) == []


@pytest.mark.parametrize(
    ("rule", "field"),
    [
        ("salary-missing", "salary: 60000 EUR per YEAR"),
        ("salary-missing", "salary: by the collective agreement"),
        ("employment-type-missing", "employment_type: PART_TIME"),
        ("employment-type-missing", "employment_type: permanent"),
        ("valid-through-missing", "valid_through: 2027-01-31"),
        ("valid-through-missing", "open: false"),
    ],
)
def test_a_missing_field_is_asked_for(rule: str, field: str) -> None:
    """It is found on the first line where the posting does not have it, and only there."""
    (one,) = [one for one in ALL if one.code == rule]
    assert [str(hit) for hit in hits([one], subject_of(f"---\ntitle: Baker\n---\n{TEXT}"))] == [f"1 {rule}"]
    assert hits([one], subject_of(f"---\ntitle: Baker\n{field}\n---\n{TEXT}")) == []


def cases() -> list[tuple[str, str, str]]:
    """Give each case's module, title and text."""
    found = []
    for path in sorted((HERE / "cases").glob("*.md")):
        for case in path.read_text("utf-8").split("\n## ")[1:]:
            title, _, rest = case.partition("\n")
            found.append((path.stem, title, rest))
    return found


@pytest.mark.parametrize(("module", "title", "text"), cases(), ids=[f"{name}: {title}" for name, title, _ in cases()])
def test_case(module: str, title: str, text: str) -> None:
    """The rules of a module find in a file what its case says, and nothing else."""
    blocks = [(block["kind"], block["text"]) for block in _BLOCK.finditer(text)]
    by_kind = dict(blocks[1:])
    rules: tuple[Rule, ...] = importlib.import_module(f"site_builder.checking.{module}").RULES
    subject = subject_of(blocks[0][1], by_kind.get("settings", ""))
    found = [str(hit) for hit in hits(rules, subject)]
    assert found == by_kind.get("found", "").splitlines(), title


TITLES = [line for line in (HERE / "titles.txt").read_text("utf-8").splitlines() if line and not line.startswith("#")]
OF_TITLES = [rule for rule in ALL if rule.code.startswith("title-") and not rule.asked]


@pytest.mark.parametrize("line", TITLES)
def test_title(line: str) -> None:
    """The rules about titles find in a title what the list says, with its words, and leave ordinary titles alone."""
    title, _, expected = line.partition(" => ")
    source = f"---\ntitle: '{title.replace(chr(39), chr(39) * 2)}'\norganization: Example Ltd\nlocations: Hamburg, Germany\n---\n"
    subject = subject_of(source)
    found = [
        f"{hit.code} {subject.rows[hit.line - 1][hit.column - 1 : hit.column - 1 + hit.length]}"
        for hit in hits(OF_TITLES, subject)
    ]
    assert sorted(found) == sorted(filter(None, expected.split(" | ")))


def test_the_table_of_laws_is_in_force_and_has_sources() -> None:
    """Each row of the table held on the day of looking it up and names its source; no place stands in it twice."""
    assert len({(law.country, law.name) for law in LAWS}) == len(LAWS)
    assert all(law.since <= LOOKED_UP for law in LAWS)
    assert all(re.search(r"https://\S+$", law.source) for law in LAWS)
    codes = [(law.country, code) for law in LAWS for code in law.codes]
    assert len(set(codes)) == len(codes)
    assert all(code == code.casefold() for _, code in codes)


LANGUAGES = {
    "en": TEXT,
    "de": "Wir suchen für unsere Werkstatt eine Person, die mit uns Pegel baut und sich auf das Löten freut, auch bei kleinen Teilen, und die nicht friert.",
    "fr": "Nous cherchons pour notre atelier une personne qui répare les sondes avec nous, est à l'aise dans les rivières et aime la pluie; vous êtes au bon endroit, sur votre vélo.",
    "es": "Buscamos para nuestro taller una persona que repare los sensores con el equipo, que no tema la lluvia y que conozca las herramientas del oficio; tu trabajo es en los ríos.",
    "nl": "Wij zoeken voor onze werkplaats een collega die met ons de sensoren van het water bouwt, en die niet bang is voor regen; jij bent ook bij ons aan het juiste adres.",
    "ko": "우리는 강의 수위를 재는 기계를 만듭니다. 비 오는 날에도 밖에서 일하는 것을 좋아하고 납땜을 할 수 있는 분을 찾고 있습니다. 지원해 주세요.",
    "ja": "私たちは川の水位を測る機械を作っています。雨の日も外で働くことが好きな方、はんだ付けができる方を探しています。ぜひご応募ください。",
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("stated", ["en", "de", "fr"])
def test_the_language_of_a_text_is_known_by_its_words(language: str, stated: str) -> None:
    """Whatever language the page states, a text of a few lines is known for what it is."""
    speech = speech_of(subject_of(f"---\ntitle: R2\nlanguage: {stated}\n---\n{LANGUAGES[language]}"))
    assert (speech.language, speech.certain) == (language, True)


def test_a_text_that_tells_nothing_is_in_the_language_that_it_states() -> None:
    """Lists of names are of no language; the stated one is believed."""
    speech = speech_of(subject_of("---\ntitle: SRE\nlanguage: de-AT\n---\nLinux, Ansible, PostgreSQL, Kafka.\n"))
    assert (speech.language, speech.certain) == ("de", False)


def test_rules_that_look_at_the_day_need_no_text() -> None:
    """They are asked anew every day, for files that are not read again: without rows and words."""
    subject = subject_of("---\ntitle: Baker\ndate_posted: 2025-01-07\n---\n")
    bare = type(subject)(subject.posting, (), subject.lines, subject.body_line, "", subject.config)
    by_day = [rule for rule in ALL if rule.by_day]
    assert {rule.code for rule in by_day} == {"date-posted-old", "date-posted-future"}
    for rule in by_day:
        whole = list(rule.finder(subject, TODAY))
        assert whole == list(rule.finder(bare, TODAY))
