"""A process in which mutants are judged, each in a copy that begins with everything loaded.

`python -m tools.mutated_process KIND …` reads a mutant a line, as JSON, and answers with a line:

- `rules MANIFEST` in the folder of an app: whether an interpreter of rules finds a difference,
- `trials TABLE` in the folder of an app: whether what people try by hand changes anything,
- `compiler MANIFEST…`: which files the compiler makes otherwise of each manifest.
"""

import importlib
import json
import os
import resource
import sys
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from random import Random
from types import CodeType, FunctionType, ModuleType
from typing import Any

CPU_SECONDS = 120
DECLARATIONS = "core.policies"
Judge = Callable[[Mapping[str, Any]], Any]


def main() -> None:
    judge = KINDS[sys.argv[1]](*sys.argv[2:])
    for line in sys.stdin:
        print(json.dumps(try_apart(judge, json.loads(line))), flush=True)


def try_apart(judge: Judge, said: Mapping[str, Any]) -> Any:
    """Judge a mutant in a process that ends with it; what fails or takes too long says so."""
    reading, writing = os.pipe()
    if not (process := os.fork()):
        resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
        with os.fdopen(writing, "w") as file:
            try:
                json.dump(judge(said), file)
            except BaseException as error:
                json.dump({"error": repr(error)[:200]}, file)
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as file:
        answer = file.read()
    os.waitpid(process, 0)
    return json.loads(answer or '{"timeout": true}')


def judge_by_rules(manifest: str) -> Judge:
    """Let everybody ask for everything until there is a difference."""
    from tests.micro.walk import prepare_django

    prepare_django()
    from tests.rules.attempts import Notebook, list_visits, try_visits

    read = json.loads(Path(manifest).read_text(encoding="utf-8"))
    visits = list(list_visits(read, Random(1), Notebook()))

    def judge(said: Mapping[str, Any]) -> Any:
        if not plant(said):
            return {"unplanted": True}
        found = try_visits(visits, said.get("about", ()), rights_only=said.get("rights", False))
        return {"noticed": next(found, None)}

    return judge


def judge_by_trials(table: str) -> Judge:
    """Let people try by hand what isn't theirs."""
    import yaml

    from tests.attempts.trials import Trials
    from tests.micro.walk import prepare_django

    prepare_django()
    read = yaml.safe_load(Path(table).read_text(encoding="utf-8"))
    trials = Trials(read)

    def judge(said: Mapping[str, Any]) -> Any:
        if not plant(said):
            return {"unplanted": True}
        found = (each for group in read["attempts"].values() for each in trials.try_group(group))
        return {"noticed": next(found, None)}

    return judge


def judge_compiler(*manifests: str) -> Judge:
    """Make apps, and say which files are others than those of the compiler as it is."""
    from tests.projects import BACKEND
    from transformer.engine.render import render_project

    read = [json.loads(Path(each).read_text(encoding="utf-8")) for each in manifests]

    def render() -> Iterator[dict[str, str]]:
        for each in read:
            files = render_project(each, BACKEND).files.items()
            yield {path: text.decode() for path, text in files if path.endswith((".py", ".html"))}

    made = try_apart(lambda _: list(render()), {})

    def judge(said: Mapping[str, Any]) -> Any:
        if not plant(said):
            return {"unplanted": True}
        pairs = zip(made, render(), strict=True)
        return {"made": [compare(old, now) for old, now in pairs]}

    return judge


def compare(old: Mapping[str, str], now: Mapping[str, str]) -> dict[str, str | None]:
    """The files that are otherwise; None for those that are gone."""
    return {path: now.get(path) for path in {**old, **now} if old.get(path) != now.get(path)}


KINDS: dict[str, Callable[..., Judge]] = {
    "rules": judge_by_rules,
    "trials": judge_by_trials,
    "compiler": judge_compiler,
}


def plant(said: Mapping[str, Any]) -> bool:
    """Let a function be as a mutant has it, or declarations as they are given.

    What a module has made of them when it was loaded is made again. Some functions can't be
    replaced so.
    """
    module = importlib.import_module(said["place"].removesuffix(".py").replace("/", "."))
    if said["function"]:
        code = find_code(compile(said["source"], said["place"], "exec"), said["function"])
        try:
            find_function(module, said["function"]).__code__ = code
        except (AttributeError, KeyError, ValueError):
            return False  # it isn't there, or closes over other variables
    if said["place"].split("/")[0] in ("core", "pages"):
        declare_again(None if said["function"] else said["source"])
    return True


def find_code(module: CodeType, name: str) -> CodeType:
    """The code of a function or method in that of its module."""
    inner = (each for each in module.co_consts if isinstance(each, CodeType))
    for each in inner:
        if each.co_qualname == name:
            return each
        if name.startswith(f"{each.co_qualname}."):
            return find_code(each, name)
    raise LookupError(name)


def find_function(module: ModuleType, name: str) -> FunctionType:
    """A function, or the one of a method, a property and the like."""
    owner, _, last = name.rpartition(".")
    found: Any = getattr(module, owner).__dict__[last] if owner else getattr(module, last)
    if isinstance(found, property):
        found = found.fget
    if isinstance(found, cached_property):
        found = found.func
    found = getattr(found, "__wrapped__", getattr(found, "__func__", found))
    assert isinstance(found, FunctionType)
    return found


def declare_again(source: str | None) -> None:
    """Read the app's declarations of rules once more, which pages have hold of."""
    declared = importlib.import_module(DECLARATIONS)
    before = {**vars(declared)}
    for name in {"records.policies", "records.page_policies"} & sys.modules.keys():
        vars(sys.modules[name])["_policies"].clear()
    text = source or Path(str(declared.__file__)).read_text(encoding="utf-8")
    exec(compile(text, str(declared.__file__), "exec"), vars(declared))
    for name, old in before.items():
        if type(old).__name__ in ("PagePolicy", "PageAccess"):
            vars(old).update(vars(vars(declared)[name]))


if __name__ == "__main__":
    main()
