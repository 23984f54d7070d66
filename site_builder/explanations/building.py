"""What keeps a site from being built, whatever its files say."""

from site_builder.explanations.explanation import ERROR, Explanation

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
    Explanation("output-not-written", "building", ERROR, "The result could not be written.", "Mostly the disk is full, or you may not write there. The last good site is as it was."),
    Explanation("ledger-not-written", "building", ERROR, "What was done could not be remembered.", "Mostly the disk is full, or you may not write into `.cache/`."),
    Explanation("worker-died", "building", ERROR, "A process was ended from outside while it worked.", "Mostly memory ran out."),
    Explanation("own-mistake", "building", ERROR, "The program itself made a mistake.", "Please report it, with what it says."),
)  # fmt: skip
