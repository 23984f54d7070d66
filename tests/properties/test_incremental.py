"""Whatever is done to a site's files, building on gives what building from nothing gives, byte for byte."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

from tests.properties.changes import BODIES, FIELDS, OTHERS, SETTINGS
from tests.properties.growing_site import GrowingSite
from tests.site_checks import write_files

TestGrowingSite = GrowingSite.TestCase
TestGrowingSite.settings = settings(
    max_examples=8, stateful_step_count=15, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)


@pytest.fixture
def grown() -> Iterator[GrowingSite]:
    """A site that has one of everything, built."""
    site = GrowingSite()
    site.begin()
    facts = {
        name: values[0] for name, values in FIELDS.items() if name not in ("open", "draft", "slug", "valid_through")
    }
    site.write("baker.md", {**facts, "aliases": ["/careers/baker/"]}, BODIES[1])
    site.write("north/2026-11-18-cook.md", {"title": "Cook", "open": False, "tags": ["bread"]}, BODIES[0])
    write_files(site.root, {"content/pages/about.md": "# About\n", "assets/loaf.svg": "<svg/>"})
    site.building_on_equals_building_anew()
    assert (site.root / "output/jobs/baker/index.html").is_file()
    yield site
    site.teardown()


@pytest.mark.parametrize("name", OTHERS)
def test_each_change_of_another_file(name: str, grown: GrowingSite) -> None:
    """A template that is extended or included, words, an asset, a page: after each change alone the two builds are equal."""
    for text in (*OTHERS[name], OTHERS[name][0]):
        grown.put(name, text)
        grown.building_on_equals_building_anew()


@pytest.mark.parametrize("name", SETTINGS)
def test_each_change_of_a_setting(name: str, grown: GrowingSite) -> None:
    """After each change of one setting alone the two builds are equal."""
    for value in (*SETTINGS[name][1:], SETTINGS[name][0]):
        grown.put_setting(name, value)
        grown.building_on_equals_building_anew()


@pytest.mark.parametrize("name", FIELDS)
def test_each_change_of_a_field(name: str, grown: GrowingSite) -> None:
    """After each change of one field of one posting alone the two builds are equal."""
    for value in FIELDS[name]:
        grown.write("baker.md", {**grown.postings["baker.md"], name: value}, grown.texts["baker.md"])
        grown.building_on_equals_building_anew()


@pytest.fixture
def in_two_languages(grown: GrowingSite) -> GrowingSite:
    """The site with a tree for German, where the baker's posting and a page are there in both languages."""
    grown.put_setting("languages", SETTINGS["languages"][2])
    own = {
        name: value for name, value in grown.postings["baker.md"].items() if name not in ("language", "translation_of")
    }
    grown.write("baker.md", own, grown.texts["baker.md"])
    grown.write("baker.de.md", {"title": "Bäckerin", "tags": ["Brot"], "identifier": "B-1"}, BODIES[0])
    write_files(
        grown.root, {"content/pages/benefits.md": "# Benefits\n", "content/pages/benefits.de.md": "# Vorteile\n"}
    )
    grown.building_on_equals_building_anew()
    assert (grown.root / "output/de/jobs/baker/index.html").is_file()
    return grown


# What decides where a posting is shown, under which name and in which state: all else is the same in one language and in two.
OF_VERSIONS = (
    "title",
    "tags",
    "locations",
    "valid_through",
    "open",
    "slug",
    "aliases",
    "language",
    "translation_of",
    "draft",
)


@pytest.mark.parametrize("name", OF_VERSIONS)
def test_each_change_of_a_field_of_a_translated_posting(name: str, in_two_languages: GrowingSite) -> None:
    """After each change of one field of the version in the other language, the two builds are equal."""
    site = in_two_languages
    for value in FIELDS[name]:
        site.write("baker.de.md", {**site.postings["baker.de.md"], name: value}, site.texts["baker.de.md"])
        site.building_on_equals_building_anew()


def test_versions_that_come_and_go(in_two_languages: GrowingSite) -> None:
    """A version is removed, written again and becomes one by its name alone; and so does a page."""
    site = in_two_languages
    fields, text = site.postings["baker.de.md"], site.texts["baker.de.md"]
    for step in ("baker.de.md", None, "baker.md", None):
        if step is not None:
            (site.root / "content" / step).unlink()
        else:
            site.write("baker.de.md", fields, text)
        site.building_on_equals_building_anew()
    site.write("baker.md", {**fields, "language": "en"}, text)
    site.put("content/pages/benefits.de.md", None)
    site.building_on_equals_building_anew()
    site.put("content/pages/benefits.de.md", "# Vorteile\n")
    site.building_on_equals_building_anew()
