"""The rules of the built pages, as docs/rules/ explains them: one row for each code that a built page can have.

An explanation is written as the docstrings of other rules are: a sentence, why, then lines that begin with `Source:`, `Wrong:` and `Right:`.
"""

from typing import NamedTuple

from site_builder.checking.rule import Group
from site_builder.model.problem import Severity


class Explained(NamedTuple):
    """A rule of the built pages. What finds it stands in look.py and pages.py, as one look at a page finds them all."""

    code: str
    group: Group
    severity: Severity
    explanation: str
    asked: bool = False


BUILT_RULES = (
    Explained(
        "link-broken",
        Group.LINKS,
        Severity.WARNING,
        """A link, an image, a feed or the sitemap leads to an address of the site at which there is nothing.

        Visitors get "page not found", search engines count it against the site. A page is found at its folder (`/benefits/`), as GitHub Pages
        serves it; capitals matter. The line is that of the posting or page which holds the address, or of the template.

        Source: docs.github.com/pages, "Creating a custom 404 page"; developers.google.com/search/docs/crawling-indexing/links-crawlable.
        Wrong: See our [benefits](/benefit/).
        Right: See our [benefits](/benefits/).
        """,
    ),
    Explained(
        "anchor-missing",
        Group.LINKS,
        Severity.WARNING,
        """A link leads to a heading of a page (`#pay`) which that page does not have.

        The page opens, but at its beginning. A heading's name is made of its words, so it changes when they do.

        Source: html.spec.whatwg.org, "Scrolling to a fragment".
        Wrong: [What we pay](#salary)   (the heading is called "Pay")
        Right: [What we pay](#pay)
        """,
    ),
    Explained(
        "link-local",
        Group.LINKS,
        Severity.WARNING,
        """A link leads to a host that only your own machine or network knows.

        It works where you try it and nowhere else: `localhost`, `192.168.0.7`, `intranet`, names that end in `.local`.

        Source: RFC 6761 and RFC 6762 (names for local use); IANA's registry of special-purpose addresses.
        Wrong: [Apply](http://localhost:8000/apply/)
        Right: [Apply](https://example.org/apply/)
        """,
    ),
    Explained(
        "link-without-host",
        Group.LINKS,
        Severity.WARNING,
        """A web address names no host, so no browser can open it.

        Mostly something is missing or mistyped after `https:`.

        Source: url.spec.whatwg.org, "URL parsing".
        Wrong: [our site](https:///about/)
        Right: [our site](https://example.org/about/)
        """,
    ),
    Explained(
        "link-outside-site",
        Group.LINKS,
        Severity.WARNING,
        """A template's link begins with `/`, but the site lies below a path, which it leaves out.

        At `https://org.github.io/repo/`, `/tags/` is a page of another site. In postings and pages the path is added by itself; templates
        have `url()` for it.

        Source: docs.github.com/pages, "Types of GitHub Pages sites".
        Wrong: <a href="/tags/">Tags</a>
        Right: <a href="{{ url('tags/') }}">Tags</a>
        """,
    ),
    Explained(
        "id-doubled",
        Group.LINKS,
        Severity.WARNING,
        """Two elements of a page have the same name.

        A link finds the first alone, and screen readers may read out the wrong label.

        Source: html.spec.whatwg.org, "The id attribute"; WCAG 2.2, 1.3.1 and 4.1.2.
        Wrong: <h2 id="pay">Pay</h2> <p id="pay">…</p>
        Right: <h2 id="pay">Pay</h2> <p id="pay-details">…</p>
        """,
    ),
    Explained(
        "json-ld-unseen",
        Group.GOOGLE,
        Severity.ERROR,
        """The structured data of a job says something that its page does not show.

        Google compares the two, and what readers cannot see may cost the job, or the whole site, its place in Google for Jobs. Text counts as
        shown when it can be read on the page: not in an attribute, not hidden, not for screen readers alone. With the built-in themes this
        cannot happen; a template of your own has to show what it leaves out.

        Source: developers.google.com/search/docs/appearance/structured-data/sd-policies, "Don't mark up content that is not visible".
        Wrong: {"@type": "JobPosting", "identifier": {"value": "TF-12"}} on a page without "TF-12"
        Right: <dt>Reference</dt> <dd>TF-12</dd>
        """,
    ),
    Explained(
        "json-ld-misplaced",
        Group.GOOGLE,
        Severity.ERROR,
        """A page that is not that of one open job holds a JobPosting.

        Google punishes JobPosting on lists of jobs, on closed jobs and on pages that it may not show (`noindex`) by hand, for the whole site.

        Source: developers.google.com/search/docs/appearance/structured-data/job-posting, "Content policies" and "Remove a job posting".
        Wrong: JobPosting on the start page
        Right: JobPosting on the page of each open job, and nowhere else
        """,
    ),
    Explained(
        "json-ld-missing",
        Group.GOOGLE,
        Severity.ERROR,
        """The page of an open job has no JobPosting.

        Without it Google for Jobs does not know the job. A template of your own has to keep the block `structured_data`.

        Source: developers.google.com/search/docs/appearance/structured-data/job-posting.
        Wrong: {% block structured_data %}{% endblock %}
        Right: {% block structured_data %}{{ json_ld }}{% endblock %}
        """,
    ),
    Explained(
        "json-ld-doubled",
        Group.GOOGLE,
        Severity.ERROR,
        """The page of a job holds more than one JobPosting.

        Google asks for one job a page, and does not say which of two it takes.

        Source: developers.google.com/search/docs/appearance/structured-data/job-posting, "Technical guidelines".
        Wrong: {{ json_ld }} {{ json_ld }}
        Right: {{ json_ld }}
        """,
    ),
    Explained(
        "json-ld-unreadable",
        Group.GOOGLE,
        Severity.ERROR,
        """Structured data that a template adds is no JSON, so nobody reads it.

        The structured data of postings is made by the program. What a template adds has to be made with `tojson`, which writes it right.

        Source: RFC 8259; json-ld.org.
        Wrong: <script type="application/ld+json">{'name': 'Jobs',}</script>
        Right: <script type="application/ld+json">{"name": "Jobs"}</script>
        """,
    ),
)

SEVERITY_OF = {rule.code: rule.severity for rule in BUILT_RULES}
