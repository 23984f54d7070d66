"""A plan becomes the files of a folder."""

from collections.abc import Mapping
from pathlib import Path

from site_builder.engine.ledger import Ledger
from site_builder.engine.publish import Published, publish
from site_builder.engine.staging import Stage
from site_builder.engine.workers import Workers
from site_builder.model.output import Output
from site_builder.project import Project
from site_builder.rendering_task import RenderTask


def publish_plan(  # noqa: PLR0913, PLR0917  # what, where to, by whom
    project: Project,
    outputs: Mapping[str, Output],
    keys: Mapping[str, str],
    folder: Path,
    ledger: Ledger,
    workers: Workers,
    whole: tuple[str, bytes] | None = None,
    last: Mapping[str, str] | None = None,
) -> Published:
    """Render those outputs whose keys are not those of the files in a folder, and put them there.

    `outputs` and their `keys` are by path. `whole`, `last`, what is returned and what is raised are those of `publish`.
    """
    templates_key = project.templates_key()

    def task_for(stage: Stage, paths: list[str]) -> tuple[RenderTask, list[Output]]:
        return RenderTask(project, templates_key, stage, ledger.new_texts), [outputs[path] for path in paths]

    return publish(folder, ledger, workers, keys, task_for, whole, last)
