"""site.toml, themes and templates."""

from site_builder.explanations.explanation import ERROR, WARNING, Explanation

TABLE = (
    Explanation(
        "settings-missing", "settings", ERROR, "There is no site.toml in the folder.",
        "Name the site's folder with `--site`, or write the file; docs/settings.md says how.",
    ),
    Explanation(
        "setting-missing", "settings", ERROR, "A setting is missing that every site needs.",
        "Without its address, the site could not link to itself.",
        wrong='[site]\ntitle = "Jobs"', right='[site]\ntitle = "Jobs"\nbase_url = "https://example.org/"',
    ),
    Explanation(
        "setting-unknown", "settings", ERROR, "A section or setting does not exist.",
        "Mostly it is a slip: what it says would silently have no effect.",
        wrong='[site]\ntitle = "Jobs"\nbase_url = "https://example.org/"\nlangauge = "de"',
        right='[site]\ntitle = "Jobs"\nbase_url = "https://example.org/"\nlanguage = "de"',
    ),
    Explanation(
        "setting-wrong", "settings", ERROR, "The value of a setting cannot be used.",
        "docs/settings.md says what each may be.",
        wrong='[site]\ntitle = "Jobs"\nbase_url = "example.org"', right='[site]\ntitle = "Jobs"\nbase_url = "https://example.org/"',
    ),
    Explanation(
        "setting-deprecated", "settings", WARNING, "A section or setting of site.toml has the name that it had in an earlier version.",
        "It is read as the new one, until the version that the problem names. `check --fix` writes the new name, unless it belongs into another section. docs/stability.md "
        "lists all such names.",
    ),
    Explanation(
        "start-missing", "settings", ERROR, "The site has pages alone, and none of them is for its start.",
        "Whoever comes to its address would find nothing. With `pages_only`, the start page is the text of `content/pages/index.md`.",
    ),
    Explanation(
        "job-unexpected", "settings", ERROR, "There is a job, and site.toml says that the site has pages alone.",
        "It would be shown nowhere. Take `pages_only` out, or put the file into `content/pages/`.",
    ),
    Explanation(
        "language-without-words", "settings", WARNING, "The theme has no words in the site's language.",
        "The interface is in English then. Write strings/LANGUAGE.toml; docs/theming.md says how.",
    ),
    Explanation("theme-missing", "theme", ERROR, "There is no theme of the name that site.toml gives.", "Choose one of those that are there, or put yours into `themes/`."),
    Explanation("theme-circle", "theme", ERROR, "A theme extends itself, directly or through others.", "Take `extends` out of one of them."),
    Explanation("theme-wrong", "theme", ERROR, "A theme.toml says something that cannot be.", "docs/theming.md says what stands in it."),
    Explanation("theme-setting-unknown", "theme", ERROR, "Under [theme.settings] stands a name that the theme does not know.", "Mostly it is a slip: the setting would have no effect."),
    Explanation("theme-setting-wrong", "theme", ERROR, "The value of a theme's setting cannot be used.", "The theme's theme.toml lists what may be chosen."),
    Explanation(
        "contrast-poor", "theme", ERROR, "A colour of the settings cannot be read on its ground.",
        "Text and links need a contrast of 4.5 (WCAG 2.2, 1.4.3), in the light and in the dark. The problem names the nearest colour of the same hue that has it.",
        wrong='[theme.settings]\naccent = "#ffcc00"', right='[theme.settings]\naccent = "#856a03"\nbutton = "#ffcc00"',
    ),
    Explanation("theme-default-wrong", "theme", ERROR, "A theme's own default is not among its choices.", "Correct it in the theme's theme.toml."),
    Explanation(
        "cards-missing", "theme", WARNING, "Pictures of jobs are asked for, and what draws them is not installed.",
        "The pages are shared without pictures. `pip install 'site-builder[cards]'` brings it.",
        wrong="[theme.settings]\ncards = true", right="[theme.settings]\ncards = false",
    ),
    Explanation(
        "theme-deprecated", "theme", WARNING, "A theme, a template, a style sheet or a script uses a name of an earlier version.",
        "It is taken for the new one, until the version that the problem names. `check --fix` writes the new names of settings, in site.toml and theme.toml. docs/stability.md "
        "lists all such names.",
    ),
    Explanation(
        "template-block-unknown", "theme", WARNING, "A template fills a block that the templates which it extends do not have.",
        "Nothing of it is shown: mostly the name is a slip, or the block stands in another template. docs/theming.md lists the blocks of each.",
    ),
    Explanation("template-error", "theme", ERROR, "A template cannot be rendered.", "docs/theming.md lists what a template may use."),
    Explanation(
        "check-code-unknown", "check", WARNING, "A code or group that is turned off or asked for does not exist.",
        "Mostly it is a slip: it would have no effect. docs/rules/ lists all of them. In site.toml it is an error.",
        wrong="check_off: [aply-missing]", right="check_off: [apply-missing]",
    ),
    Explanation(
        "check-off-error", "check", WARNING, "What is turned off is an error without which nothing can be published.",
        "Such errors are always reported, and stop the build: mend what they name.",
        wrong="check_off: [title-missing]", right="title: Data Engineer",
    ),
    Explanation(
        "check-off-unused", "check", WARNING, "A file turns something off that is not found in it.",
        "It was mended: take the word out, or it would hide the same mistake the next time.",
        wrong="apply_email: jobs@example.com\ncheck_off: [apply-missing]", right="apply_email: jobs@example.com",
    ),
)  # fmt: skip
