"""The fields of a file as a whole: names, what is missing, what contradicts."""

from site_builder.explanations.explanation import ERROR, WARNING, Explanation

_GOOGLE = "Google, JobPosting structured data"

TABLE = (
    Explanation(
        "title-missing", "fields", ERROR, "There is neither a `title` nor a heading at the text's beginning.",
        "A job without a title cannot be listed, linked or found.",
        wrong="locations: Berlin, Germany", right="title: Data Engineer\nlocations: Berlin, Germany",
    ),
    Explanation(
        "title-long", "fields", WARNING, "The title has more than 200 characters.",
        "Lists, feeds and search results cut it off. What else it says belongs into the text.",
    ),
    Explanation(
        "organization-missing", "fields", ERROR, "Nobody says who hires.",
        "Applicants want to know, and Google for Jobs demands it. Name the organization once for all postings in site.toml, under [organization], or in the posting.",
        wrong="title: Data Engineer", right="title: Data Engineer\norganization: Example Ltd", source=f"{_GOOGLE}, hiringOrganization (required)",
    ),
    Explanation(
        "date-posted-missing", "fields", WARNING, "The posting does not say when it was posted.",
        "Google for Jobs shows only postings with this date, and people pass over jobs of which nobody knows how old they are.",
        wrong="title: Data Engineer", right="title: Data Engineer\ndate_posted: 2026-11-21", source=f"{_GOOGLE}, datePosted (required)",
    ),
    Explanation(
        "locations-missing", "fields", WARNING, "The posting does not say where the work is done.",
        "Google for Jobs shows only postings with a place, or those that are always remote.",
        wrong="title: Data Engineer", right="title: Data Engineer\nlocations: Berlin, Germany", source=f"{_GOOGLE}, jobLocation (required)",
    ),
    Explanation(
        "locations-unclear", "fields", WARNING, "The place is one that has no address, such as a continent.",
        "It is shown as it is written, but neither maps nor Google for Jobs can find it.",
        wrong="locations: Worldwide", right="remote: full\napplicant_locations: [DE, FR]",
    ),
    Explanation(
        "locations-without-country", "fields", WARNING, "A place does not say its country.",
        "Many towns share a name, and Google for Jobs asks for the country. It is never guessed here.",
        wrong="locations: Portland", right="locations: Portland, Oregon, USA", source=f"{_GOOGLE}, jobLocation.address.addressCountry (required)",
    ),
    Explanation(
        "applicant-locations-missing", "fields", WARNING, "A remote job does not say in which countries applicants may live.",
        "Without them, and without a place, Google for Jobs does not show the posting; and people apply who cannot be hired.",
        wrong="remote: full", right="remote: full\napplicant_locations: [DE, AT]", source=f"{_GOOGLE}, applicantLocationRequirements",
    ),
    Explanation(
        "remote-unclear", "fields", WARNING, "Nobody can tell whether one may always work away from an office.",
        "A word such as “possible” says neither, nor does a place beside a word for remote work in `locations`. Google calls a job remote only if it is so all of the time.",
        wrong="remote: possible", right="locations: Hamburg, Germany\nremote: hybrid", source=f"{_GOOGLE}, jobLocationType",
    ),
    Explanation(
        "remote-contradiction", "fields", WARNING, "`remote` and `locations` contradict each other.",
        "One of the two is wrong, and readers cannot know which.",
        wrong="locations: Remote\nremote: none", right="locations: Hamburg, Germany\nremote: none",
    ),
    Explanation(
        "apply-missing", "fields", WARNING, "The posting does not say how to apply.",
        "Its page shows no way to apply. `contact` only says whom to ask.",
        wrong="title: Data Engineer", right="title: Data Engineer\napply_email: jobs@example.com",
    ),
    Explanation(
        "salary-unstructured", "fields", WARNING, "The pay is shown as it is written, but no program can read it.",
        "Job boards and Google for Jobs sort and filter by pay. What is not certain (a currency, whether a year or an hour is meant) is never guessed here.",
        wrong="salary: competitive", right="salary: 60000-75000 EUR per YEAR", source=f"{_GOOGLE}, baseSalary",
    ),
    Explanation(
        "employment-type-unstructured", "fields", WARNING, "The kind of employment is shown as it is written, but no program can read it.",
        "Words such as `permanent` say how long a contract runs, not how many hours a week it has.",
        wrong="employment_type: permanent", right="employment_type: FULL_TIME", source=f"{_GOOGLE}, employmentType",
    ),
    Explanation(
        "employment-type-unclear", "fields", WARNING, "Somebody permanent or a contractor may do the job, and of the permanent it is not said whether they work full-time.",
        "All of it is shown as it is written, but programs read the contractor alone. Whether full-time or part-time is meant is never guessed here.",
        wrong="employment_type: permanent or freelance", right="employment_type: [FULL_TIME, CONTRACTOR]", source=f"{_GOOGLE}, employmentType",
    ),
    Explanation(
        "education-unstructured", "fields", WARNING, "The education is shown as it is written, but no program can read it.",
        "“A degree” can be a bachelor's or a master's, and a wish is no condition. Google for Jobs knows five kinds, and `no requirements`.",
        wrong="education: a relevant degree", right="education: bachelor degree", source=f"{_GOOGLE}, educationRequirements",
    ),
    Explanation(
        "experience-unstructured", "fields", WARNING, "The experience is shown as it is written, but no program can read it.",
        "Google for Jobs takes a number of months. How many “several years” are is never guessed here.",
        wrong="experience: several years", right="experience: 3 years", source=f"{_GOOGLE}, experienceRequirements",
    ),
    Explanation(
        "valid-through-before-date-posted", "fields", ERROR, "The posting ends before it was posted.",
        "It would never be open: one of the two dates is wrong.",
        wrong="date_posted: 2026-11-21\nvalid_through: 2026-01-31", right="date_posted: 2026-11-21\nvalid_through: 2027-01-31",
    ),
    Explanation(
        "valid-through-before-opens-on", "fields", ERROR, "The posting ends before it opens.",
        "It would never be open: one of the two dates is wrong.",
        wrong="opens_on: 2026-11-21\nvalid_through: 2026-01-31", right="opens_on: 2026-11-21\nvalid_through: 2027-01-31",
    ),
    Explanation(
        "date-modified-before-date-posted", "fields", WARNING, "The posting was changed before it was posted.",
        "One of the two dates is wrong.",
        wrong="date_posted: 2026-11-21\ndate_modified: 2026-11-02", right="date_posted: 2026-11-21\ndate_modified: 2026-11-25",
    ),
    Explanation(
        "field-name", "fields", ERROR, "A field's name is probably a slip for one of ours.",
        "Taken as a field of your own, what it says would silently be lost. `check --fix` mends slips of one letter.",
        wrong="salry: 60000-75000 EUR per YEAR", right="salary: 60000-75000 EUR per YEAR",
    ),
    Explanation(
        "field-deprecated", "fields", WARNING, "A field has the name that it had in an earlier version.",
        "It is read as the new one, until the version that the problem names. `check --fix` writes the new name in all files. docs/stability.md lists all such names.",
    ),
    Explanation(
        "field-unclear", "fields", ERROR, "`email` does not say what it is for.",
        "Whether one applies there or only asks decides whether the page has a way to apply.",
        wrong="email: jobs@example.com", right="apply_email: jobs@example.com",
    ),
    Explanation(
        "field-unknown", "fields", WARNING, "Fields that are none of ours are not shown on the page.",
        "What they say is seen by nobody, unless a template of your own shows it: then name them under [fields] in site.toml.",
        wrong="team_size: 12", right="department: Engineering",
    ),
    Explanation(
        "field-in-text", "fields", WARNING, "A line such as `Deadline: 15 January 2027` stands in the text, where it is only text.",
        "People see it, but the posting does not close by it, and no list or search engine knows it.",
    ),
    Explanation(
        "field-repeated", "fields", ERROR, "A field is there twice.",
        "Only one of the two could count, and nobody could say which.",
        wrong="remote: full\nremote: none", right="remote: full",
    ),
    Explanation(
        "field-twice", "fields", WARNING, "A field is there under two names, with different values.",
        "The canonical name counts; the other value is not shown.",
        wrong="date_posted: 2026-11-21\ncreated: 2026-11-02", right="date_posted: 2026-11-21",
    ),
    Explanation(
        "sample-text", "fields", ERROR, "Sentences of `new job` are still in the posting.",
        "They are nobody's job. Replace or delete them, or keep the posting a draft.",
    ),
    Explanation(
        "slug-double", "fields", ERROR, "Two postings want the same address.",
        "Only one page can stand there. Rename one of the files, or give it a `slug`.",
    ),
    Explanation(
        "logo-missing", "fields", WARNING, "A logo is the name of no file in `assets/`.",
        "It is left out of the posting's page. In site.toml it is an error, since there it stands for all postings.",
        wrong="organization_logo: lgo.svg", right="organization_logo: https://example.com/logo.svg",
    ),
    Explanation(
        "front-matter-open", "fields", ERROR, "A line of `---` is missing above or below the fields, or is a dash.",
        "Where the fields begin and end could only be guessed. Some word processors make a dash of three hyphens.",
        wrong="---\ntitle: Data Engineer\n\nWe look for you.", right="---\ntitle: Data Engineer\n---\n\nWe look for you.",
    ),
    Explanation(
        "front-matter-shape", "fields", ERROR, "Between the lines of `---` there are no fields.",
        "A field is a name, a colon, a space and a value.",
        wrong="- Data Engineer", right="title: Data Engineer",
    ),
    Explanation(
        "front-matter-too-complex", "fields", ERROR, "The fields are more, or lie deeper in each other, than any posting needs.",
        "Such files are made by mistake, or to keep a program busy.",
    ),
    Explanation(
        "yaml-syntax", "fields", ERROR, "The fields cannot be read as YAML.",
        "Mostly a value holds a colon, or a quotation mark is never closed: put the value in quotes.",
        wrong="title: Engineer: bridges", right='title: "Engineer: bridges"', source="YAML 1.2",
    ),
    Explanation(
        "toml-syntax", "fields", ERROR, "The fields, or a file of settings, cannot be read as TOML.",
        "Texts stand in double quotes, with an equals sign before them.",
        wrong="+++\ntitle: Data Engineer\n+++\n", right='+++\ntitle = "Data Engineer"\n+++\n', source="TOML 1.0",
    ),
    Explanation(
        "json-syntax", "fields", ERROR, "The fields cannot be read as JSON.",
        "Mostly a comma is missing between two fields, or there is one after the last.",
        wrong='{"title": "Data Engineer",}\n', right='{"title": "Data Engineer"}\n', source="RFC 8259",
    ),
)  # fmt: skip
