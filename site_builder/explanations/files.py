"""Files and folders."""

from site_builder.explanations.explanation import ERROR, WARNING, Explanation

TABLE = (
    Explanation("file-unreadable", "files", ERROR, "A file or folder cannot be opened.", "Give yourself the right to read it, or delete it."),
    Explanation("file-not-written", "files", ERROR, "A file could not be mended.", "Mostly you may not write there, or somebody changed it at the same time."),
    Explanation(
        "file-too-large", "files", ERROR, "A file has more than 250 kB.",
        "No posting has: images and other files belong into `assets/`.",
    ),
    Explanation(
        "file-encoding", "files", ERROR, "A file is not saved as UTF-8.",
        "Its letters could only be guessed. Most editors ask for the encoding in “Save as”.", source="The Unicode Standard, 3.9 (UTF-8)",
    ),
    Explanation(
        "control-character", "files", ERROR, "A file holds a character that nobody sees.",
        "It comes with text pasted from a PDF, and browsers and feed readers stumble over it. Type the line anew.",
    ),
    Explanation("file-empty", "files", ERROR, "A file is empty.", "Write its text, or delete it."),
    Explanation(
        "file-kind", "files", WARNING, "A file in `content/` is no posting, and is left out.",
        "Postings end in .md, .markdown, .html, .htm or .txt. Images belong into `assets/`; files whose names begin with `_` are passed over.",
    ),
    Explanation(
        "file-name", "files", ERROR, "A file's name is not UTF-8, or holds an invisible character.",
        "Such a name cannot become an address. Letters, digits and `-` are safe.",
    ),
    Explanation("file-name-long", "files", ERROR, "The name of a file in `assets/` is too long.", "On the site, 9 characters are added to it."),
    Explanation("file-special", "files", ERROR, "Something in a folder of the site is no file: a pipe, a socket or a device.", "Reading it might never end."),
    Explanation(
        "translation-differs", "files", WARNING, "A posting says another fact than its version in another language.",
        "Until when one can apply, what the job pays and how it is done are the same in every language; one of the two is probably out of date. "
        "What a version leaves out is no difference, but for `valid_through`, `opens_on` and `open`.",
        wrong="valid_through: 2027-01-31   (and 2027-02-28 in gardener.de.md)", right="valid_through: 2027-02-28   (in both)",
    ),
    Explanation(
        "translation-double", "files", ERROR, "Two files are one posting, or page, in the same language.",
        "One of them would be listed, and nobody could say which. Files are versions of each other when their names differ by the language alone "
        "(`gardener.md`, `gardener.de.md`), or when one names the other under `translation_of`.",
        wrong="gardener.de.md, and gaertner.md with `language: de` and `translation_of: gardener.md`", right="gardener.md and gardener.de.md",
    ),
    Explanation(
        "translation-language", "files", ERROR, "A file's name says another language than the file.",
        "`gardener.de.md` is in German, and need not say so.", wrong="language: en   (in gardener.de.md)", right="language: de",
    ),
    Explanation(
        "translation-missing", "files", WARNING, "A file names another one as its version in another language, and that one is not there.",
        "It is published without the link. The name is that of the file, beside this one; with a slash it counts from `content/`.",
        wrong="translation_of: gardner.md", right="translation_of: gardener.md",
    ),
    Explanation(
        "translation-without-tree", "files", WARNING, "A translation is in a language for which the site has no pages.",
        "It is published among those in the site's own language, as a posting of its own. docs/settings.md says how a site gets another language.",
        wrong="gardener.fr.md, and no [languages.fr] in site.toml", right="[languages.fr]",
    ),
    Explanation("folder-deep", "files", ERROR, "A folder lies in too many others.", "Move it up."),
    Explanation("link-outside", "files", ERROR, "A symbolic link leads to what is not part of the site.", "It might publish a private file. Put a copy there instead."),
    Explanation("link-to-folder", "files", ERROR, "A symbolic link leads to a folder.", "Following it could go round in circles. Link to its files."),
    Explanation("link-dangling", "files", ERROR, "A symbolic link leads to nothing.", "Correct it, or delete it."),
    Explanation(
        "file-link-missing", "files", WARNING, "A text links to a file that is not there.",
        "A link to a file of `content/` leads to the page that is made of it. Without that file the page shows the link's words alone.",
        wrong="[Benefits](pages/benifits.md)", right="[Benefits](pages/benefits.md)",
    ),
    Explanation(
        "file-link-hidden", "files", WARNING, "A text links to a file that has no page now: a draft, a job that opens later, or a file that is refused.",
        "Visitors would find nothing there, so the page shows the link's words alone.",
    ),
)  # fmt: skip
