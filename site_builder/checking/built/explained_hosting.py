"""The rules of `check --output`, as docs/rules/ explains them: whether a built site can be served as it is."""

from site_builder.checking.built.explained import Explained
from site_builder.checking.rule import Group
from site_builder.model.problem import Severity

HOSTING_RULES = (
    Explained(
        "address-elsewhere",
        Group.HOSTING,
        Severity.ERROR,
        """A page, a feed or the sitemap says that it lies at another address than that at which the site will be.

        Search engines then look for it there, and readers of feeds get dead links. The site was built for another address: mostly `build` was
        run without the `--base-url` with which it is published.

        Source: developers.google.com/search/docs/crawling-indexing/consolidate-duplicate-urls; sitemaps.org/protocol.html ("Sitemap file location").
        Wrong: <link rel="canonical" href="https://example.com/jobs/baker/"> at https://org.github.io/repo/jobs/baker/
        Right: site-builder build --base-url https://org.github.io/repo/
        """,
    ),
    Explained(
        "example-published",
        Group.HOSTING,
        Severity.WARNING,
        """An example posting that came with the site is about to be published.

        It is invented, and looks like an open job to people and to Google for Jobs. Delete its file, or the folder `content/examples/`.

        Source: developers.google.com/search/docs/appearance/structured-data/job-posting, "Content policies" (no expired or fake jobs).
        Wrong: content/examples/office-manager.md
        Right: content/your-own-job.md
        """,
    ),
    Explained(
        "hidden-file",
        Group.HOSTING,
        Severity.WARNING,
        """A file or folder whose name begins with a dot will not be published on GitHub Pages.

        The action that uploads the site leaves such files out since its version 4; from version 5 on, `include-hidden-files: true` takes them
        along. Other hosts need a setting of their own, too.

        Source: github.com/actions/upload-pages-artifact, "Release v4.0.0" and "v5.0.0".
        Wrong: output/.well-known/security.txt, with upload-pages-artifact alone
        Right: with: {path: output, include-hidden-files: true}
        """,
    ),
    Explained(
        "file-linked",
        Group.HOSTING,
        Severity.WARNING,
        """A symbolic link lies in the built site.

        What GitHub Pages takes is an archive without symbolic and hard links. Depending on what uploads it, the file is missing, or one from
        elsewhere on the machine is published in its place.

        Source: github.com/actions/upload-pages-artifact, "Artifact validation".
        Wrong: output/brochure.pdf -> ../../brochure.pdf
        Right: assets/brochure.pdf
        """,
    ),
    Explained(
        "site-large",
        Group.HOSTING,
        Severity.WARNING,
        """The site is larger than what GitHub Pages takes.

        A published site may have up to 1 GB, and a deployment ends after ten minutes; from about 100,000 files on it may not be done by then.
        A site of that size is better off on a web server or in an object store.

        Source: docs.github.com/pages, "GitHub Pages limits".
        Wrong: 1.4 GB in output/, of which 1.3 GB are photographs
        Right: pictures of some 100 kB each, or another host
        """,
    ),
    Explained(
        "error-page-missing",
        Group.HOSTING,
        Severity.WARNING,
        """The site has no page for addresses that lead nowhere.

        Who follows an old link to a job then sees the host's own error page, without a way to the open jobs. The file is `404.html`, at the
        site's root.

        Source: docs.github.com/pages, "Creating a custom 404 page for your GitHub Pages site".
        Wrong: output/ without 404.html
        Right: output/404.html, as the built-in themes write it
        """,
    ),
    Explained(
        "robots-unread",
        Group.HOSTING,
        Severity.NOTE,
        """No search engine will read the site's robots.txt, since the site does not lie at its host's root.

        Only `https://HOST/robots.txt` counts. What is to be kept out says so itself (`noindex`). Name the sitemap in Search Console, or in the
        robots.txt at the root, if that is yours.

        Source: RFC 9309, 2.3; developers.google.com/search/docs/crawling-indexing/robots/robots_txt ("Examples of valid robots.txt URLs").
        Wrong: https://org.github.io/repo/robots.txt
        Right: https://org.github.io/repo/sitemap.xml, submitted in Search Console
        """,
    ),
    Explained(
        "cname-ignored",
        Group.HOSTING,
        Severity.WARNING,
        """A file CNAME has no effect where a workflow publishes the site.

        It counts only when GitHub Pages publishes from a branch. With a workflow a domain of your own is set in the repository's settings.

        Source: docs.github.com/pages, "Managing a custom domain for your GitHub Pages site".
        Wrong: assets/CNAME
        Right: Settings → Pages → Custom domain
        """,
    ),
    Explained(
        "workflow-outdated",
        Group.HOSTING,
        Severity.WARNING,
        """A workflow uses a version of one of GitHub's actions that no longer works.

        GitHub has switched the older services off, so the run fails with a message that names them.

        Source: github.blog/changelog, 2024-04-16 (artifacts v3) and 2024-12-05 (Pages actions and cache service).
        Wrong: uses: actions/upload-pages-artifact@v2
        Right: uses: actions/upload-pages-artifact@v5
        """,
    ),
    Explained(
        "workflow-unscheduled",
        Group.HOSTING,
        Severity.NOTE,
        """The workflow that publishes the site does not run by itself.

        A static site opens jobs, and takes closed ones out of lists and feeds, when it is built. Let the workflow run once a day, at an odd
        minute: GitHub is busy on the full hour.

        Source: docs.github.com/actions, "Events that trigger workflows: schedule".
        Wrong: on: {push: {branches: [main]}}
        Right: on: {push: {branches: [main]}, schedule: [{cron: "17 3 * * *"}]}
        """,
    ),
)

HOSTING_SEVERITY_OF = {rule.code: rule.severity for rule in HOSTING_RULES}
