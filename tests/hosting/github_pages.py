"""What can go wrong on GitHub Pages, and what catches it: rules, tests, and what the files of a new site say. docs/publishing.md shows it to people."""

from typing import NamedTuple


class Trap(NamedTuple):
    """A way in which a site can go wrong on GitHub Pages.

    `trap` and `closed` are said to people: what happens, and what is done. `rules` are codes of problems that name it, `tests` those that keep it
    closed (`file::test`, below tests/), `files` what stands in files of a new site (path, text).
    """

    trap: str
    closed: str
    rules: tuple[str, ...] = ()
    tests: tuple[str, ...] = ()
    files: tuple[tuple[str, str], ...] = ()


PAGES = ".github/workflows/pages.yml"

TRAPS = (
    Trap(
        "A project's site lies below its repository's name, and links that begin with `/` leave it; feeds, sitemap and canonical addresses name another place.",
        "Every address is made for `base_url`; the workflow takes it from GitHub, and has the built site looked at below it before it is uploaded.",
        rules=("address-elsewhere", "link-outside-site", "link-broken"),
        tests=("test_proof.py::test_built_for_another_address", "test_proof.py::test_a_site_built_for_its_address_is_right"),
        files=((PAGES, "BASE_URL: ${{ steps.pages.outputs.base_url }}"), (PAGES, "site-builder check --output output --base-url")),
    ),
    Trap(
        "`/jobs/baker` answers 301 to `/jobs/baker/`, `/about/` answers 404 where only `about.html` is there.",
        "Each page is the `index.html` of its folder, and every link has its slash.",
        rules=("link-broken",),
        tests=("serve/test_addresses.py::test_answers_as_github_pages_does", "hosting/test_github_pages.py::test_no_link_needs_a_redirect"),
    ),
    Trap(
        "`404.html` answers at any depth, so relative links in it lead astray; without it, visitors see GitHub's page.",
        "The built-in themes write one with whole addresses; relative links in one of your own are found.",
        rules=("error-page-missing", "link-broken"),
        tests=("checking/built/test_links.py::test_the_page_of_errors_answers_anywhere", "test_five_minutes.py::test_it_is_served_as_pages_serves_it"),
    ),
    Trap(
        "There are no redirects on the server.",
        "An old address is a page that leads on at once (`refresh`, `canonical`, `noindex`, a link).",
        tests=("hosting/test_github_pages.py::test_old_addresses_lead_on", "builds/test_published_urls.py::test_a_renamed_posting_leaves_a_redirect"),
    ),
    Trap(
        "There is no answer 410 for a job that is over.",
        "Its page says so, is `noindex` and has no structured data; one that is removed answers 404.",
        rules=("json-ld-misplaced",),
        tests=("example_site/test_listings.py::test_a_closed_posting_says_so_and_is_in_no_list",),
    ),
    Trap(
        "`robots.txt` counts at a host's root alone, so that of a project's site is read by nobody.",
        "What is to be kept out says so in its own page.",
        rules=("robots-unread",),
        tests=("test_proof.py::test_the_command", "example_site/test_feeds.py::test_the_sitemap_holds_the_indexable_pages"),
    ),
    Trap(
        "A file `CNAME` has no effect where a workflow publishes.",
        "The domain is set in *Settings → Pages*; the file is named.",
        rules=("cname-ignored",),
        tests=("test_proof.py::test_the_folder",),
    ),
    Trap(
        "Files and folders that begin with a dot (`.well-known/`) are left out by the action that uploads the site.",
        "They are named; `include-hidden-files: true` takes them along.",
        rules=("hidden-file",),
        tests=("test_proof.py::test_the_folder",),
    ),
    Trap(
        "Published from a branch, the site goes through Jekyll, which drops names that begin with `_`.",
        "No such name is written. An empty file `.nojekyll` beside the pages turns Jekyll off; with the workflow it is not needed.",
        tests=("hosting/test_github_pages.py::test_nothing_that_is_written_is_left_out",),
    ),
    Trap(
        "The archive may hold no symbolic or hard links.",
        "A build writes files alone; links that got into the folder are named.",
        rules=("file-linked",),
        tests=("hosting/test_github_pages.py::test_a_build_writes_files_alone", "test_proof.py::test_links_in_the_folder"),
    ),
    Trap(
        "A site has at most 1 GB, a deployment ten minutes, traffic 100 GB a month, a branch ten builds an hour.",
        "A site that is too large is named; only what changed is built.",
        rules=("site-large",),
        tests=("test_proof.py::test_sizes", "starting/test_workflows.py::test_what_pages_asks_for"),
    ),
    Trap(
        "No headers can be set, so there is no Content-Security-Policy from the server, and `frame-ancestors`, `report-uri` and `sandbox` do nothing.",
        "Every page carries its policy; what counts as a header alone is named where a template says it.",
        rules=("policy-missing", "policy-weak"),
        tests=("theming/test_policy.py::test_every_built_page_has_one", "hosting/test_github_pages.py::test_the_policy_says_nothing_that_only_headers_can"),
    ),
    Trap(
        "Browsers keep everything for ten minutes.",
        "What changes with its content has a name that changes with it; jobs close by the visitor's clock.",
        tests=("hosting/test_github_pages.py::test_what_changes_has_another_name", "browser/test_closing.py::test_a_page_closes"),
    ),
    Trap(
        "Everything may be read from any other site (`Access-Control-Allow-Origin: *`).",
        "Nothing is written that is not public: drafts and upcoming jobs are not in the output.",
        tests=("example_site/test_pages.py::test_nothing_is_wrong_with_it",),
    ),
    Trap(
        "Older versions of GitHub's actions no longer work, and a tag can be moved.",
        "Old versions are named; a new site's are pinned to commits, and Dependabot renews them.",
        rules=("workflow-outdated",),
        tests=("test_proof.py::test_versions_of_actions", "starting/test_workflows.py::test_actions_are_pinned"),
        files=((".github/dependabot.yml", "github-actions"),),
    ),
    Trap(
        "A deployment needs the rights `pages: write` and `id-token: write`, the environment `github-pages`, and must not be cut off by the next one.",
        "The workflow of a new site has them, and nothing more.",
        tests=("starting/test_workflows.py::test_rights", "starting/test_workflows.py::test_what_pages_asks_for"),
        files=((PAGES, "id-token: write"), (PAGES, "cancel-in-progress: false"), (PAGES, "name: github-pages")),
    ),
    Trap(
        "A static site does not open or close jobs by itself.",
        "The workflow runs daily; one that does not is named.",
        rules=("workflow-unscheduled",),
        tests=("test_proof.py::test_a_workflow_without_a_schedule", "starting/test_workflows.py::test_the_daily_run_is_at_an_odd_minute"),
        files=((PAGES, "schedule:"),),
    ),
    Trap(
        "Schedules stop in public repositories that rest for sixty days.",
        "What the workflow itself commits (`published.txt`) counts; a job whose end is known closes in the browser all the same.",
        tests=("starting/test_scripts.py::test_addresses_are_recorded",),
        files=((PAGES, "git commit --quiet"), ("README.md", "60 days")),
    ),
    Trap(
        "The artifact is kept for a day, so a deployment cannot be repeated later.",
        "*Run workflow* builds and deploys anew.",
        files=((PAGES, "workflow_dispatch:"), (PAGES, "needs: build")),
    ),
)  # fmt: skip
