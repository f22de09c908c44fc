"""What `openapi` does in Python: the document that its template places."""

from transformer.backends.openapi.components import list_components
from transformer.backends.openapi.objects import Document, Info
from transformer.backends.openapi.path_items import list_paths, list_tags
from transformer.engine.view_modules import Refusal
from transformer.engine.yaml_documents import dump_yaml
from transformer.model import Model
from transformer.output.history import History


def make_context(model: Model) -> dict[str, str]:
    """Make the word that the template places: the document, written as YAML."""
    return {"document": dump_yaml(describe_api(model))}


def make_history(model: Model) -> History:
    """Make nothing: a document is written anew by each build."""
    return History()


def list_refused(_: Model) -> tuple[Refusal, ...]:
    """List nothing: it can describe any application."""
    return ()


def list_unbuilt(_: Model) -> tuple[str, ...]:
    """List nothing: what a document says of a manifest doesn't depend on that."""
    return ()


def describe_api(model: Model) -> Document:
    """Describe the API of an app: its paths, and what they refer to."""
    document: Document = {
        "openapi": "3.1.0",
        "info": _describe_app(model),
        "servers": [{"url": "/api"}],
        "security": [] if model.app.access == "open" else [{"session": []}, {"bearer": []}],
    }
    if tags := list_tags(model):
        document["tags"] = tags
    document["paths"] = dict(list_paths(model))
    document["components"] = list_components(model)
    return document


def _describe_app(model: Model) -> Info:
    info: Info = {"title": model.app.title}
    if model.app.description:
        info["description"] = model.app.description
    info["version"] = model.app.version
    return info
