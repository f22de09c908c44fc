"""What `openapi` does in Python: the document that its template places."""

from collections.abc import Iterator

from transformer.backends.openapi.app_paths import START, list_app_paths
from transformer.backends.openapi.components import list_components
from transformer.backends.openapi.objects import Document, Info
from transformer.backends.openapi.operation_objects import list_security
from transformer.backends.openapi.path_items import list_operations, list_paths, make_tag
from transformer.backends.openapi.schemas import spell_prose
from transformer.backends.openapi.used_components import keep_used
from transformer.engine.view_modules import Refusal
from transformer.engine.yaml_documents import dump_yaml
from transformer.model import Model
from transformer.output.history import History

_CONVENTIONS = (
    "What is shown and done here is what the pages of the app show and do, under the same rules. "
    "A reference is told as `key` and `display`, and sent as the key alone. `ETag` with `If-Match` "
    "keeps changes of others from being lost, and `Idempotency-Key` a request from being done "
    "twice. What goes wrong is told as RFC 9457 has it, with `errors` by field. Superusers may do "
    "everything."
)


def make_context(model: Model) -> dict[str, str]:
    """Make the word that the template places: the document, written as YAML."""
    return {"document": dump_yaml(describe_api(model))}


def make_history(model: Model) -> History:
    """Make nothing: a document is written anew by each build."""
    return History()


def list_refused(_: Model) -> tuple[Refusal, ...]:
    """List nothing: it can describe any application."""
    return ()


def list_unbuilt(model: Model) -> Iterator[str]:
    """List the relations whose records are parts of another."""
    for place, entity in enumerate(model.entities):
        for number, each in enumerate(entity.relations):
            if each.kind == "embeds":
                yield f"entities/{place}/relations/{number}"


def describe_api(model: Model) -> Document:
    """Describe the API of an app: its paths, and what they refer to."""
    document: Document = {
        "openapi": "3.1.0",
        "info": _describe_app(model),
        "servers": [{"url": "/api"}],
        "security": list_security("get", is_open=False),
        "tags": [START, *(make_tag(each) for each in model.entities if list_operations(each))],
        "paths": {**dict(list_app_paths(model)), **dict(list_paths(model))},
    }
    document["components"] = keep_used(list_components(model), document)
    return document


def _describe_app(model: Model) -> Info:
    own = [spell_prose(model.app.description)] if model.app.description else []
    return {
        "title": model.app.title,
        "description": "\n\n".join([*own, _CONVENTIONS]),
        "version": model.app.version,
    }
