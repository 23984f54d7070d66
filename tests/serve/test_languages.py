"""A site in several languages while it is served."""

from tests.serve.bakery import BAKER, SETTINGS
from tests.serve.running import Running

GERMAN = "/repo/de/jobs/baker/"


def test_versions_and_trees_come_and_go(running: Running) -> None:
    """A tree, a version in it and the links between the two are there as soon as they are written, and gone with them."""
    running.get("/repo/")
    running.edit("site.toml", f"{SETTINGS}\n[languages.de]\n")
    running.wait_for("/repo/de/", lambda reply: "Baker" in reply.text and "Englisch" in reply.text)
    running.edit("content/baker.de.md", BAKER.replace("Baker", "Bäckerin"))
    running.wait_for(GERMAN, lambda reply: "Bäckerin" in reply.text)
    assert 'hreflang="de"' in running.get("/repo/jobs/baker/").text
    assert "Englisch" not in running.get("/repo/de/").text
    running.edit("content/baker.de.md", BAKER.replace("Baker", "Bäckerin (m/w/d)"))
    running.wait_for("/repo/de/", lambda reply: "Bäckerin (m/w/d)" in reply.text)
    running.delete("content/baker.de.md")
    running.wait_for(GERMAN, lambda reply: reply.status == 404)
    assert 'rel="alternate" hreflang' not in running.get("/repo/jobs/baker/").text
    running.edit("site.toml", SETTINGS)
    running.wait_for("/repo/de/", lambda reply: reply.status == 404)
