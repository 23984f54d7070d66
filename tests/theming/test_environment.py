"""Templates compiled for many pages print what Jinja's own would print, and work out once what is the same on every page."""

from enum import StrEnum
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import DictLoader, Environment, StrictUndefined
from jinja2.exceptions import TemplateRuntimeError, UndefinedError
from markupsafe import Markup, escape

from site_builder.theming.environment import ThemeEnvironment, printed


class Kind(StrEnum):
    """A text that is more than a text."""

    A = "a & b"


LASTING: dict[str, Any] = {
    "config": {"title": "Bread & Co", "organization": {"name": None}},
    "shout": lambda text, mark="!": text.upper() + mark,
    "fails": lambda text: text.no_such_name,
}
PAGE: dict[str, Any] = {
    "kind": Kind.A,
    "jobs": ("baker", "<b>", Markup("<i>x</i>")),
    "title": "Rye & more",
    "none": None,
}

TEMPLATES = {
    "base": (
        '{% import "macros" as macros %}<h1>{% block title %}{{ config.title }}{% endblock %}</h1>{{ macros.loud("x") }}'
        "{% for job in jobs %}{% block card scoped %}{{ loop.index }}{{ job }}{{ unknown_here is defined }}{% endblock %}{% endfor %}"
    ),
    "macros": "{% macro loud(text) %}{{ shout(text) }}{% if caller is defined %}{{ caller() }}{% endif %}{% endmacro %}{% set shout = shout %}",
}
PARTS = {
    "part": "{{ own }}{{ job }}{{ config.title }}",
    "alone": "{{ config.title }}{{ title is defined }}",
    "demanding in a block": "{% block whole %}{% block needed required %}{% endblock %}{% endblock %}",
    "child": '{% extends "base" %}{% set own = 2 %}{% block title %}{{ super() }} {{ own }}{% endblock %}',
    "including": '{% extends "base" %}{% include "alone" %}{% block title %}{{ super() }}{% endblock %}',
    "demanding": "<{% set x %}{% block needed required %}{% endblock %}{% endset %}{{ x }}{{ self.needed() }}>",
}
CASES = {
    "values of the page": "{{ title }} {{ kind }} {{ jobs }} {{ none }} {{ 1 < 2 }} {{ jobs[2] }} {{ title|upper }}",
    "what lasts": '{{ config.title }} {{ shout("a<") }} {{ shout("a", mark=config.title) }} {{ config.organization.name }}',
    "in a condition": '{% if config.title == "Bread & Co" and shout("a") == "A!" %}yes{% endif %}',
    "a variable of its name": '{% set config = {"title": "Mine"} %}{{ config.title }}{% for shout in [1] %}{{ shout }}{% endfor %}',
    "a variable of its name, in a block": '{% set config = {"title": "Mine"} %}{% block a %}{{ config.title }}{% endblock %}',
    "a macro of its name": "{% macro shout(text) %}own {{ text }}{% endmacro %}{{ shout('x') }}",
    "a parameter of its name": "{% macro m(config) %}{{ config.title }}{% endmacro %}{{ m({'title': 'Given'}) }}",
    "an import of its name": '{% import "macros" as config %}{{ config.loud("x") }}{{ config.shout("y") }}',
    "a name imported": '{% from "macros" import loud as shout %}{{ shout("x") }}',
    "a parent": '{% extends "base" %}{% block title %}{{ super() }}, {{ title }}{% endblock %}',
    "a block in a loop": '{% extends "base" %}{% block card %}[{{ super() }} {{ job }} {{ loop.last }}]{% endblock %}',
    "a name given later in a loop": (
        "{% for job in jobs %}{% block b scoped %}{{ title }}{% endblock %}{% set title = 'later' %}{% endfor %}"
    ),
    "an include": '{% set own = "o" %}{% for job in jobs %}{% include "part" %}{% endfor %}',
    "an include in a block": '{% block a %}{% set own = "o" %}{% set job = 1 %}<{% include "part" %}>{% endblock %}{{ self.a() }}',
    "an include without context": '{% block a %}<{% include "alone" without context %}>{% endblock %}{% include "alone" without context %}',
    "an include that may be missing": (
        '{% for job in jobs %}{% set own = 1 %}{% include "nowhere" ignore missing %}{% include ["nowhere", "part"] ignore missing %}{% endfor %}'
    ),
    "an include in a macro": '{% set own = "o" %}{% macro m(job) %}<{% include "part" %}>{% endmacro %}{{ m("j") }}{{ m("k")|upper }}',
    "an include in a template that extends": (
        '{% extends "base" %}{% block title %}{% set own = 1 %}{% set job = 2 %}{% include "part" %}{% endblock %}'
    ),
    "a parent's parent": '{% extends "child" %}{% import "macros" as m %}{% set own = 1 %} beside {% block title %}{{ super() }}, {{ title }}{% endblock %}',
    "a text before the parent": 'before{% extends "base" %}{% block title %}{{ title }}{% endblock %}',
    "a name before the parent": '{% set jobs = ["cook"] %}{% extends "base" %}{% block title %}{{ title }}{% endblock %}',
    "prints and loops beside the blocks": '{% extends "base" %}{{ title }}{% for job in jobs %}{{ job }}{% endfor %}{% block title %}{{ title }}{% endblock %}',
    "an include beside the blocks": '{% extends "base" %}{% include "alone" %}{% block title %}{{ title }}{% endblock %}',
    "an include beside the blocks of a parent": '{% extends "including" %}{% block title %}{{ title }}{% endblock %}',
    "a parent only where it is true": (
        '{% if title %}{% extends "base" %}{% endif %}<p>{% block title %}{{ title }}{% include "alone" %}{% endblock %}</p>'
    ),
    "no parent where it is false": (
        '{% if none %}{% extends "base" %}{% endif %}<p>{% block title %}{{ title }}{% include "alone" %}{% endblock %}</p>{% include "alone" %}'
    ),
    "a required block": '{% extends "demanding" %}{% block needed %}{{ title }}{% endblock %}',
    "a block within a set block": "{% set x %}{% block a %}{{ title }}{% block b %}<b>{% endblock %}{% endblock %}{% endset %}{{ x }}{{ x|length }}",
    "a block within a filter": "{% filter upper %}{% block a %}{{ title }}{% endblock %}{% endfilter %}",
    "a block of nothing": "{% block a %}{% endblock %}{% block b %}{% if none %}x{% endif %}{% endblock %}{{ self.a() }}",
    "nothing": "",
    "arguments": "{{ dict(*[[('a', 1)]], **{'b': title}) }}{{ dict(class=1, a=title) }}{{ dict(a=title)['a'].upper() }}",
    "a call": '{% import "macros" as macros %}{% call macros.loud("x") %}<em>{{ title }}</em>{% endcall %}',
    "a set block": "{% set x %}{{ title }} <b>{% endset %}{{ x }}{{ x|trim }}",
    "no escaping": "{% autoescape false %}{{ title }}{{ config.title }}{{ kind }}{% endautoescape %}",
    "a recursive loop": "{% for one in [[1], []] recursive %}{{ one|length }}{{ loop(one) if 1 == 2 }}{% endfor %}",
    "a cycler": "{% set c = cycler('a', 'b') %}{{ c.next() }}{{ c.next() }}",
}


def environment(kind: type[Environment], case: str, **options: Any) -> Environment:
    """Return an environment of either kind with the templates of a case."""
    loader = DictLoader({**TEMPLATES, **PARTS, "case": CASES.get(case, case)})
    return kind(loader=loader, autoescape=True, undefined=StrictUndefined, **options)


@pytest.mark.parametrize("case", CASES)
def test_templates_print_what_they_print_with_jinja(case: str) -> None:
    """A template gives the same text as with Jinja's own environment, also where its own names are those that last."""
    theirs = environment(Environment, case)
    theirs.globals |= LASTING
    ours = environment(ThemeEnvironment, case, lasting=LASTING)
    assert ours.get_template("case").render(PAGE) == theirs.get_template("case").render(PAGE)


def test_what_lasts_is_worked_out_once() -> None:
    """A function of constants is called when the template is compiled, and not again for each page."""
    calls: list[str] = []

    def text(key: str) -> str:
        calls.append(key)
        return f"<{key}>"

    template = environment(ThemeEnvironment, '{{ text("skip") }}', lasting={"text": text}).get_template("case")
    calls.clear()
    assert template.render() + template.render() == "&lt;skip&gt;&lt;skip&gt;"
    assert calls == []


def test_an_error_of_what_lasts_is_met_where_it_is_printed() -> None:
    """What fails while a template is compiled fails only on the page that gets there, at the template's own line."""
    template = environment(
        ThemeEnvironment, '{% if page %}\n{{ fails("x") }}{% endif %}', lasting=LASTING
    ).get_template("case")
    assert template.render(page=False) == ""
    with pytest.raises(AttributeError) as error:
        template.render(page=True)
    assert 2 in [entry.lineno + 1 for entry in error.traceback]


@pytest.mark.parametrize("parent", ["demanding", "demanding in a block"])
def test_a_required_block_must_be_given(parent: str) -> None:
    """A template without a block that its parent requires is an error, wherever the parent has it."""
    template = environment(ThemeEnvironment, f'{{% extends "{parent}" %}}', lasting=LASTING).get_template("case")
    with pytest.raises(TemplateRuntimeError, match="Required block 'needed' not found"):
        template.render()


def test_a_name_that_does_not_exist_is_an_error() -> None:
    """Neither a value that is not there nor a name of a lasting value that it does not have is printed as nothing."""
    for case in ("{{ nobody }}", "{{ nobody() }}", "{{ config.nobody }}", "{{ shout(config.nobody) }}"):
        with pytest.raises(UndefinedError):
            environment(ThemeEnvironment, case, lasting=LASTING).get_template("case").render()


@given(st.text() | st.integers() | st.none() | st.booleans() | st.text().map(Markup) | st.sampled_from(Kind))
def test_values_are_escaped(value: object) -> None:
    """Whatever is printed is printed as `escape` would."""
    assert str(printed(value)) == str(escape(value))


@pytest.mark.parametrize("character", "&<>\"'")
def test_markup_in_a_text_is_escaped(character: str) -> None:
    """Each character that means markup is escaped wherever it stands."""
    for text in (character, f"a{character}", f"{character}a"):
        assert str(printed(text)) == str(escape(text)) != text
