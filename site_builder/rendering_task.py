"""What a worker does with an output: render it. A small picklable value that does its own input and output."""

from functools import partial

from jinja2 import Environment, TemplateError

from site_builder.engine.ledger import DamagedError, Texts
from site_builder.engine.staging import Stage, Staged
from site_builder.model.fingerprint import fingerprint
from site_builder.model.output import Output
from site_builder.project import Project
from site_builder.theming.mistakes import template_problem
from site_builder.theming.rendering import ThemeRendering, environment_of

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
