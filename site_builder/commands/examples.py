"""An example or two for each command, which its `--help` shows and the tests parse."""

EXAMPLES: dict[str, tuple[tuple[str, str], ...]] = {
    "build": (
        ("site-builder build", "build the site in this folder into output/"),
        ("site-builder build --base-url https://org.github.io/repo/", "the same, for another address"),
        ("site-builder build --as-of 2027-02-01 --output tomorrow", "the site as it will be on that day"),
    ),
    "check": (
        ("site-builder check", "all postings and pages"),
        ("site-builder check content/nurse.md --fix", "one posting, mended where that is certain"),
        ("site-builder check --output output --base-url https://org.github.io/repo/", "what was built, before it is uploaded"),
        ("site-builder check --explain title-capitals", "what a code means"),
    ),
    "completion": (
        ('eval "$(site-builder completion bash)"', "in ~/.bashrc"),
        ("site-builder completion fish > ~/.config/fish/completions/site-builder.fish", "for fish"),
    ),
    "import": (
        ("site-builder import nurse.txt saved-page.html", "two postings that were written elsewhere"),
        ("site-builder import --dry-run --to engineering old-postings", "a folder of them: only show what would be written"),
    ),
    "new from-form": (("site-builder new from-form answers.md", "write the posting of an answered form"),),
    "new job": (('site-builder new job "Data Engineer"', "write content/data-engineer.md, a draft"),),
    "new site": (
        ("site-builder new site careers", "ask three questions, and write the site into careers/"),
        ('site-builder new site . --name "Example Ltd" --apply jobs@example.com', "ask nothing, and write it into this folder"),
    ),
    "new theme": (
        ("site-builder new theme harbour", "write themes/harbour/, which changes base"),
        ("site-builder new theme gazette --extends studio", "one that changes studio"),
    ),
    "redirects": (
        ("site-builder redirects _redirects", "print what can be taken over"),
        ("site-builder redirects old-addresses.csv --write", "put it into site.toml"),
    ),
    "schema": (("site-builder schema posting > .vscode/posting.schema.json", "the fields of a posting, for an editor"),),
    "serve": (
        ("site-builder serve", "show the site at http://127.0.0.1:8000/"),
        ("site-builder serve --site careers --port 9000", "another folder, another port"),
    ),
}  # fmt: skip
"""By the words of a command: lines as they are typed, each with what it does."""
