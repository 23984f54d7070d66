"""The rules of themes, as docs/rules/ explains them: what a built page owes to its readers, one row for each code."""

from site_builder.checking.built.explained import Explained
from site_builder.checking.rule import Group
from site_builder.model.problem import Severity


def _row(code: str, explanation: str) -> Explained:
    return Explained(code, Group.PAGES, Severity.WARNING, explanation)


RULES = (
    _row(
        "page-language-missing",
        """A page does not say in which language it is.

        A screen reader then reads it out with the sounds of another language, and browsers offer to translate what needs none.

        Source: WCAG 2.2, 3.1.1 "Language of Page".
        Wrong: <html>
        Right: <html lang="{{ config.language }}">
        """,
    ),
    _row(
        "page-title-missing",
        """A page has no title.

        It is what tabs, bookmarks, search engines and screen readers call the page.

        Source: WCAG 2.2, 2.4.2 "Page Titled".
        Wrong: <head></head>
        Right: <head><title>{{ page.title }} – {{ config.title }}</title></head>
        """,
    ),
    _row(
        "zoom-prevented",
        """A page keeps readers from making it larger, or says nothing of its width.

        Whoever sees badly enlarges pages with two fingers; a page without the line is shown tiny on telephones.

        Source: WCAG 2.2, 1.4.4 "Resize Text"; axe-core, "meta-viewport".
        Wrong: <meta name="viewport" content="width=device-width, user-scalable=no">
        Right: <meta name="viewport" content="width=device-width, initial-scale=1">
        """,
    ),
    _row(
        "landmark-main",
        """A page does not have exactly one `main`, or words stand outside of its named parts.

        Screen readers leap from part to part: what is in none of them is missed, and without `main` the way past the navigation is long.

        Source: WCAG 2.2, 1.3.1 and 2.4.1; W3C, ARIA Authoring Practices Guide, "Landmark Regions"; axe-core, "region".
        Wrong: <body><div>…</div></body>
        Right: <body><header>…</header> <main>…</main> <footer>…</footer></body>
        """,
    ),
    _row(
        "landmark-unnamed",
        """A page has several parts of one kind, such as two `nav`, and their names do not tell them apart.

        A list of landmarks then says "navigation, navigation".

        Source: W3C, ARIA Authoring Practices Guide, "Landmark Regions"; axe-core, "landmark-unique".
        Wrong: <nav>…</nav> <nav>…</nav>
        Right: <nav aria-label="Main">…</nav> <nav aria-label="Pages">…</nav>
        """,
    ),
    _row(
        "heading-main",
        """A page has no `h1`, or more than one.

        It says what the page is about; screen readers go there first.

        Source: WCAG 2.2, 1.3.1 and 2.4.6; axe-core, "page-has-heading-one".
        Wrong: <div class="title">Gardener</div>
        Right: <h1>Gardener</h1>
        """,
    ),
    _row(
        "heading-gap",
        """Headings leave a level out: after one of level 2 comes one of level 4.

        Who goes through a page by its headings believes to have missed something. In a posting's text, headings begin at level 2 (`##`), however
        they are written.

        Source: WCAG 2.2, 1.3.1; axe-core, "heading-order".
        Wrong: <h2>Tasks</h2> <h4>Daily</h4>
        Right: <h2>Tasks</h2> <h3>Daily</h3>
        """,
    ),
    _row(
        "heading-empty",
        """A heading has no words.

        Screen readers say "heading", and then nothing.

        Source: WCAG 2.2, 1.3.1 and 2.4.6; axe-core, "empty-heading".
        Wrong: <h2></h2>
        Right: <h2>Benefits</h2>
        """,
    ),
    _row(
        "name-missing",
        """A link, a button or a frame has no words that could be read out.

        A link that is but a picture is read as its address, letter by letter.

        Source: WCAG 2.2, 2.4.4 and 4.1.2; axe-core, "link-name" and "button-name".
        Wrong: <a href="/"><img src="logo.svg" alt=""></a>
        Right: <a href="/"><img src="logo.svg" alt="Example Ltd"></a>
        """,
    ),
    _row(
        "label-missing",
        """A field of a form has no label.

        Nobody who does not see it knows what to write. A `placeholder` is gone when one begins to type, and is no label.

        Source: WCAG 2.2, 1.3.1, 3.3.2 and 4.1.2; axe-core, "label".
        Wrong: <input name="q" placeholder="Search">
        Right: <label for="q">Search</label> <input id="q" name="q">
        """,
    ),
    _row(
        "alt-missing",
        """An image has no `alt`.

        Screen readers then read out the file's name. What only decorates has an empty one.

        Source: WCAG 2.2, 1.1.1 "Non-text Content"; axe-core, "image-alt".
        Wrong: <img src="{{ asset('team.jpg') }}">
        Right: <img src="{{ asset('team.jpg') }}" alt="The team on the roof">
        """,
    ),
    _row(
        "contrast-low",
        """Text is hard to tell from its ground, in the light or in the dark.

        Text needs a contrast of 4.5, large text (24 pixels, or 18.66 if bold) 3. It is worked out from the style sheets, without a browser, for two
        pages of each kind on a wide screen: `var()`, `light-dark()` and `color-mix()` in sRGB are known, each rule counts where its selector fits.
        Nothing is said of text on pictures and gradients, of what is half transparent as a whole, and of colours in other spaces than sRGB and OKLab.

        Source: WCAG 2.2, 1.4.3 "Contrast (Minimum)".
        Wrong: .note { color: #999; background: #fff }
        Right: .note { color: #595959; background: #fff }
        """,
    ),
    _row(
        "focus-hidden",
        """A style sheet takes the outline away from what has the focus, and puts nothing in its place.

        Who uses a keyboard no longer sees where on the page they are. An outline, a shadow, a border, a ground or an underline of another kind will do.

        Source: WCAG 2.2, 2.4.7 "Focus Visible".
        Wrong: a { outline: none }
        Right: a:focus-visible { outline: 3px solid var(--accent) }
        """,
    ),
    _row(
        "target-small",
        """A style sheet states a size of less than 24 by 24 pixels for something that is to be pressed.

        Trembling hands and large thumbs miss it. Only sizes that a rule states (`width`, `height`, `max-…`) are looked at: those that come of words
        and padding only a browser knows.

        Source: WCAG 2.2, 2.5.8 "Target Size (Minimum)".
        Wrong: .menu button { width: 16px; height: 16px }
        Right: .menu button { width: 2.75rem; height: 2.75rem }
        """,
    ),
    _row(
        "handler-inline",
        """A script stands in an attribute.

        The page's policy forbids it, since nobody could tell it from one that an attacker put there; so it does nothing.

        Source: Content Security Policy Level 3 (w3.org/TR/CSP3), section 4.2.3.
        Wrong: <button onclick="share()">
        Right: <button data-share>   (and a file in assets/ that finds it)
        """,
    ),
    _row(
        "style-inline",
        """A style stands in an attribute.

        The page's policy forbids it, so it does nothing.

        Source: Content Security Policy Level 3 (w3.org/TR/CSP3), section 4.2.3.
        Wrong: <p style="color: red">
        Right: <p class="warning">
        """,
    ),
    _row(
        "script-eval",
        """A script makes code of a text.

        The page's policy forbids it: what an attacker gets into that text would run.

        Source: Content Security Policy Level 3 (w3.org/TR/CSP3), section 4.4.
        Wrong: const data = eval(text)
        Right: const data = JSON.parse(text)
        """,
    ),
    _row(
        "host-foreign",
        """A page or a style sheet asks another host for something: a font, a picture, a script.

        That host learns who looks at which job, which needs their consent in many countries; and when it is slow or gone, so is the page. The page's
        policy lets it through only if site.toml allows the host under `[content_security_policy]`; then nothing is said here.

        Source: Content Security Policy Level 3 (w3.org/TR/CSP3); the judgement of LG München I of 20 January 2022, 3 O 17493/20 (fonts from another
        host); GDPR, articles 6 and 44.
        Wrong: <link rel="stylesheet" href="https://fonts.example.com/css?family=Inter">
        Right: <link rel="stylesheet" href="{{ asset('inter.css') }}">
        """,
    ),
    _row(
        "policy-missing",
        """A page has no Content-Security-Policy, or it comes too late.

        The program writes it right after `<meta charset>`; a template without that and without a `<head>` leaves it no place. What stands before it
        is not ruled by it.

        Source: Content Security Policy Level 3 (w3.org/TR/CSP3), section 3.3.
        Wrong: <!doctype html><body>…</body>
        Right: <!doctype html><html lang="en"><head><meta charset="utf-8">…</head><body>…</body></html>
        """,
    ),
    _row(
        "policy-weak",
        """A template writes a Content-Security-Policy of its own, which lets anything run, or says what counts only as a header.

        Leave it out: the one that the program writes allows the page's own scripts by their hashes. `frame-ancestors`, `report-uri` and `sandbox` do
        nothing in a page.

        Source: Content Security Policy Level 3 (w3.org/TR/CSP3), sections 2.3 and 3.3.
        Wrong: <meta http-equiv="Content-Security-Policy" content="script-src 'self' 'unsafe-inline'">
        Right: nothing, and in site.toml what is allowed besides
        """,
    ),
    _row(
        "page-heavy",
        """A page is heavier than job seekers in a train should have to wait for.

        A job's page may take 30 kB with its style sheets and scripts, as they are sent (compressed), and a list of fifty jobs 40 kB, with half a
        kilobyte for each job more. Images do not count.

        Source: web.dev, "Your first performance budget".
        Wrong: a style sheet of 200 kB
        Right: the rules that the pages use
        """,
    ),
)
