"""Small manifests of entities that refer to one another as a test wants."""

from collections.abc import Mapping
from typing import Any

from hypothesis import strategies as st

from transformer.model import Model, build_model

ACCOUNT = "User"

Graph = Mapping[str, tuple[str | None, Mapping[str, str]]]
"""Entity → the name of its display field, and its references with their targets."""


def build_graph(graph: Graph) -> Model:
    """The model of entities that have a key, a `name`, and the given references."""
    return build_model(write_graph(graph))


def write_graph(graph: Graph) -> dict[str, Any]:
    """The manifest of such entities."""
    app = {"name": "app", "title": "App", "version": "1", "access": "open", "signup": "closed"}
    app |= {"language": "en", "brand": "#000000", "features": []}
    return {
        "manifest_version": 1,
        "app": app,
        "deployment": {"runtime_txt": False},
        "enums": [],
        "entities": [_write_entity(name, *said) for name, said in graph.items()],
        "surfaces": [],
        "extensions": [],
    }


def _write_entity(name: str, display: str | None, references: Mapping[str, str]) -> dict[str, Any]:
    fields = [_write_field("id", type="uuid", automatic="uuid"), _write_field("name", type="str")]
    for each, target in references.items():
        kind = "account" if target == ACCOUNT else "entity"
        inverse = {"name": f"{name}_{each}", "title": name}
        said = {"target": target, "target_kind": kind, "on_delete": "restrict", "inverse": inverse}
        fields.append(_write_field(each, type="ref", **said))
    entity = {"name": name, "title": name, "plural": name, "slug": name.lower()}
    entity |= {"address": f"/{name.lower()}/", "key": "id", "display": display, "order": []}
    return entity | {"deletable": True, "fields": fields, "uniques": [], "indexes": []}


def _write_field(name: str, **said: Any) -> dict[str, Any]:
    required = {"required": True, "nullable": False, "unique": "no", "input": "always"}
    return {"name": name, "title": name, **required, **said}


@st.composite
def graphs(draw: st.DrawFn) -> Graph:
    """Entities that refer to one another, to themselves and to accounts, also in cycles."""
    names = "ABCDE"[: draw(st.integers(1, 5))]
    targets = st.sampled_from([*names, ACCOUNT])
    found = {}
    for name in names:
        references = draw(st.dictionaries(st.sampled_from("rst"), targets))
        display = draw(st.sampled_from([None, "name", *references, *references, *references]))
        found[name] = (display, references)
    return found
