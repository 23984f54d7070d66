"""Simple values: what is plain is read, what is not says what to write."""

from collections.abc import Callable
from itertools import count

import pytest

from site_builder.model.posting import Contact, Organization
from site_builder.reading.values import (
    read_boolean,
    read_contact,
    read_email,
    read_language,
    read_logo,
    read_organization,
    read_slug,
    read_text,
    read_url,
)
from site_builder.reading.wrong import Wrong

Reader = Callable[[object], object]

READ: list[tuple[Reader, object, object]] = [
    (read_text, "  Data\u00a0\n  engineer\t", "Data engineer"),
    (read_text, "Ingénieur·e 日本 🚀", "Ingénieur·e 日本 🚀"),
    (read_text, 42, "42"),
    (read_text, 3.5, "3.5"),
    (read_boolean, True, True),
    (read_boolean, False, False),
    *((read_boolean, word, True) for word in ("true", "True", "YES", "on", " oui ", "Ja")),
    *((read_boolean, word, False) for word in ("false", "FALSE", "no", "Off", "non", "nein")),
    (read_url, "https://example.com/apply?job=7#form", "https://example.com/apply?job=7#form"),
    (read_url, " http://example.com ", "http://example.com"),
    (read_url, "HTTPS://Example.com/A", "https://Example.com/A"),
    (read_url, "https://münchen.example/stellen/ä", "https://münchen.example/stellen/ä"),
    (read_url, "http://[2001:db8::1]:8080/", "http://[2001:db8::1]:8080/"),
    (read_url, "https://example.com/@team", "https://example.com/@team"),
    (read_url, "https://127.0.0.1:65535/", "https://127.0.0.1:65535/"),
    (read_url, "http://localhost:8000", "http://localhost:8000"),
    (read_url, "https://xn--mnchen-3ya.example./", "https://xn--mnchen-3ya.example./"),
    (read_url, "https://हिन्दी.example/", "https://हिन्दी.example/"),
    (read_url, "https://" + "a" * 63 + ".example/", "https://" + "a" * 63 + ".example/"),
    (read_email, "jobs@example.com", "jobs@example.com"),
    (read_email, " mailto:jobs+dev@careers.example.co.uk ", "jobs+dev@careers.example.co.uk"),
    (read_email, "Jobs Team <jobs@example.com>", "jobs@example.com"),
    (read_email, "jörg@münchen.example", "jörg@münchen.example"),
    (read_language, "en", "en"),
    (read_language, "DE", "de"),
    (read_language, "en-us", "en-US"),
    (read_language, "pt_BR", "pt-BR"),
    (read_language, "zh-hant-tw", "zh-Hant-TW"),
    (read_language, "es-419", "es-419"),
    (read_language, "ca-VALENCIA", "ca-valencia"),
    (read_slug, "data-engineer", "data-engineer"),
    (read_slug, "Data_Engineer-2", "Data_Engineer-2"),
    (read_slug, "データ", "データ"),
    (read_slug, "हिन्दी", "हिन्दी"),
    (read_slug, "cafe\u0301", "caf\u00e9"),
    (read_slug, 2026, "2026"),
    (read_organization, "Example Ltd", Organization("Example Ltd")),
    (
        read_organization,
        {
            "@type": "Organization",
            "name": "Example Ltd",
            "url": "https://example.com/",
            "logo": "logo.svg",
            "sameAs": "https://social.example/@x",
        },
        Organization("Example Ltd", "https://example.com/", "logo.svg", ("https://social.example/@x",)),
    ),
    (
        read_organization,
        {"name": "X", "logo": "https://example.com/l.png", "same_as": ["https://a.example", "https://b.example"]},
        Organization("X", None, "https://example.com/l.png", ("https://a.example", "https://b.example")),
    ),
    (read_contact, "jobs@example.com", Contact(email="jobs@example.com")),
    (read_contact, "Hiring team", Contact(name="Hiring team")),
    (read_contact, "Ada <ada@example.com>", Contact(name="Ada", email="ada@example.com")),
    (
        read_contact,
        {"name": "Ada", "email": "ada@example.com", "phone": "+49 30 1234"},
        Contact("Ada", "ada@example.com", "+49 30 1234"),
    ),
    (read_contact, {"name": "Ada", "email": ""}, Contact(name="Ada")),
]

REFUSED: list[tuple[Reader, object, str]] = [
    (read_text, ["a"], "Write one line"),
    (read_text, {"a": 1}, "Write one line"),
    (read_text, True, 'in quotes if the word is meant: "true"'),
    (read_text, float("nan"), "Write one line"),
    (read_text, 10**5000, "Write one line"),
    (read_text, "a\x00b", "Delete it"),
    (read_text, "a\x1b[31mb", "Delete it"),
    (read_text, "safe\u202egpj.exe", "Delete it"),
    (read_text, "a\u2066b", "Delete it"),
    (read_text, "\ud800", "Delete it"),
    (read_text, "   ", "Write a text"),
    (read_text, "\u200b\ufeff", "Write a text"),
    (read_boolean, "maybe", "Write true or false"),
    (read_boolean, 1, "Write true or false"),
    (read_boolean, [], "Write true or false"),
    (read_boolean, "yes" * 100_000, "Write true or false"),
    (read_url, "www.example.com", "Did you mean https://www.example.com?"),
    (read_url, "www.example.com/apply", "Did you mean https://www.example.com/apply?"),
    (read_url, "/apply", "https://example.com/apply"),
    (read_url, "example.com", "https://example.com/apply"),
    (read_url, "//example.com/", "https://example.com/apply"),
    (read_url, "javascript:alert(1)", "https://example.com/apply"),
    (read_url, "java\nscript:alert(1)", "Delete it"),
    (read_url, "data:text/html,x", "https://example.com/apply"),
    (read_url, "ftp://example.com/", "https://example.com/apply"),
    (read_url, "https://", "https://example.com/apply"),
    (read_url, "https:///path", "https://example.com/apply"),
    (read_url, "https://ada:secret@example.com/", "Delete what stands before"),
    (read_url, "https://example.com\\@evil.example/", "Delete it"),
    (read_url, "https://example.com/a b", "%20"),
    (read_url, "https://example.com/\u202e", "Delete it"),
    (read_url, 'https://example.com/"onclick=', "Delete it"),
    (read_url, "https://[::1", "https://example.com/apply"),
    (read_url, "https://example.com:99999/", "https://example.com/apply"),
    (read_url, "https://example.com/" + "a" * 100_000, "Write a shorter one"),
    (read_url, 7, "https://example.com/apply"),
    *(
        (read_url, f"https://{host}/", "https://example.com/apply")
        for host in (
            "a%00b",
            "%65xample.com",
            "xn--",
            "xn--a.example",
            "xn--\u00fc",
            "a..b",
            ".example",
            "-a.example",
            "a-.example",
            "a_b.example",
            "a*b.example",
            "a" * 64 + ".example",
            "ü" * 63 + ".example",
            "a." * 127 + "de",
            "1.2.3.256",
            "1.2.3",
            "2130706433",
            "0x7f.1",
            "a.7",
            "[fe80::1%25eth0]",
            "[v1.a]",
            "a,b",
            "💩.example",
            "example.com:0",
            "example.com:65536",
            "example.com:８０",
            ".",
            "..",
            "a:b:c",
        )
    ),
    (read_url, "www.example.com/" + "a" * 500, "Did you mean https://www.example.com/aaa"),
    (read_logo, "javascript:alert(1)", "https://example.com/apply"),
    (read_logo, "//example.com/logo.svg", "https://example.com/apply"),
    (read_logo, "data:image/svg+xml,x", "https://example.com/apply"),
    (read_email, "jobs", "jobs@example.com"),
    (read_email, "jobs@localhost", "jobs@example.com"),
    (read_email, "a@example.com, b@example.com", "Write one address"),
    (read_email, "jobs at example.com", "Did you mean jobs@example.com?"),
    (read_email, "jobs [at] example [dot] com", "Did you mean jobs@example.com?"),
    (read_email, "jobs@example..com", "Write one address"),
    (read_email, "jobs@example.com?subject=x", "Write one address"),
    (read_email, "a" * 100_000 + "@example.com", "Write one address"),
    (read_email, "<" * 50_000 + ">", "Write one address"),
    (read_email, 7, "Write one address"),
    (read_language, "english", "Did you mean en?"),
    (read_language, "Deutsch", "Did you mean de?"),
    (read_language, "Brazilian Portuguese", "Did you mean pt-BR?"),
    (read_language, "qq", "Write a BCP 47 tag"),
    (read_language, "en-", "Write a BCP 47 tag"),
    (read_language, "x" * 100_000, "Write a BCP 47 tag"),
    (read_language, 7, "Write a BCP 47 tag"),
    (read_slug, "data/engineer", "Write data-engineer."),
    (read_slug, "Data Engineer", "Write data-engineer."),
    (read_slug, "..", "Write x"),
    (read_slug, ".hidden", "Write dot-hidden."),
    (read_slug, "Data_Engineer.2", "Write data-engineer-2."),
    (read_slug, "robots.txt", "Write robots-txt."),
    (read_slug, "404.html", "Write 404-html."),
    (read_slug, "feed.xml", "Write feed-xml."),
    (read_slug, "con", "Write con-x."),
    (read_slug, "NUL.txt", "Write nul-txt."),
    (read_slug, "-_-", "Write x"),
    (read_slug, "a" * 81, "Write " + "a" * 80 + "."),
    (read_slug, "\U00020000" * 80, "Write "),
    (read_slug, "a" * 100_000, "Write " + "a" * 80 + "."),
    (read_organization, {"url": "https://example.com/"}, "Write its name"),
    (read_organization, {"name": "X", "webiste": "https://example.com/"}, "Did you mean website?"),
    (read_organization, {"name": "X", "url": "example.com"}, "https://example.com/apply"),
    (read_organization, {"name": "X", "logo": "javascript:alert(1)"}, "https://example.com/apply"),
    (read_organization, {"name": "X", "url": "https://a.example", "website": "https://b.example"}, "Keep one"),
    (read_organization, ["X"], "Write one line"),
    (read_contact, {"name": "Ada", "emial": "a@example.com"}, "Did you mean email?"),
    (read_contact, {"name": "Ada", 7: "x"}, "knows name, email, telephone"),
    (read_contact, "a@b", "Write one address"),
    (read_contact, [], "Write one line"),
]


@pytest.mark.parametrize(("read", "value", "result"), READ, ids=map(str, count()))
def test_a_value_is_read(read: Reader, value: object, result: object) -> None:
    """Each reader returns this for that."""
    assert read(value) == result


@pytest.mark.parametrize(("read", "value", "mend"), REFUSED, ids=map(str, count()))
def test_a_wrong_value_is_refused_with_what_to_write(read: Reader, value: object, mend: str) -> None:
    """The message stays short and printable, and the remedy is concrete."""
    with pytest.raises(Wrong) as wrong:
        read(value)
    assert mend in wrong.value.mend
    assert len(wrong.value.message) < 200
    assert len(wrong.value.mend) < 200
    assert wrong.value.message.isprintable()
