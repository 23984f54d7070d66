"""Mistakes, the author's and ours: in the page, in the terminal, and gone when they are mended."""

from datetime import date
from pathlib import Path

import pytest

from tests.serve.bakery import BAKER, SETTINGS
from tests.serve.running import PATIENCE, RELOAD, Running, browser


def test_a_broken_posting(running: Running) -> None:
    """A mistake is shown over the last good site with file, line and remedy, and goes when it is mended."""
    running.get("/repo/")
    with browser(running) as messages:
        running.edit("content/baker.md", BAKER.replace("2026-11-02", "yesterday").replace("bread", "cake"))
        assert messages.get(timeout=PATIENCE) == RELOAD
        broken = running.get("/repo/jobs/baker/")
        assert broken.status == 200
        assert "<code>content/baker.md:3</code>" in broken.text
        assert "1 error. The page is that of the last good site." in broken.text
        assert "Bake bread" in broken.text
        assert "site-builder-problems" in running.get("/repo/nowhere/").text
        assert not list(running.root.glob(".cache/serve/site/**/*yesterday*"))
        assert "site-builder-problems" not in (running.root / ".cache/serve/site/index.html").read_text()
        assert any(line.startswith("content/baker.md:3: error: ") for line in running.said)
        running.edit("content/baker.md", BAKER)
        assert messages.get(timeout=PATIENCE) == RELOAD
    assert "site-builder-problems" not in running.get("/repo/jobs/baker/").text


def test_problems_are_escaped(running: Running) -> None:
    """What a posting says cannot become markup of the page that shows what is wrong with it."""
    running.get("/repo/")
    running.edit("content/baker.md", BAKER.replace("2026-11-02", '"</template><script>alert(1)</script>"'))
    page = running.wait_for("/repo/", lambda reply: "site-builder-problems" in reply.text).text
    assert "&lt;script&gt;alert(1)" in page
    assert "<script>alert" not in page


def test_many_errors(running: Running) -> None:
    """A page lists twenty errors and counts the others; the terminal has them all."""
    running.get("/repo/")
    for number in range(30):
        running.edit(f"content/wrong-{number}.md", BAKER.replace("2026-11-02", "yesterday"))
    page = running.wait_for("/repo/", lambda reply: "30 errors" in reply.text).text
    assert page.count("<li><code>content/wrong-") == 20
    assert "10 more stand in the terminal." in page
    assert {f"content/wrong-{number}.md:3" for number in range(30)} <= {
        line.partition(": ")[0] for line in running.said
    }


def test_warnings_stay_in_the_terminal(running: Running) -> None:
    """A warning keeps nothing from being shown, so it is not in the page; it is said once, not with each build."""
    running.get("/repo/")
    for word in ("bread", "cake"):
        running.edit("content/butcher.md", f"---\ntitle: Butcher\n---\n\nNo {word}.\n")
        running.wait_for("/repo/jobs/butcher/", lambda reply, word=word: word in reply.text)  # type: ignore[misc]
    assert "site-builder-problems" not in running.get("/repo/jobs/butcher/").text
    assert sum("[apply-missing]" in line for line in running.said) == 1


def test_broken_settings_and_back(running: Running) -> None:
    """site.toml may break and be mended: the site stays below its last good path, with the line that is wrong."""
    running.get("/repo/")
    running.edit("site.toml", SETTINGS.replace("title =", "titel ="))
    broken = running.wait_for("/repo/jobs/baker/", lambda reply: "site-builder-problems" in reply.text)
    assert "<code>site.toml:2</code>" in broken.text
    assert "Bake bread" in broken.text
    running.edit("site.toml", SETTINGS.replace("Jobs at Example", "Work at Example"))
    running.wait_for(
        "/repo/", lambda reply: "Work at Example" in reply.text and "site-builder-problems" not in reply.text
    )


@pytest.mark.parametrize(
    ("path", "text", "shown"),
    [
        ("site.toml", "[site\n", "<code>site.toml:"),
        ("site.toml", SETTINGS + '\n[theme]\nname = "gone"\n', "there is no theme"),
        ("content/baker.md", BAKER.replace("2026-11-02", "yesterday"), "<code>content/baker.md:3</code>"),
    ],
)
def test_starts_with_a_broken_site(site: Path, today: date, path: str, text: str, shown: str) -> None:
    """Without a good build yet every address shows what is wrong, with status 500, and the mended site comes by itself."""
    good = (site / path).read_text()
    (site / path).write_text(text)
    with Running(site, 0, today) as running:
        for address in ("/", "/repo/", "/repo/feed.xml"):
            reply = running.get(address)
            assert (reply.status, reply.headers["Content-Type"]) == (500, "text/html; charset=utf-8")
            assert shown in reply.text
        with browser(running) as messages:
            running.edit(path, good)
            assert messages.get(timeout=PATIENCE) == RELOAD
        assert running.get("/repo/").status == 200


def test_mistakes_of_ours_are_survived(running: Running) -> None:
    """An exception that nobody foresaw is in the page and, with its traceback, in the terminal; the server goes on."""
    running.get("/repo/")
    running.stumbles = True
    running.edit("content/baker.md", BAKER.replace("bread", "cake"))
    running.wait_for("/repo/", lambda reply: "ValueError: day" in reply.text)
    assert any("Traceback" in line for line in running.said)
    running.stumbles = False
    running.edit("content/baker.md", BAKER.replace("bread", "pies"))
    running.wait_for("/repo/jobs/baker/", lambda reply: "pies" in reply.text)
