"""What a worker does: read one file, render one output. Small picklable values that do their own input and output."""

from functools import partial
from pathlib import Path
from typing import NamedTuple

import msgspec
from jinja2 import Environment, TemplateError

from site_builder.engine.ledger import DamagedError, Texts
from site_builder.engine.regular_file import read_start
from site_builder.engine.staging import Stage, Staged
from site_builder.model.fingerprint import fingerprint, reading_key
from site_builder.model.output import Output
from site_builder.model.posting import Facts
from site_builder.model.problem import Problem
from site_builder.model.value import Value
from site_builder.project import Project
from site_builder.reading.document import LARGEST_FILE, too_large
from site_builder.reading.posting import ReadingSettings, read
from site_builder.theming.mistakes import template_problem
from site_builder.theming.rendering import ThemeRendering, environment_of


class ReadFile(NamedTuple):
    """A file that was read.

    The key of the reading (empty when the file could not be read), its facts as MessagePack, and its HTML with its digest (both empty for a
    file that gives no page).
    """

    key: str
    facts: bytes
    digest: str = ""
    html: str = ""


class ReadTask(Value, frozen=True):
    """Read one file of the site in `root` by its path. `settings_key` begins the keys of all readings with these settings."""

    root: Path
    settings: ReadingSettings
    settings_key: str

    def __call__(self, path: str) -> ReadFile:
        """Return what came of the file."""
        try:
            data, size = read_start(self.root / path, LARGEST_FILE + 1)
        except OSError as error:
            return _refused(
                path, "file-unreadable", f"{error.strerror}", "Correct the file's permissions, or delete it."
            )
        if size > LARGEST_FILE:
            refusal = too_large(size)
            return _refused(path, refusal.code, refusal.message, refusal.mend)
        reading = read(path, data, self.settings)
        one = reading.facts.posting or reading.facts.page
        key = reading_key(self.settings_key, path, data)
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
        self._texts = Texts(project.ledger)
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
            self._rendering = ThemeRendering(config, theme, _environments[self._key], partial(_text, self._texts))
        return self._rendering


def _text(texts: Texts, key: str) -> str:
    """Return the HTML that the ledger keeps under its digest. Raises DamagedError."""
    html = texts.get(key)
    text = html.decode(errors="replace") if html is not None else ""
    if html is None or fingerprint(text) != key:
        raise DamagedError(f"the text {key} is not what it was")
    return text


# The last project's compiled templates: compiling takes 50 ms, and tasks travel to a worker once for every chunk of
# outputs.
_environments: dict[str, Environment] = {}
