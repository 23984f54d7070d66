"""The program as people install it: a wheel in an environment of its own."""

import os
import subprocess
import sys
import venv
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).parent.parent


def install_wheel(folder: Path) -> Path:
    """Build the wheel from what makes it, install it into a new environment in a folder, and return that environment's `bin`.

    The libraries that it needs are those of the environment that runs the tests, on the path behind the new one's own: to
    install them once more would test pip and the network. `test_it_names_what_it_needs` looks after the list of them.
    """
    wheels = folder / "wheels"
    command = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*command, "wheel", "--no-deps", "--wheel-dir", wheels, ROOT], check=True, cwd=folder)
    (wheel,) = wheels.glob("site_builder-*.whl")
    environment = folder / "environment"
    venv.create(environment, with_pip=False, symlinks=True)
    (packages,) = environment.glob("lib/python*/site-packages")
    subprocess.run([*command, "install", "--no-deps", "--target", packages, wheel], check=True, cwd=folder)
    (libraries,) = {path for path in map(Path, sys.path) if (path / "click").is_dir()}
    (packages / "libraries.pth").write_text(f"{libraries}\n")
    # pip's script is for its own Python: this one is the same, for the new environment's.
    (script,) = metadata.PathDistribution(next(packages.glob("site_builder-*.dist-info"))).entry_points
    program = environment / "bin" / script.name
    program.write_text(f"#!{environment}/bin/python\nfrom {script.module} import {script.attr}\n{script.attr}()\n")
    program.chmod(0o755)
    return environment / "bin"


def run(*command: str | Path, cwd: Path) -> "subprocess.CompletedProcess[str]":
    """Run a program with nothing of the tests' own environment that could help it."""
    settings = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return subprocess.run(command, cwd=cwd, env=settings, capture_output=True, text=True, check=False)
