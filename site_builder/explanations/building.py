"""What keeps a site from being built, whatever its files say."""

from site_builder.explanations.explanation import ERROR, WARNING, Explanation

TABLE = (
    Explanation(
        "path-clash", "building", ERROR, "Two files of the site want one path.",
        "Only one of them could stand there. Names that differ by capitals alone are one on macOS and Windows. Give one a `slug` or an alias of its own.",
    ),
    Explanation("build-running", "building", ERROR, "Another build or check of this site is running.", "Two at a time would overwrite each other's work."),
    Explanation(
        "output-refused", "building", ERROR, "The output folder is not ours to write into.",
        "What was not written by site-builder is never touched. Choose another folder with `--output`, or empty this one.",
    ),
    Explanation("site-not-built", "building", ERROR, "The folder that was to be looked at holds no built site.", "`check --output` looks at what `build` has made: its folder has an `index.html`."),
    Explanation("output-not-written", "building", ERROR, "The result could not be written.", "Mostly the disk is full, or you may not write there. The last good site is as it was."),
    Explanation("ledger-not-written", "building", ERROR, "What was done could not be remembered.", "Mostly the disk is full, or you may not write into `.cache/`."),
    Explanation("worker-died", "building", ERROR, "A process was ended from outside while it worked.", "Mostly memory ran out."),
    Explanation("own-mistake", "building", ERROR, "The program itself made a mistake.", "Please report it, with what it says."),
    Explanation(
        "address-lost", "building", WARNING, "An address at which a posting was published has no page any more, and another posting may be that one.",
        'Links from elsewhere would end at "page not found". Nothing is guessed: say with `aliases` that it is the same job, or delete the line in published.txt if it is not.',
        right="aliases: [/jobs/old-name/]",
    ),
    Explanation(
        "option-deprecated", "building", WARNING, "A workflow calls the program with an option of an earlier version.",
        "It is taken for the new one, until the version that the problem names. docs/stability.md lists all such names.",
    ),
    Explanation("published-wrong", "building", WARNING, "A line of published.txt cannot be read.", "It was perhaps left by a merge. The file is not written before it is mended."),
    Explanation("published-unreadable", "building", WARNING, "The file published.txt cannot be read, so old addresses lead nowhere.", "The site is built without it. It is a text file in UTF-8, kept in git."),
    Explanation("published-not-written", "building", WARNING, "The file published.txt cannot be written.", "The site is published all the same; build where you may write the file, and commit it."),
)  # fmt: skip
