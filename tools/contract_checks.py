"""Hold the contracts of all examples to a linter and to generators of clients: `make contract`.

Each openapi.yaml has to be valid, Spectral has to be silent, and the clients that others generate
from it have to compile: TypeScript under `strict`, and Python without a part left out.
"""

import argparse
import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Iterator, Sequence
from pathlib import Path

import yaml
from openapi_spec_validator import validate

from tests.projects import FIXTURES, PROJECTS
from transformer.engine.render import render_project
from transformer.manifest import read_project

SETTINGS = Path(__file__).with_name("contract")
WORKSPACE = Path(__file__).resolve().parent.parent / "build" / "contract"
CLIENT = "openapi-python-client==0.29.1"
IMPORTS = """
import importlib, pkgutil, sys
for found in pkgutil.walk_packages(sys.path[:1]):
    importlib.import_module(found.name)
"""


class Failure(Exception):
    """Something that a tool says of a contract."""


def run(*command: str | Path, cwd: Path) -> str:
    """What a tool says; raises Failure with that if it isn't content."""
    words = [str(word) for word in command]
    done = subprocess.run(words, cwd=cwd, capture_output=True, text=True, check=False)
    if done.returncode:
        raise Failure(f"{' '.join(words)}\n{done.stdout}{done.stderr}")
    return done.stdout + done.stderr


def install(folder: Path) -> None:
    """Install the tools, unless they are there already."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copy(SETTINGS / name, folder)
    if not (folder / "node_modules" / ".bin" / "spectral").exists():
        run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", cwd=folder)
    if not find_python(folder).exists():
        venv.create(folder / "venv", with_pip=True)
        run(find_python(folder), "-m", "pip", "install", "--quiet", CLIENT, cwd=folder)


def find_python(folder: Path) -> Path:
    return folder / "venv" / ("Scripts" if os.name == "nt" else "bin") / "python"


def write_contracts(names: Sequence[str], folder: Path) -> Iterator[Path]:
    """Write the contracts of examples, those that are valid."""
    folder.mkdir(parents=True)
    for name in names:
        manifest = read_project(FIXTURES / name).manifest
        if manifest is None:
            raise Failure(f"{name} can't be read")
        content = render_project(manifest, "openapi").files["openapi.yaml"]
        validate(yaml.safe_load(content))
        path = folder / f"{name}.yaml"
        path.write_bytes(content)
        yield path


def check_python(contract: Path, folder: Path) -> None:
    """Generate a client in Python, without a warning, and import each of its modules."""
    target = folder / "python" / contract.stem / "client"
    target.parent.mkdir(parents=True)
    config = folder / "python.yaml"
    config.write_text("literal_enums: true\npost_hooks: []\n", encoding="utf-8")
    python = find_python(folder)
    words = ["--path", contract, "--output-path", target, "--meta", "none", "--config", config]
    said = run(python, "-m", "openapi_python_client", "generate", *words, cwd=folder)
    if "WARNING" in said or "Unable" in said:
        raise Failure(f"{contract.stem}: {said}")
    run(python, "-c", f"import sys\nsys.path.insert(0, '.'){IMPORTS}", cwd=target.parent)


def check_all(names: Sequence[str], folder: Path = WORKSPACE) -> Iterator[str]:
    """Check the contracts of examples, and say what was done."""
    install(folder)
    for name in ("contracts", "typescript", "python"):
        shutil.rmtree(folder / name, ignore_errors=True)
    contracts = list(write_contracts(names, folder / "contracts"))
    yield f"{len(contracts)} contracts are valid"
    tools = folder / "node_modules" / ".bin"
    rules = SETTINGS / "spectral.yaml"
    run(tools / "spectral", "lint", "-r", rules, "-F", "hint", *contracts, cwd=folder)
    yield "Spectral has nothing to say"
    types = [folder / "typescript" / f"{contract.stem}.ts" for contract in contracts]
    for contract, path in zip(contracts, types, strict=True):
        run(tools / "openapi-typescript", contract, "-o", path, cwd=folder)
    run(tools / "tsc", "--noEmit", "--strict", *types, cwd=folder)
    yield "TypeScript compiles"
    for contract in contracts:
        check_python(contract, folder)
    yield "Python is generated without a warning, and imported"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help="examples; without any, all of them")
    names = parser.parse_args().names or PROJECTS
    try:
        for line in check_all(names):
            print(line, flush=True)
    except Failure as failure:
        sys.exit(str(failure))


if __name__ == "__main__":
    main()
