"""Where a site's files are, and what site.toml and the theme say."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from site_builder.engine.program import program_digest
from site_builder.engine.regular_file import read_start
from site_builder.model.check import Check
from site_builder.model.config import Config
from site_builder.model.fingerprint import Keys, fingerprint
from site_builder.model.listing import flatten
from site_builder.model.memory import Memory
from site_builder.model.output import Output
from site_builder.model.posting import JobPosting
from site_builder.model.problem import Problem, Severity
from site_builder.model.site import Look
from site_builder.model.tree import Tree
from site_builder.model.value import Shared
from site_builder.reading.html_links import Links
from site_builder.reading.reading_settings import ReadingSettings
from site_builder.reading.sections import HOW_TO_BEGIN
from site_builder.reading.settings import FILE, read_base_url, read_settings
from site_builder.reading.source_text import LARGEST_FILE
from site_builder.reading.wrong import Wrong
from site_builder.theming.theme import Theme, load_theme


class Project(Struct, frozen=True):
    """A site's folder, its settings and its theme.

    `output` is where the result goes, `ledger` the file that remembers it, `warnings` what every build of it reports. `themes` are those of
    the languages, by tag, that have settings of their own for it. `lines` are those of the names in site.toml, dotted.
    """

    root: Path
    output: Path
    ledger: Path
    config: Config
    theme: Theme
    warnings: tuple[Problem, ...] = ()
    lines: dict[str, int] = {}
    themes: dict[str, Theme] = {}

    @property
    def trees(self) -> tuple["Project", ...]:
        """The project as each of the site's trees sees it, the root's first; of a site in one language, this one alone."""
        return tuple(
            [
                replace(self, config=self.config.in_tree(tree), theme=self.themes.get(tree.language, self.theme))
                for tree in self.config.trees
            ]
        ) or (self,)

    @property
    def reading(self) -> ReadingSettings:
        """The settings that reading a file depends on."""
        config = self.config
        return ReadingSettings(
            language=config.language,
            timezone=config.timezone,
            deadlines=config.deadlines,
            organization=config.organization,
            markdown=config.markdown,
            fields=config.fields,
            defaults=config.defaults,
            links=Links(config.origin, config.base_path, {asset.name: asset.path for asset in self.theme.assets}),
            trees=tuple([Tree(tree.language) for tree in config.trees]),
        )

    @property
    def config_of_pages(self) -> Config:
        """The settings without those that say nothing of pages, so that a change of these leaves the pages as they are."""
        return replace(self.config, check=Check())

    @property
    def look(self) -> Look:
        """The theme's assets, and the interface's words in the site's language, English where it has none."""
        words: dict[str, str] = {}
        language = self.config.language
        for tag in ("en", language.partition("-")[0], language):
            words |= dict(flatten(self.theme.strings.get(tag, {})))
        return Look(self.theme.assets, words, card=self.theme.card)

    def rendering_key(self) -> str:
        """Return the digest of all that every page may show beside its own fields and its template, and of the program that makes it."""
        theme = self.theme
        assets = [(asset.name, asset.path) for asset in theme.assets]
        return fingerprint(program_digest(), self.config_of_pages, theme.name, theme.settings, theme.strings, assets)

    def templates_key(self) -> str:
        """Return the digest of all templates with what they see: equal keys, equal compiled templates."""
        return fingerprint(
            *[project.rendering_key() for project in self.trees], self.theme.digests, self.theme.templates
        )

    def keys_of(
        self, outputs: Mapping[str, Output], memory: Memory, reading_keys: Mapping[str, str]
    ) -> Mapping[str, str]:
        """Return the outputs' keys by their paths: equal keys, equal bytes. Each is recalled, or worked out when it is asked for.

        `reading_keys` are those of the readings, by the path of the source: a posting need not be looked through again.
        """

        def known(part: Shared) -> str:
            return reading_keys.get(part.source, "") if isinstance(part, JobPosting) else ""

        rendering_keys = {project.config.prefix: project.rendering_key() for project in self.trees}
        made = _OutputKeys(outputs, rendering_keys, self.theme.digests, Keys(known))
        if memory.keeps:
            values = list(outputs.values())
            return dict(zip(outputs, memory.each("keys", values, made.key_of), strict=True))
        return made


class _OutputKeys(Mapping[str, str]):
    """The keys of outputs by their paths."""

    def __init__(
        self,
        outputs: Mapping[str, Output],
        rendering_keys: Mapping[str, str],
        template_digests: Mapping[str, str],
        keys: Keys,
    ) -> None:
        self._outputs = outputs
        self._rendering_keys, self._template_digests, self._keys = rendering_keys, template_digests, keys

    def __getitem__(self, path: str) -> str:
        return self.key_of(self._outputs[path])

    def key_of(self, output: Output) -> str:
        """Return the key of one of the outputs."""
        template = self._template_digests.get(output.template, "") if output.template else ""
        return self._keys.of(output, self._rendering_keys[output.tree], template)

    def __contains__(self, path: object) -> bool:
        return path in self._outputs

    def __iter__(self) -> Iterator[str]:
        return iter(self._outputs)

    def __len__(self) -> int:
        return len(self._outputs)


def load_project(
    root: Path, output: Path | None = None, ledger: Path | None = None, base_url: str | None = None
) -> tuple[Project | None, list[Problem]]:
    """Load the site in a folder. `base_url` takes the place of the one in site.toml. None: the problems say why; what is no error is the project's."""
    root = root.absolute()
    data = _settings_of(root)
    if isinstance(data, Problem):
        return None, [data]
    config, lines, setting_problems = read_settings(data)
    if config is None:
        return None, setting_problems
    if base_url is not None:
        try:
            config = replace(config, base_url=read_base_url(base_url))
        except Wrong as wrong:
            return None, [Problem("--base-url", 0, "setting-wrong", wrong.message, wrong.mend)]
    theme, theme_problems = load_theme(config.theme, config.theme_settings, root, lines)
    if theme is None:
        return None, theme_problems
    themes, problems = _themes_of_trees(config, root, lines)
    # What is wrong with the theme whatever the language is said once.
    problems = [*setting_problems, *_logo_problems(config, theme, lines), *dict.fromkeys((*theme_problems, *problems))]
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    warnings = [problem for problem in problems if problem.severity is not Severity.ERROR]
    project = Project(
        root=root,
        output=(output or root / "output").absolute(),
        ledger=ledger or root / ".cache" / "ledger.db",
        config=config,
        theme=theme,
        warnings=(*warnings, *_language_problems(config, theme, lines), *_card_problems(theme, lines)),
        lines=lines,
        themes=themes,
    )
    return (None if errors else project), errors


def _settings_of(root: Path) -> bytes | Problem:
    """Return the bytes of site.toml in a folder, or why there are none."""
    try:
        return read_start(root / FILE, LARGEST_FILE + 1)[0]
    except FileNotFoundError:
        return Problem(FILE, 0, "settings-missing", f"there is no {FILE} in {root.name or root}/", HOW_TO_BEGIN)
    except OSError as error:
        message = f"it cannot be read: {error.strerror or error}"
        return Problem(FILE, 0, "file-unreadable", message, "Correct the file's permissions.")


def _themes_of_trees(config: Config, root: Path, lines: dict[str, int]) -> tuple[dict[str, Theme], list[Problem]]:
    """Load the theme once more for each language that has settings of its own for it; return them by language."""
    themes: dict[str, Theme] = {}
    problems: list[Problem] = []
    for language, settings in config.tree_settings.items():
        own_lines = lines | {
            name.removeprefix(f"languages.{language}."): line
            for name, line in lines.items()
            if name.startswith(f"languages.{language}.theme.")
        }
        theme, own_problems = load_theme(config.theme, {**config.theme_settings, **settings}, root, own_lines)
        problems += own_problems
        if theme is not None:
            themes[language] = theme
    return themes, problems


def _language_problems(config: Config, theme: Theme, lines: dict[str, int]) -> Iterator[Problem]:
    """Say that the interface speaks English where the theme has no words in a language of the site."""
    for language in (config.language, *(tree.language for tree in config.trees[1:])):
        if {language, language.partition("-")[0]} & theme.strings.keys():
            continue
        yield Problem(
            FILE,
            lines.get(f"languages.{language}", lines.get("site.language", 1)),
            "language-without-words",
            f'the theme has no words in "{language}", so the interface is in English',
            f"Write strings/{language}.toml; docs/theming.md says how.",
            Severity.WARNING,
        )


def _card_problems(theme: Theme, lines: dict[str, int]) -> Iterator[Problem]:
    """Say that no pictures are drawn where what draws them is not installed."""
    if theme.settings.get("cards") and theme.card is None:
        yield Problem(
            FILE,
            lines.get("theme.settings.cards", 1),
            "cards-missing",
            "no pictures of jobs are drawn: what draws them is not installed",
            "Install it, with `pip install 'site-builder[cards]'`; or write `cards = false`.",
            Severity.WARNING,
        )


def _logo_problems(config: Config, theme: Theme, lines: dict[str, int]) -> list[Problem]:
    logo = config.organization.logo if config.organization else None
    names = {asset.name for asset in theme.assets}
    if logo is None or "://" in logo or logo in names:
        return []
    return [
        Problem(
            FILE,
            lines.get("organization.logo", 1),
            "logo-missing",
            f'there is no asset "{logo}"',
            'Put the file into assets/, and write its name alone: `logo = "logo.svg"`.',
        )
    ]
