"""Where the files lie of which a site is made, as paths relative to its folder, and how the names of postings and pages end."""

CONTENT = "content"
PAGES = f"{CONTENT}/pages/"
FOLDERS = (CONTENT, "templates", "assets", "themes")
"""Whatever is read, beside site.toml."""
ENDINGS = (".md", ".markdown", ".html", ".htm", ".txt")
"""Of postings and pages, in lower case."""


def below_content(path: str) -> str:
    """Return a path as it is below `content/`: folders are named so in settings."""
    return path.removeprefix(f"{CONTENT}/")
