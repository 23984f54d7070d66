"""When browsers are told to reload: once for each change of what they show."""

from tests.serve.bakery import BAKER
from tests.serve.running import PATIENCE, RELOAD, Running, browser, is_still


def test_an_edit_reloads_once(running: Running) -> None:
    """An edit is on the page, and each browser is told of it exactly once, however many files a burst has."""
    running.get("/repo/")
    with browser(running) as one, browser(running) as two:
        running.edit("content/baker.md", BAKER.replace("bread", "cake"))
        for number in range(20):
            running.edit(f"content/extra-{number}.md", BAKER.replace("Baker", f"Extra {number}"))
        for messages in (one, two):
            assert messages.get(timeout=PATIENCE) == RELOAD
        assert "Bake cake" in running.get("/repo/jobs/baker/").text
        assert "Extra 19" in running.get("/repo/").text
        for messages in (one, two):
            assert is_still(messages)


def test_each_edit_reloads(running: Running) -> None:
    """One edit after the other is told to the same browser."""
    running.get("/repo/")
    with browser(running) as messages:
        for word in ("rolls", "rye", "buns"):
            running.edit("content/baker.md", BAKER.replace("bread", word))
            assert messages.get(timeout=PATIENCE) == RELOAD
            assert word in running.get("/repo/jobs/baker/").text


def test_what_changes_nothing_reloads_nothing(running: Running) -> None:
    """A file that is saved without a change, and what editors leave beside it for a moment, reload no page."""
    running.get("/repo/")
    builds = len(running.days)
    with browser(running) as messages:
        running.edit("content/.baker.md.swp", "vim")
        running.edit("content/baker.md~", "a copy")
        running.edit("content/4913", "vim")
        running.edit("content/.git/index", "a repository")
        running.edit("output/index.html", "another build")
        assert is_still(messages)
        assert len(running.days) == builds
        running.delete("content/baker.md~")
        running.delete("content/4913")
        running.edit("content/baker.md", BAKER)
        assert is_still(messages)


def test_a_late_browser_catches_up(running: Running) -> None:
    """A browser that connects while it shows an older view, or one of an earlier run, is told to reload at once."""
    old = running.revision()
    running.edit("content/baker.md", BAKER.replace("bread", "cake"))
    running.wait_for("/repo/jobs/baker/", lambda reply: "cake" in reply.text and f"snipver={old}&" not in reply.text)
    for revision in (old, "of-an-earlier-run"):
        with browser(running, revision=revision) as messages:
            assert messages.get(timeout=PATIENCE) == RELOAD
    with browser(running) as messages:
        assert is_still(messages)
