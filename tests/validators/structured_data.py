"""What Google's rules and schema.org's vocabulary say of structured data.

Both programs come from npm (tests/package.json) and fetch nothing while they run.
"""

import json
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

TESTS = Path(__file__).parents[1]
MODULES = TESTS / "node_modules"
RULES = MODULES / "@adobe/structured-data-validator"
COMPILER = MODULES / "typescript/bin/tsc"
VOCABULARY = MODULES / "schema-dts"


class Issue(NamedTuple):
    """What the validator has to say of a page."""

    file: Path
    severity: str
    message: str


def google_issues(files: Iterable[Path]) -> list[Issue]:
    """Return what @adobe/structured-data-validator finds in HTML files: `ERROR` breaks a rule of Google's, `WARNING` is advice."""
    _need(RULES)
    script = TESTS / "validators/google.mjs"
    done = subprocess.run(
        ["node", script], input=json.dumps([str(file) for file in files]), capture_output=True, text=True, check=True
    )
    return [Issue(Path(one["file"]), one["severity"], one["message"]) for one in json.loads(done.stdout)]


def vocabulary_errors(objects: Mapping[str, object], folder: Path) -> list[str]:
    """Return where JSON-LD objects, by name, use a type, a property or a kind of value that schema.org does not have there.

    They are checked as values of the types that Google's schema-dts makes of schema.org's vocabulary; `folder` takes the file of them.
    """
    _need(COMPILER)
    (folder / "node_modules").mkdir(parents=True, exist_ok=True)
    (folder / "node_modules/schema-dts").symlink_to(VOCABULARY)
    # Each stands as a literal of its own: of values that come from elsewhere, TypeScript allows properties that a type does not have.
    rows = [
        f"export const _{number}: WithContext<JobPosting> = {json.dumps(one, ensure_ascii=True)}; // {name}"
        for number, (name, one) in enumerate(objects.items())
    ]
    file = folder / "objects.ts"
    file.write_text("\n".join(["import type { JobPosting, WithContext } from 'schema-dts';", *rows]), "utf-8")
    options = ("--noEmit", "--strict", "--skipLibCheck", "--module", "nodenext", "--target", "es2022")
    done = subprocess.run(
        ["node", COMPILER, *options, file.name], cwd=folder, capture_output=True, text=True, check=False
    )
    errors = [line for line in done.stdout.splitlines() if not line.startswith(" ")]
    assert bool(errors) == bool(done.returncode), done.stdout + done.stderr
    return errors


def _need(module: Path) -> None:
    if not module.exists():
        pytest.fail(f"{module.name} is missing: `make tests/node_modules/installed` fetches it (with npm).")
