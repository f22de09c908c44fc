"""Projects of other DAZZLEs: their stacks, and vocabularies of DAZZLE 0.1."""

from pathlib import Path

import pytest

from tests.projects import run_dazzle
from transformer.diagnostics.resources import read_table
from transformer.manifest import read_project

STACKS = read_table("language/dialects")["stacks"]
SETTINGS = '[project]\nname = "shop"\n'
ENTITY = "entity Item:\n  name: str required\n"
VOCABULARY = """\
version: 0.1.0
app_id: shop
dsl_core_version: 0.1.0
entries:
  - id: priced
    kind: macro
    scope: data
    dsl_core_version: 0.1.0
    metadata: {author: somebody, stable: true}
    hints: {llm: "for prices"}
    parameters:
      - {name: label, type: string, required: true}
      - {name: taxed, type: boolean, default: true}
      - {name: rate, type: number, default: 0.19}
      - {name: owner, type: model_ref, required: true}
    expansion:
      language: dazzle-core-dsl
      body: |
        {{ label | replace(" ", "_") | lower }}: decimal(8, 2)={{ rate }}
        {% if taxed %}
        taxed: bool=true
        {% endif %}
        owner: ref {{ owner }}
"""


def write_files(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize("stack", STACKS)
@pytest.mark.parametrize("table", ["[build]\nstack", "[stack]\nname"])
def test_stack_of_another_dazzle_is_a_warning(tmp_path: Path, stack: str, table: str) -> None:
    settings = f'{SETTINGS}{table} = "{stack}"\n'
    analysis = read_project(write_files(tmp_path, {"dazzle.toml": settings, "dsl/a.dsl": ENTITY}))
    (problem,) = [each for each in analysis.problems if each.code != "unshown-entity"]
    assert (problem.code, problem.level) == ("foreign-stack", "warning")
    assert problem.span and problem.span.line == 4
    assert analysis.project and analysis.project.stack == "micro"


def test_micro_is_built_in_its_place(tmp_path: Path) -> None:
    settings = f'{SETTINGS}[build]\nstack = "dnr"\n'
    write_files(tmp_path, {"dazzle.toml": settings, "dsl/a.dsl": ENTITY})
    done = run_dazzle(tmp_path, "build")
    assert done.returncode == 0
    assert "warning[foreign-stack]" in done.stdout
    assert (tmp_path / "build/django_micro/manage.py").is_file()


def test_it_may_be_asked_for_on_the_command_line(tmp_path: Path) -> None:
    write_files(tmp_path, {"dazzle.toml": SETTINGS, "dsl/a.dsl": ENTITY})
    for command in ("validate", "build"):
        done = run_dazzle(tmp_path, command, "--stack", "express_micro")
        assert done.returncode == 0
        assert "warning[foreign-stack]" in done.stdout
    assert (tmp_path / "build/django_micro/manage.py").is_file()


def test_none_of_them_is_a_stack_of_ours() -> None:
    assert not set(STACKS) & set(read_table("language/stacks"))


def test_vocabulary_of_an_older_dazzle_is_read(tmp_path: Path) -> None:
    files = {
        "dazzle.toml": SETTINGS,
        "dazzle/local_vocab/manifest.yml": VOCABULARY,
        "dsl/a.dsl": f'{ENTITY}  @use priced(label="Net price", owner=Item, rate=0.07)\n',
    }
    analysis = read_project(write_files(tmp_path, files))
    assert analysis.manifest, analysis.problems
    fields = analysis.manifest["entities"][0]["fields"]
    assert [field["name"] for field in fields] == ["id", "name", "net_price", "taxed", "owner"]
    assert fields[2]["default"] == {"value": "0.07"}


@pytest.mark.parametrize(
    ("said", "word"),
    [('taxed="no"', "taxed"), ("rate=true", "rate"), ('owner="Item x"', "owner")],
)
def test_older_types_of_parameters_are_checked(tmp_path: Path, said: str, word: str) -> None:
    given = {"label": '"Net"', "owner": "Item"} | dict([said.split("=")])
    arguments = ", ".join(f"{key}={value}" for key, value in given.items())
    files = {
        "dazzle.toml": SETTINGS,
        "dazzle/local_vocab/manifest.yml": VOCABULARY,
        "dsl/a.dsl": f"{ENTITY}  @use priced({arguments})\n",
    }
    problems = read_project(write_files(tmp_path, files)).problems
    assert [(each.code, each.words["word"]) for each in problems] == [("wrong-argument", word)]
