"""What `import` finds in the files that it is given. Nothing of it is ever found by a build or a check."""

from site_builder.explanations.explanation import ERROR, WARNING, Explanation

TABLE = (
    Explanation("folder-empty", "import", ERROR, "A folder that is to be imported holds no files.", "Name the files, or the folder in which they are."),
    Explanation(
        "records-unknown", "import", ERROR, "A JSON file holds no postings in a form that is known.",
        "Known are JobPostings of schema.org and the answers of some applicant-tracking systems; docs/importing.md lists them. Save the job's page as HTML instead.",
    ),
    Explanation(
        "redirect-not-taken", "import", WARNING, "A redirect of another system cannot be taken over.",
        "A site of files leads one address, or a whole folder, to another, the same for everybody. Rewrites, conditions and parameters need a web server.",
    ),
    Explanation(
        "page-too-complex", "import", ERROR, "A saved page is made so that reading it would take too long.",
        "Copy the job's text from the browser into a .txt file.",
    ),
    Explanation(
        "left-out", "import", WARNING, "Something of the source is not in the imported posting.",
        "Mostly it belongs to the page around the posting. Where it belongs to the posting, add it by hand.",
    ),
    Explanation(
        "word-lost-punctuation", "import", WARNING, "A word lost its apostrophe, slash or per cent sign.",
        "It is named and never mended, since the source may mean what it says. `check` finds most of them as well (`text-lost-signs`).",
    ),
)  # fmt: skip
