"""Old names of fields go on working, are found where they stand, said once by a build, and mended."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from site_builder.build import Options
from site_builder.cli import main
from site_builder.model.deprecated import Kind
from site_builder.reading.rules import POSTING, by_name
from site_builder.theming import old_names
from tests.deprecated.old_names import checked, mended, places, put, row
from tests.site_checks import write_files
from tests.sites import SETTINGS, build_site, published, snapshot, write_site

PAY = row(Kind.FIELD, "old_pay", "salary")


def test_an_old_field_is_read_as_the_new_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In YAML, TOML and JSON an old name fills its field, in any spelling; `check` names its line."""
    put(monkeypatch, PAY)
    site = write_site(tmp_path, 0)
    write_files(
        site,
        {
            "content/a.md": "---\ntitle: A\nOld-Pay: 60000-75000 EUR per YEAR\n---\n\nText.\n",
            "content/b.md": '+++\ntitle = "B"\n# our pay\nold_pay = "60000-75000 EUR per YEAR"\n+++\n\nText.\n',
            "content/c.md": '{\n"title": "C",\n"oldPay": "60000-75000 EUR per YEAR"\n}\n\nText.\n',
        },
    )
    found = checked(site)
    assert places(found) == [
        ("content/a.md:3", "field-deprecated"),
        ("content/b.md:4", "field-deprecated"),
        ("content/c.md:3", "field-deprecated"),
    ]
    assert (found[0].message, found[0].mend) == (
        "`old_pay` is now called `salary`; version 2.0.0 will not know the old name any more",
        "Write `salary`.",
    )
    assert build_site(site).published
    pages = snapshot(site / "output")
    assert all(b'"minValue":60000' in pages[f"jobs/{name}/index.html"] for name in "abc")


def test_an_old_field_beside_the_new_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The new name counts, and that both are there is said as of any field with two names."""
    put(monkeypatch, PAY)
    site = write_site(tmp_path, 0)
    write_files(
        site, {"content/a.md": "---\ntitle: A\nold_pay: 10 EUR per HOUR\nsalary: 20 EUR per HOUR\n---\n\nText.\n"}
    )
    report = build_site(site)
    assert {"field-deprecated", "field-twice"} <= {problem.code for problem in report.problems}
    assert b'"value":20' in snapshot(site / "output")["jobs/a/index.html"]


def test_a_name_that_the_site_gives_a_meaning_is_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What [fields] says of a name goes before the table."""
    put(monkeypatch, PAY)
    site = write_site(tmp_path, 0)
    write_files(
        site,
        {
            "site.toml": SETTINGS + '[fields]\nold_pay = "extra"\n',
            "content/a.md": "---\ntitle: A\nold_pay: 3\n---\n\nText.\n",
        },
    )
    assert checked(site) == []


def test_old_fields_are_mended_in_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`--fix` writes the new name in YAML and TOML front matter, in pages and in [defaults], and leaves all else as it stands."""
    put(monkeypatch, PAY, row(Kind.FIELD, "old_order", "weight"))
    site = write_site(tmp_path, 0)
    before = {
        "site.toml": SETTINGS
        + '\n[defaults]\nold_pay = "10 EUR per HOUR"   # for all\n[defaults."shop/"]\n"old_pay" = "9 EUR per HOUR"\n',
        "content/a.md": "---\ntitle: A   # ours\n\n'old_pay':   60000-75000 EUR per YEAR  # as agreed\n---\n\nold_pay: text.\n",
        "content/b.md": '+++\r\ntitle = "B" # old_pay\r\n"old_pay"   =  "10 EUR per HOUR"   # yes\r\n+++\r\n\r\nText.\r\n',
        "content/pages/p.md": "---\ntitle: P\nold_order: 3\n---\n\nText.\n",
    }
    for path, text in before.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_bytes(text.encode())
    assert len(checked(site)) == 5
    mended(site)
    after = {path: (site / path).read_bytes().decode() for path in before}
    assert after["site.toml"] == before["site.toml"].replace("old_pay", "salary")
    assert after["content/a.md"] == before["content/a.md"].replace("'old_pay'", "'salary'")
    assert after["content/b.md"] == before["content/b.md"].replace('"old_pay"', '"salary"')
    assert after["content/pages/p.md"] == before["content/pages/p.md"].replace("old_order", "weight")


def test_a_field_that_goes_without_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that nothing takes the place of works until its version comes; the table says what to do, and `--fix` leaves it."""
    put(monkeypatch, row(Kind.FIELD, "industry", mend="Put it into the text."))
    site = write_site(tmp_path, 0)
    text = "---\ntitle: A\nindustry: Bakery\n---\n\nText.\n"
    write_files(site, {"content/a.md": text})
    (found,) = checked(site)
    assert (found.message, found.mend) == (
        "`industry` will go, and nothing takes its place; version 2.0.0 will not know it any more",
        "Put it into the text.",
    )
    assert build_site(site).published
    assert b"Bakery" in snapshot(site / "output")["jobs/a/index.html"]
    assert CliRunner().invoke(main, ["check", "--site", str(site), "--fix"]).exit_code == 0
    assert (site / "content/a.md").read_text() == text


def test_a_build_says_an_old_name_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of many postings with an old name `build` names the first and how many more; `check` names each; strict builds stop."""
    put(monkeypatch, PAY, row(Kind.FIELD, "old_team", "department"))
    site = write_site(tmp_path, 0)
    for number in range(120):
        team = "old_team: Bakery\n" if number % 2 else ""
        write_files(site, {f"content/{number:03}.md": f"---\ntitle: A\nold_pay: 10 EUR per HOUR\n{team}---\n\nText.\n"})
    told = [problem for problem in build_site(site).problems if problem.code == "field-deprecated"]
    assert [(one.place, one.message.rpartition(" (")[2]) for one in told] == [
        ("content/000.md:3", "here and in 119 more places)"),
        ("content/001.md:4", "here and in 59 more places)"),
    ]
    assert told[0].mend == "Write `salary`. `site-builder check` names all places."
    assert len(checked(site)) == 180
    assert not build_site(site, Options(strict=True)).published


def test_an_empty_table_costs_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without rows, the tables by which files are read are the same objects for every file, and no text is looked through."""
    put(monkeypatch)
    assert by_name(POSTING) is by_name(POSTING)
    monkeypatch.setattr(old_names, "_code", None)
    monkeypatch.setattr(old_names, "_patterns", None)
    published(write_site(tmp_path, 3))


def test_codes_can_be_turned_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who knows it turns the word off, in a file or in site.toml."""
    put(monkeypatch, PAY)
    site = write_site(tmp_path, 0)
    write_files(
        site, {"content/a.md": "---\ntitle: A\nold_pay: 10 EUR per HOUR\ncheck_off: [field-deprecated]\n---\n\nText.\n"}
    )
    assert checked(site) == []
    assert not [one for one in build_site(site).problems if one.code.endswith("deprecated")]
