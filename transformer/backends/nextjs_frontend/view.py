"""What `nextjs_frontend` does in Python: the contract, and the model of the app's pages."""

from collections.abc import Iterator

from transformer.backends.django_micro.colours import view_colours
from transformer.backends.nextjs_frontend.contract import Contract, name_collection
from transformer.backends.nextjs_frontend.declared_fields import declare_member
from transformer.backends.nextjs_frontend.declared_pages import declare_pages
from transformer.backends.nextjs_frontend.typescript import Literal, spell_literal
from transformer.engine.view_modules import Refusal
from transformer.engine.yaml_documents import dump_yaml
from transformer.model import Model
from transformer.model.entities import Entity
from transformer.model.relations import Relation
from transformer.model.surfaces import Surface
from transformer.output.history import History


def make_context(model: Model) -> dict[str, str]:
    """Make the words that the templates place: the contract as YAML, the pages as TypeScript."""
    contract = Contract(model)
    return {
        "document": dump_yaml(contract.document),
        "declarations": spell_literal(declare_app(model, contract), used=len("export const")),
    }


def make_history(_: Model) -> History:
    """Make nothing: a frontend is written anew by each build."""
    return History()


def list_refused(_: Model) -> tuple[Refusal, ...]:
    """List nothing: it shows of any application what the API tells."""
    return ()


def list_unbuilt(model: Model) -> Iterator[str]:
    """List the pages beside the default one of their mode, and parts and lines within forms."""
    for number, surface in enumerate(model.surfaces):
        if not surface.default or surface.entity is None:
            yield f"surfaces/{number}"
        elif surface.mode in ("create", "edit"):
            yield from (f"surfaces/{number}/sections/{place}" for place in _list_lines(surface))
    for number, entity in enumerate(model.entities):
        for place, relation in enumerate(entity.relations):
            if relation.kind == "embeds":
                yield f"entities/{number}/relations/{place}"


def _list_lines(surface: Surface) -> Iterator[str]:
    for number, section in enumerate(surface.sections):
        for place, item in enumerate(section.fields):
            if isinstance(item.field, Relation) and not item.field.is_link:
                yield f"{number}/fields/{place}/field"


def declare_app(model: Model, contract: Contract) -> dict[str, Literal]:
    """Declare all that the frontend is told of an app."""
    said: dict[str, Literal] = {"title": model.app.title}
    if model.app.description:
        said["description"] = model.app.description
    said["language"] = model.app.language
    said["colours"] = _declare_colours(model.app.brand)
    if model.person.sign_in:
        said["signIn"] = {"title": model.person.sign_in.title}
    said["collections"] = list(_list_collections(model, contract))
    return said


def _list_collections(model: Model, contract: Contract) -> Iterator[Literal]:
    for entity in model.entities:
        if pages := declare_pages(entity, contract):
            yield {**_declare_collection(entity, contract), **pages}


def _declare_colours(brand: str) -> dict[str, Literal]:
    colours = view_colours(brand)
    return {
        "brand": colours.brand,
        "brandStrong": colours.strong,
        "onBrand": colours.on_brand,
        "inkOnLight": colours.light_ink,
        "inkOnDark": colours.dark_ink,
    }


def _declare_collection(entity: Entity, contract: Contract) -> dict[str, Literal]:
    said: dict[str, Literal] = {
        "name": entity.name,
        "path": name_collection(entity),
        "title": entity.title,
        "plural": entity.plural,
    }
    if entity.description:
        said["description"] = entity.description
    said["key"] = entity.key_name
    offered = contract.list_offered(entity)
    said["fields"] = {
        each.name: declare_member(each, is_offered=each.name in offered)
        for each in (*entity.fields, *entity.computed, *entity.relations)
    }
    return said
