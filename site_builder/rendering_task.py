"""What a worker does with an output: render it. A small picklable value that does its own input and output."""

from collections.abc import Mapping

from jinja2 import TemplateError

from site_builder.engine.ledger import DamagedError
from site_builder.engine.staging import Stage, Staged
from site_builder.engine.texts import Texts
from site_builder.model.fingerprint import fingerprint
from site_builder.model.output import Output
from site_builder.project import Project
from site_builder.theming.mistakes import template_problem
from site_builder.theming.rendering import Templates, ThemeRendering, prepare, templates_of

# What a template meets when it does with a value what cannot be done.
_OF_VALUES = (LookupError, TypeError, ValueError, ArithmeticError, AttributeError)


class RenderTask:
    """Render one output and lay it beside its place. Picklable; every process compiles the templates once."""

    def __init__(self, project: Project, key: str, stage: Stage, new_texts: Mapping[str, bytes] | None = None) -> None:
        """Render outputs of a project; equal keys mean equal settings and templates. `new_texts` need not be looked up in the ledger."""
        self._project, self._key, self._stage = project, key, stage
        self._new_texts = new_texts or {}
        self._texts = Texts(project.ledger)
        self._renderings: dict[str, ThemeRendering] = {}

    def __reduce__(self) -> tuple[type["RenderTask"], tuple[Project, str, Stage]]:
        """Travel without the open ledger, the texts and the templates."""
        return RenderTask, (self._project, self._key, self._stage)

    def __call__(self, output: Output) -> Staged:
        """Return where the bytes lie; what is wrong with a template comes back as a problem, our own mistakes are raised."""
        try:
            data = output.render(self._of_this_process(output.tree))
        except (TemplateError, RecursionError, *_OF_VALUES) as error:
            project = self._project
            problem = template_problem(output.template, error, project.theme, project.root)
            if problem is None:
                raise
            return Staged(output.path, failure=problem)
        return self._stage.put(output.path, data)

    def _of_this_process(self, tree: str) -> ThemeRendering:
        rendering = self._renderings.get(tree)
        if rendering is None:
            project = next(one for one in self._project.trees if one.config.prefix == tree)
            config, theme = project.config_of_pages, project.theme
            rendering = ThemeRendering(config, theme, _templates(project, self._key), self._text)
            self._renderings[tree] = rendering
        return rendering

    def _text(self, digest: str) -> str:
        """Return a text by its digest. Raises DamagedError."""
        new = self._new_texts.get(digest)
        if new is not None:
            return new.decode()
        html = self._texts.get(digest)
        text = html.decode(errors="replace") if html is not None else ""
        if html is None or fingerprint(text) != digest:
            raise DamagedError(f"the text {digest} is not what it was")
        return text


def make_ready(project: Project, key: str) -> None:
    """Compile all templates of a project now: for processes that will be forked, or for a build to come."""
    for tree in project.trees:
        prepare(_templates(tree, key).environment, tree.theme)


def _templates(tree: Project, key: str) -> Templates:
    """Return the templates of one of a project's trees; `key` is the project's."""
    own = (key, tree.config.prefix)
    if own not in _known:
        if any(known != key for known, _ in _known):
            _known.clear()
        _known[own] = templates_of(tree.config_of_pages, tree.theme)
    return _known[own]


# The last project's compiled templates, for each of its trees: compiling takes 80 ms, and tasks travel to a worker once for every chunk of
# outputs.
_known: dict[tuple[str, str], Templates] = {}
