"""The text below the fields."""

from site_builder.explanations.explanation import ERROR, WARNING, Explanation

TABLE = (
    Explanation(
        "text-missing", "text", WARNING, "The posting has no text.",
        "A title alone tells nobody what the job is. Google for Jobs demands a description.",
        source="Google, JobPosting structured data, description (required)",
    ),
    Explanation(
        "text-is-email", "text", ERROR, "The text begins with the head of an e-mail.",
        "Private addresses would be published.",
        wrong="From: Ada Example <ada@example.com>\nSubject: New job\n\nWe look for you.", right="We look for you.",
    ),
    Explanation(
        "text-too-complex", "text", ERROR, "The text is made so that reading it would take too long.",
        "Hundreds of quotes in each other and vast tables are made by mistake, or to keep a program busy.",
    ),
    Explanation(
        "html-removed", "text", WARNING, "Something in the text is not shown: a program, a style or a form.",
        "A posting is text. What could run on the page, or change its looks, is taken out.",
        wrong="<script>alert(1)</script>", right="Plain words, lists, tables, links and images.",
    ),
    Explanation(
        "unsafe-url", "text", WARNING, "An address in the text is of no safe kind, and is taken out.",
        "`javascript:` and the like run programs.",
        wrong="[Apply](javascript:apply)", right="[Apply](https://example.com/apply)",
    ),
    Explanation(
        "relative-link", "text", WARNING, "An address in the text leads nowhere, since it is neither whole nor begins with `/`.",
        "A path that is relative to the file may lead to another file of `content/`, whose page the link then leads to, or to one in `assets/`. What any other "
        "means on a page, which lies elsewhere than its file, is anybody's guess.",
        wrong="[The form](../form.pdf)", right="[The form](/assets/form.pdf)",
    ),
    Explanation(
        "image-outside", "text", WARNING, "An image lies on another host, and is not shown.",
        "It would tell that host who reads the page. Put the image into `assets/` and write its name alone.",
        wrong="![Our workshop](https://example.org/workshop.jpg)", right="Our workshop is light and quiet.",
    ),
    Explanation(
        "asset-missing", "text", WARNING, "The text names a file that is not in `assets/`.",
        "The image or the link would be broken.",
        wrong="[The form](/assets/from.pdf)", right="[Benefits](/benefits/)",
    ),
    Explanation(
        "fragment-missing", "text", WARNING, "A link leads to a heading that this text does not have.",
        "It would lead nowhere.",
        wrong="[Benefits](#benefits)", right="[Benefits](#benefits)\n\n## Benefits\n\nThirty days of holiday.",
    ),
    Explanation(
        "block-unknown", "text", ERROR, "A block of a page is of a kind that does not exist.",
        "It would stand on the page as it is written. docs/theming.md lists the kinds.",
    ),
    Explanation(
        "block-open", "text", ERROR, "A block of a page has no end, or an end has no block.",
        "A line of ::: ends a block; without it nobody knows which text belongs to it.",
    ),
    Explanation(
        "block-wrong", "text", ERROR, "What stands in a block of a page cannot be read.",
        "Each kind of block has a form of its own; docs/theming.md shows an example of each.",
    ),
    Explanation(
        "jobs-none", "text", WARNING, "A list of jobs on a page asks for what no open job has, and another name is nearly the same.",
        "The list stays empty, though the jobs that are meant are there.",
    ),
)  # fmt: skip
