"""A site in English, German and Arabic for tests: one job in all three, one in English alone, one in German alone, and pages."""

from pathlib import Path

from tests.site_checks import write_files

SETTINGS = """\
[site]
title = "Jobs at the olive press"
base_url = "https://olive.example/repo/"
timezone = "Europe/Berlin"

[organization]
name = "The olive press"

[theme]
name = "{theme}"

[languages.de]
title = "Arbeiten in der Ölmühle"

[languages.ar]
title = "الوظائف في معصرة الزيتون"
"""
FACTS = """\
date_posted: {day}
locations: Jaffa, Israel
employment_type: full-time
apply_email: jobs@olive.example
"""
ARABIC = "عامل-معصرة"
"""The name of the Arabic version's file, which differs from that of the others."""


def write_trilingual(folder: Path, theme: str = "base", more: int = 0) -> Path:
    """Write the site, with so many more jobs in English, and return its folder."""
    first = FACTS.format(day="2026-11-02") + "salary: 40000-48000 EUR per year\nidentifier: OP-1\n"
    second = FACTS.format(day="2026-11-01")
    jobs = {
        "presser.md": ("Oil presser", f"department: Production\ntags: [machines, oil]\n{first}", "You run the press."),
        "presser.de.md": ("Ölpresser", f"department: Produktion\ntags: [machines, Öl]\n{first}", "Du fährst die Presse."),
        f"{ARABIC}.md": ("عامل معصرة زيتون", f"language: ar\ntranslation_of: presser\ntags: [machines]\n{first}", "تشغّل المعصرة."),
        "taster.md": ("Oil taster", f"department: Production\n{second}", "You taste the oil."),
        "buchhalter.md": ("Buchhalter", f"language: de\n{second}aliases: [/karriere/buchhalter/]\n", "Du führst die Bücher."),
        **{f"helper-{number}.md": (f"Helper {number}", second, "You help.") for number in range(more)},
    }  # fmt: skip
    pages = {
        "benefits.md": "# Benefits\n\nOil for life.\n",
        "benefits.de.md": "---\ntitle: Vorteile\nslug: vorteile\n---\n\nÖl auf Lebenszeit.\n",
        "company.md": "# Company\n\nSince 1910.\n",
    }
    return write_files(
        folder,
        {
            "site.toml": SETTINGS.format(theme=theme),
            **{
                f"content/{name}": f"---\ntitle: {title}\n{fields}---\n\n{text}\n"
                for name, (title, fields, text) in jobs.items()
            },
            **{f"content/pages/{name}": text for name, text in pages.items()},
        },
    )
