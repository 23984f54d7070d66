"""A site that grows by random steps, beside a twin that is built from nothing after each."""

import os
import shutil
import tempfile
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import msgspec
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from site_builder import rendering_task
from site_builder.build import Builder, Options, Report, build
from site_builder.engine.publish import Counts
from site_builder.engine.workers import Workers
from site_builder.project import load_project
from tests.properties.changes import BODIES, FIELDS, MISTAKES, NAMES, OTHERS, SETTINGS
from tests.site_checks import tree, with_plain_theme, write_files

# A folder in memory, where there is one, is several times as fast.
_SCRATCH = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None  # noqa: S108  # only its existence is taken for granted

FIRST_DAY = date(2026, 11, 20)


class GrowingSite(RuleBasedStateMachine):
    """A site that is written, edited and built over and over; its twin is built from nothing after every step."""

    def __init__(self) -> None:
        """Begin with an empty site."""
        super().__init__()
        self.scratch = Path(tempfile.mkdtemp(dir=_SCRATCH))
        self.root = with_plain_theme(self.scratch / "site")
        self.postings: dict[str, dict[str, Any]] = {}
        self.texts: dict[str, str] = {}
        self.settings = {name: values[0] for name, values in SETTINGS.items()}
        self.today = FIRST_DAY
        self.options = Options()
        self.before_mistake: dict[Path, bytes | None] = {}
        self.resident = Builder(Workers(1))
        self.seen: dict[str, bytes] = {}

    def teardown(self) -> None:
        """Leave nothing behind."""
        self.resident.close()
        shutil.rmtree(self.scratch)

    @initialize()
    def begin(self) -> None:
        """Two postings and what the others may refer to."""
        self._write_settings()
        write_files(self.root, {"assets/logo.svg": "<svg/>", "templates/banner.txt": "Hiring"})
        for name in NAMES[:2]:
            self._write_posting(name, {"title": name, "tags": ["bread"], "date_posted": "2026-11-10"}, BODIES[0])

    @rule(name=st.sampled_from(NAMES), body=st.sampled_from(BODIES), fields=st.fixed_dictionaries(
        {"title": st.sampled_from(FIELDS["title"])}, optional={name: st.sampled_from(some) for name, some in FIELDS.items() if name != "title"},
    ))  # fmt: skip
    def write(self, name: str, fields: dict[str, Any], body: str) -> None:
        """A posting is added, or written anew."""
        self._write_posting(name, fields, body)

    @rule(data=st.data(), field=st.sampled_from(sorted(FIELDS)))
    def edit(self, data: st.DataObject, field: str) -> None:
        """One field of one posting changes."""
        if self.postings:
            name = data.draw(st.sampled_from(sorted(self.postings)))
            fields = {**self.postings[name], field: data.draw(st.sampled_from(FIELDS[field]))}
            self._write_posting(name, fields, self.texts[name])

    @rule(data=st.data(), body=st.sampled_from(BODIES))
    def edit_text(self, data: st.DataObject, body: str) -> None:
        """The text of one posting changes."""
        if self.postings:
            name = data.draw(st.sampled_from(sorted(self.postings)))
            self._write_posting(name, self.postings[name], body)

    @rule(mistake=st.sampled_from(MISTAKES))
    def spoil(self, mistake: tuple[str, str]) -> None:
        """Somebody makes a mistake, and mends it before the step after this."""
        name, text = mistake
        file = self.root / name
        self.before_mistake[file] = file.read_bytes() if file.exists() else None
        write_files(self.root, {name: text})

    @rule(data=st.data(), new=st.sampled_from(NAMES))
    def rename(self, data: st.DataObject, new: str) -> None:
        """A file gets another name; what had that name is gone."""
        if self.postings:
            old = data.draw(st.sampled_from(sorted(self.postings)))
            self._write_posting(new, self.postings[old], self.texts[old])
            if new != old:
                self._remove_posting(old)

    @rule(data=st.data())
    def remove(self, data: st.DataObject) -> None:
        """A posting's file is deleted."""
        if self.postings:
            self._remove_posting(data.draw(st.sampled_from(sorted(self.postings))))

    @rule(data=st.data(), name=st.sampled_from(sorted(OTHERS)))
    def change_other(self, data: st.DataObject, name: str) -> None:
        """A template, an asset, a page or words of the interface are changed, added or removed."""
        self.put(name, data.draw(st.sampled_from(OTHERS[name])))

    def put(self, name: str, text: str | None) -> None:
        """Write a file of the site, or remove it."""
        if text is None:
            (self.root / name).unlink(missing_ok=True)
        else:
            write_files(self.root, {name: text})

    @rule(data=st.data(), name=st.sampled_from(sorted(SETTINGS)))
    def change_setting(self, data: st.DataObject, name: str) -> None:
        """A setting changes."""
        self.put_setting(name, data.draw(st.sampled_from(SETTINGS[name])))

    def put_setting(self, name: str, value: str) -> None:
        """Give a setting another value."""
        self.settings[name] = value
        self._write_settings()

    @rule(data=st.data(), slug=st.sampled_from(("baker", "backer", "baecker", "cook")))
    def rename_address(self, data: st.DataObject, slug: str) -> None:
        """A posting's address changes, and at times its title or its number with it; its file's name stays."""
        if self.postings:
            name = data.draw(st.sampled_from(sorted(self.postings)))
            others = data.draw(st.sampled_from(({}, {"title": "Bakers"}, {"identifier": "B-1"}, {"identifier": "B-2"})))
            self._write_posting(name, {**self.postings[name], "slug": slug, **others}, self.texts[name])

    @rule(days=st.integers(-1, 2) | st.sampled_from((9, 61)))
    def sleep(self, days: int) -> None:
        """The next build is on another day; `--as-of` goes back as well."""
        self.today += timedelta(days)

    @rule(drafts=st.booleans(), keep_going=st.booleans(), as_of=st.booleans())
    def choose(self, *, drafts: bool, keep_going: bool, as_of: bool) -> None:
        """The next builds are called with other options."""
        self.options = Options(as_of=as_of, drafts=drafts, keep_going=keep_going)

    @precondition(lambda self: (self.root / "output/robots.txt").exists())
    @rule(spoilt=st.booleans())
    def touch_output(self, *, spoilt: bool) -> None:
        """Somebody deletes a built file, or writes into it."""
        file = self.root / "output/robots.txt"
        file.write_text("Disallow: /") if spoilt else file.unlink()

    @invariant()
    def building_on_equals_building_anew(self) -> None:
        """The output is a clean build's or, where that publishes nothing, what it was; building at once again does nothing."""
        before = tree(self.root / "output")
        report = self._build(self.root)
        after = tree(self.root / "output")
        again = self._build(self.root)
        assert (again.read, again.counts) == (0, Counts())
        assert _told(again) == _told(report)
        twin = self.scratch / "twin"
        shutil.copytree(self.root, twin, ignore=shutil.ignore_patterns("output", ".cache"))
        # The twin is another process's, which would begin without compiled templates.
        rendering_task._known.clear()  # noqa: SLF001
        clean = self._build(twin)
        rendering_task._known.clear()  # noqa: SLF001
        assert _told(report) == _told(clean)
        assert_equal_trees(after, tree(twin / "output") if clean.published else before)
        self._build_in_memory(clean, tree(twin / "output"))
        shutil.rmtree(twin)
        self._mend()

    def _build(self, root: Path) -> Report:
        project, problems = load_project(root)
        if project is None:
            return Report(problems=tuple(problems))
        with Workers(1) as workers:
            return build(project, self.today, workers, self.options)

    def _build_in_memory(self, clean: Report, expected: Mapping[str, bytes]) -> None:
        """Build as the dev server does, with what it kept in memory and what it was told of: it gives the clean build's site, too."""
        now = {path: data for path, data in tree(self.root).items() if not path.startswith(("output/", ".cache/"))}
        touched = [path for path in now.keys() | self.seen.keys() if now.get(path) != self.seen.get(path)]
        output = self.scratch / "resident"
        before = tree(output)
        project, _ = load_project(self.root, output, self.scratch / "resident.db")
        if project is None:
            return  # what was touched is told with the next build
        self.seen = now
        report = self.resident.build(project, self.today, self.options, touched)
        assert _told(report) == _told(clean)
        assert_equal_trees(tree(output), expected if clean.published else before)
        again = self.resident.build(project, self.today, self.options, [])
        assert (_told(again), again.counts) == (_told(report), Counts())

    def _mend(self) -> None:
        for file, content in self.before_mistake.items():
            if content is None:
                file.unlink()
            else:
                file.write_bytes(content)
        self.before_mistake = {}

    def _write_posting(self, name: str, fields: dict[str, Any], body: str) -> None:
        self.postings[name], self.texts[name] = fields, body
        given = {field: value for field, value in fields.items() if value is not None}
        # JSON is YAML too, so any value can be written without a care.
        write_files(self.root, {f"content/{name}": f"---\n{msgspec.json.encode(given).decode()}\n---\n\n{body}"})

    def _remove_posting(self, name: str) -> None:
        del self.postings[name], self.texts[name]
        (self.root / "content" / name).unlink(missing_ok=True)

    def _write_settings(self) -> None:
        # Dotted keys at the top of the file are TOML for the same tables.
        write_files(self.root, {"site.toml": "".join(f"{name} = {value}\n" for name, value in self.settings.items())})


def assert_equal_trees(actual: Mapping[str, bytes], expected: Mapping[str, bytes]) -> None:
    """Compare names first, then bytes, so that a failure names the file."""
    assert sorted(actual) == sorted(expected)
    assert {path for path in expected if actual[path] != expected[path]} == set()


def _told(report: Report) -> tuple[object, ...]:
    """Return what a report says of the site, without the work that was done."""
    return report.problems, report.published, report.files, report.open, report.pages, report.left_out
