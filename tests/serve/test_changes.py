"""What is edited while the site is served comes to be shown."""

import shutil
import time

from tests.serve.bakery import BAKER, SETTINGS
from tests.serve.running import Running


def test_new_and_deleted_files(running: Running) -> None:
    """A new file gets a page, in a new folder too; a deleted one's goes."""
    running.get("/repo/")
    running.edit("content/kitchen/cook.md", BAKER.replace("Baker", "Cook"))
    running.wait_for("/repo/jobs/cook/", lambda reply: reply.status == 200)
    running.edit("content/kitchen/waiter.md", BAKER.replace("Baker", "Waiter"))
    running.wait_for("/repo/jobs/waiter/", lambda reply: reply.status == 200)
    running.delete("content/baker.md")
    running.wait_for("/repo/jobs/baker/", lambda reply: reply.status == 404)
    assert "Cook" in running.get("/repo/").text


def test_content_folder_comes_and_goes(running: Running) -> None:
    """A watched folder may be taken away and put back, or come into being, while the site is served."""
    running.get("/repo/")
    shutil.rmtree(running.root / "content")
    running.wait_for("/repo/jobs/baker/", lambda reply: reply.status == 404)
    running.edit("content/cook.md", BAKER.replace("Baker", "Cook"))
    running.wait_for("/repo/jobs/cook/", lambda reply: reply.status == 200)
    running.edit("content/cook.md", BAKER.replace("Baker", "Chef"))
    running.wait_for("/repo/jobs/cook/", lambda reply: "Chef" in reply.text)
    running.edit("templates/404.html", '<!doctype html><title>x</title><body class="kind-not-found">Mine</body>')
    running.wait_for("/repo/nowhere/", lambda reply: "Mine" in reply.text)
    running.edit("templates/404.html", '<!doctype html><title>x</title><body class="kind-not-found">Ours</body>')
    running.wait_for("/repo/nowhere/", lambda reply: "Ours" in reply.text)


def test_drafts_are_shown(running: Running) -> None:
    """A draft has its page here, marked as what it is."""
    running.get("/repo/")
    running.edit("content/cook.md", BAKER.replace("Baker", "Cook").replace("---\n\n", "draft: true\n---\n\n"))
    page = running.wait_for("/repo/jobs/cook/", lambda reply: reply.status == 200)
    assert "draft" in page.text.lower()


def test_theme_changes(running: Running) -> None:
    """A theme's template, asset and settings are watched, and a broken template is shown with its line."""
    running.get("/repo/")
    running.edit("themes/mine/theme.toml", 'extends = "base"\n')
    running.edit("themes/mine/templates/404.html", "<title>x</title>\n{{ config.title }} was mine")
    running.edit("site.toml", SETTINGS + '\n[theme]\nname = "mine"\n')
    running.wait_for("/repo/nowhere/", lambda reply: "Jobs at Example was mine" in reply.text)
    running.edit("themes/mine/templates/404.html", "<title>x</title>\n{{ config.titel }} was mine")
    broken = running.wait_for("/repo/", lambda reply: "site-builder-problems" in reply.text)
    assert (
        "<code>themes/mine/templates/404.html:2</code>" in broken.text
        or "<code>templates/404.html:2</code>" in broken.text
    )
    running.edit("themes/mine/templates/404.html", "<title>x</title>\n{{ config.title }} is mine")
    running.wait_for("/repo/nowhere/", lambda reply: "Jobs at Example is mine" in reply.text)
    start = running.get("/repo/").text
    running.edit("themes/mine/assets/site.css", "body { color: red }")
    running.wait_for("/repo/", lambda reply: stylesheet(reply.text) != stylesheet(start))


def test_today_is_asked_again(running: Running) -> None:
    """The day is asked for at every build, so that a server that runs over midnight shows the new one."""
    running.get("/repo/")
    assert len(running.days) == 1
    running.edit("content/baker.md", BAKER.replace("bread", "cake"))
    running.wait_for("/repo/jobs/baker/", lambda reply: "cake" in reply.text)
    assert len(running.days) == 2


def test_changes_during_builds_are_not_lost(running: Running) -> None:
    """However edits and builds fall together, what was written last is what is shown in the end, on every page."""
    running.get("/repo/")
    for number in range(40):
        running.edit("content/baker.md", BAKER.replace("bread", f"loaf {number}."))
        running.edit("content/cook.md", BAKER.replace("bread", f"stew {number}."))
        time.sleep(0.01)
    running.wait_for("/repo/jobs/baker/", lambda reply: "loaf 39." in reply.text)
    running.wait_for("/repo/jobs/cook/", lambda reply: "stew 39." in reply.text)


def stylesheet(html: str) -> str:
    """Return the address of a page's style sheet."""
    return html.partition('rel="stylesheet" href="')[2].partition('"')[0]
