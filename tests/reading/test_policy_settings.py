"""The section [content_security_policy] of site.toml."""

import pytest

from site_builder.reading.settings import read_settings

SITE = '[site]\ntitle = "Jobs"\nbase_url = "https://mill.example/"\n[content_security_policy]\n'


def test_what_is_allowed() -> None:
    """Addresses on the web, all hosts of a domain, schemes that hold their data themselves, and hashes."""
    hashed = "'sha256-1jO/dCXZuYmpztyF6x+gh3XTgDJlu5i8iPYM+6pr9t8='"
    config, _, problems = read_settings(
        f"""{SITE}frame-src = ["https://player.example.org", "https://*.example.org:8443/films/"]
img-src = ["data:"]
connect-src = ["wss://talk.example.org"]
script-src = ["{hashed}"]
font-src = []
""".encode()
    )
    assert problems == []
    assert config is not None
    assert config.content_security_policy == {
        "frame-src": ("https://player.example.org", "https://*.example.org:8443/films/"),
        "img-src": ("data:",),
        "connect-src": ("wss://talk.example.org",),
        "script-src": (hashed,),
    }


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("script-src = [\"'unsafe-inline'\"]", "It would let a page run whatever"),
        ("script-src = [\"'unsafe-eval'\"]", "It would let a page run whatever"),
        ('script-src = ["*"]', "Write an address on the web"),
        ('script-src = ["data:"]', "Write an address on the web"),
        ('img-src = ["https:"]', "Write an address on the web"),
        ('img-src = ["https://*"]', "Write an address on the web"),
        ('img-src = ["http://a.example"]', "Write an address on the web"),
        ('img-src = ["https://a.example; script-src *"]', "Write an address on the web"),
        ('img-src = ["https://a.example\\" onload=\\"x"]', "Write an address on the web"),
        ('img-src = "https://a.example"', "Write a list of addresses"),
        ("img-src = [1]", "Write an address on the web"),
        ('image-src = ["data:"]', "Did you mean `img-src`?"),
        ('default-src = ["data:"]', "[content_security_policy] has `script-src`"),
    ],
)
def test_what_is_refused(line: str, says: str) -> None:
    """What would let anything run, or is no address, is an error on its line."""
    config, _, problems = read_settings(f"{SITE}{line}\n".encode())
    assert config is None
    assert [problem.line for problem in problems] == [5]
    assert says in problems[0].mend
