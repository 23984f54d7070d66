"""Compiled templates are kept between builds, and taken for what they are only where they are whole and of the same making."""

from pathlib import Path

import pytest

from site_builder.model.site import Config
from site_builder.theming.compiled import CompiledTemplates
from site_builder.theming.rendering import environment_of, prepare
from site_builder.theming.theme import Theme, load_theme

CONFIG = Config(title="Jobs", base_url="https://bakery.example/")
TEXT = "<p>{{ config.title }}: {{ words }}</p>"


def theme_of(site: Path, **templates: str) -> Theme:
    """Return the theme base with templates of the site's own."""
    (site / "templates").mkdir(exist_ok=True)
    for name, text in templates.items():
        (site / "templates" / f"{name}.html").write_text(text)
    theme, problems = load_theme("base", {}, site, {})
    assert theme is not None, problems
    return theme


class Store(dict[str, bytes]):
    """A store that counts what is laid down in it."""

    stored = 0

    def store(self, key: str, data: bytes) -> None:
        """Keep some bytes."""
        self.stored += 1
        self[key] = data


def rendered(store: Store, site: Path, key: str = "k", config: Config = CONFIG) -> str:
    """Return what the site's own template gives in a new environment with a store."""
    environment = environment_of(config, theme_of(site), CompiledTemplates(key, store.get, store.store))
    return environment.get_template("own.html").render(words="<rye>")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Return a store with the compiled template of a site."""
    theme_of(tmp_path, own=TEXT)
    store = Store()
    assert rendered(store, tmp_path) == "<p>Jobs: &lt;rye&gt;</p>"
    assert store.stored == 1
    return store


def test_what_is_kept_is_not_compiled_again(store: Store, tmp_path: Path) -> None:
    """The second environment takes the template's code from the store, and it gives the same text."""
    assert rendered(store, tmp_path) == "<p>Jobs: &lt;rye&gt;</p>"
    assert store.stored == 1


def test_keys_begin_with_the_key_of_the_templates(store: Store) -> None:
    """What was kept for other templates can be told, and thrown away."""
    assert [key[:1] for key in store] == ["k"]


def test_another_source_is_compiled_anew(store: Store, tmp_path: Path) -> None:
    """A template that changed is not taken for the one before, even under an equal key."""
    theme_of(tmp_path, own=TEXT.replace("p>", "b>"))
    assert rendered(store, tmp_path) == "<b>Jobs: &lt;rye&gt;</b>"
    assert len(store) == 2


def test_another_key_is_compiled_anew(store: Store, tmp_path: Path) -> None:
    """The site's constants stand in the code, so it is of no use with other settings."""
    config = Config(title="Work", base_url="https://bakery.example/")
    assert rendered(store, tmp_path, "other", config) == "<p>Work: &lt;rye&gt;</p>"


@pytest.mark.parametrize("position", [0, 15, 16, 40, -1])
def test_damaged_code_is_compiled_anew(store: Store, tmp_path: Path, position: int) -> None:
    """A byte that is not what it was, in the digest or in the code, and a piece that is missing are seen; the code is kept anew."""
    ((key, whole),) = store.items()
    damaged = bytearray(whole)
    damaged[position] ^= 1
    for data in (bytes(damaged), whole[:position], b""):
        store[key] = data
        assert rendered(store, tmp_path) == "<p>Jobs: &lt;rye&gt;</p>"
        assert store[key] == whole


def test_all_templates_are_prepared_once(tmp_path: Path) -> None:
    """Each file is compiled under the name by which templates ask for it, one that is overridden under its theme's name."""
    theme = theme_of(tmp_path, job='{% extends "base/job.html" %}')
    store = Store()
    environment = environment_of(CONFIG, theme, CompiledTemplates("", store.get, store.store))
    prepare(environment, theme)
    assert store.stored == len(store) == len(set(theme.templates.values()))
    for name in ("layout.html", "job.html", "base/job.html", "macros.html"):
        environment.get_template(name)
    assert store.stored == len(store)


def test_a_wrong_template_does_not_keep_the_others_from_being_prepared(tmp_path: Path) -> None:
    """What is wrong with a template is told where a page needs it, and nowhere else."""
    theme = theme_of(tmp_path, own="{% if %}")
    store = Store()
    prepare(environment_of(CONFIG, theme, CompiledTemplates("", store.get, store.store)), theme)
    assert len(store) == len(set(theme.templates.values())) - 1
