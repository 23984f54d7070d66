"""What a worker does: read one file, render one output. Small picklable values that do their own input and output."""

from functools import partial
from pathlib import Path
from typing import NamedTuple

import msgspec
from jinja2 import Environment, TemplateError

from site_builder.engine.ledger import DamagedError, Results
from site_builder.engine.regular_file import read_start
from site_builder.engine.staging import Stage, Staged
from site_builder.model.fingerprint import digest, fingerprint
from site_builder.model.output import Output
from site_builder.model.problem import Problem
from site_builder.project import Project
from site_builder.reading.document import LARGEST_FILE, too_large
from site_builder.reading.posting import Facts, ReadingSettings, read
from site_builder.theming.mistakes import template_problem
from site_builder.theming.rendering import ThemeRendering, environment_of


class ReadFile(NamedTuple):
    """A file that was read.

    The key of the reading, its facts as MessagePack, and its HTML with its digest (None: the ledger has it).

    `anew` is false when the ledger knew these very bytes already.
    """

    key: str
    facts: bytes
    digest: str = ""
    html: str | None = None
    anew: bool = True


class ReadTask:
    """Read one file of a site by its path. Picklable; every process looks into the ledger by itself."""

    def __init__(self, root: Path, ledger: Path, settings: ReadingSettings, settings_key: str) -> None:
        """Read files of the site in `root`; `settings_key` begins the keys of all readings with these settings."""
        self._root, self._ledger, self._settings, self._settings_key = root, ledger, settings, settings_key
        self._results = Results(ledger)

    def __reduce__(self) -> tuple[type["ReadTask"], tuple[Path, Path, ReadingSettings, str]]:
        """Travel without the open ledger."""
        return ReadTask, (self._root, self._ledger, self._settings, self._settings_key)

    def __call__(self, path: str) -> ReadFile:
        """Return what came of the file; bytes that the ledger knows are not read a second time."""
        try:
            data, size = read_start(self._root / path, LARGEST_FILE + 1)
        except OSError as error:
            return _refused(
                path, "file-unreadable", f"{error.strerror}", "Correct the file's permissions, or delete it."
            )
        if size > LARGEST_FILE:
            refusal = too_large(size)
            return _refused(path, refusal.code, refusal.message, refusal.mend)
        key = self._settings_key + fingerprint(path, digest(data))
        known = self._results.get(key)
        if known is not None:
            return ReadFile(key, known, anew=False)
        reading = read(path, data, self._settings)
        one = reading.facts.posting or reading.facts.page
        facts = msgspec.msgpack.encode(reading.facts)
        return ReadFile(key, facts, one.description, reading.html) if one is not None else ReadFile(key, facts)


def _refused(path: str, code: str, message: str, mend: str) -> ReadFile:
    """Say why a file was not read; without a key, so that it is tried again the next time."""
    return ReadFile("", msgspec.msgpack.encode(Facts(problems=(Problem(path, 0, code, message, mend),))))


# What a template meets when it does with a value what cannot be done.
_OF_VALUES = (LookupError, TypeError, ValueError, ArithmeticError, AttributeError)


class RenderTask:
    """Render one output and lay it beside its place. Picklable; every process compiles the templates once."""

    def __init__(self, project: Project, key: str, stage: Stage) -> None:
        """Render outputs of a project; equal keys mean equal settings and templates."""
        self._project, self._key, self._stage = project, key, stage
        self._results = Results(project.ledger)
        self._rendering: ThemeRendering | None = None

    def __reduce__(self) -> tuple[type["RenderTask"], tuple[Project, str, Stage]]:
        """Travel without the open ledger and the templates."""
        return RenderTask, (self._project, self._key, self._stage)

    def __call__(self, output: Output) -> Staged:
        """Return where the bytes lie; what is wrong with a template comes back as a problem, our own mistakes are raised."""
        try:
            data = output.render(self._of_this_process())
        except (TemplateError, RecursionError, *_OF_VALUES) as error:
            project = self._project
            problem = template_problem(output.template, error, project.theme, project.root)
            if problem is None:
                raise
            return Staged(output.path, failure=problem)
        return self._stage.put(output.path, data)

    def _of_this_process(self) -> ThemeRendering:
        if self._rendering is None:
            config, theme = self._project.config, self._project.theme
            if self._key not in _environments:
                _environments.clear()
                _environments[self._key] = environment_of(config, theme)
            self._rendering = ThemeRendering(config, theme, _environments[self._key], partial(_text, self._results))
        return self._rendering


def _text(results: Results, key: str) -> str:
    """Return the HTML that the ledger keeps under its digest. Raises DamagedError."""
    html = results.get(key)
    text = html.decode(errors="replace") if html is not None else ""
    if html is None or fingerprint(text) != key:
        raise DamagedError(f"the text {key} is not what it was")
    return text


# The last project's compiled templates: compiling takes 50 ms, and tasks travel to a worker once for every chunk of
# outputs.
_environments: dict[str, Environment] = {}
