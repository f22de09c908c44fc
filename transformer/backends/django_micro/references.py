"""How the references in a form find the rows they may lead to, and where one adds such a row."""

from collections.abc import Iterator

from transformer.backends.django.code import Code, make_literal, make_texts, refer_to
from transformer.backends.django.names import Names
from transformer.backends.django_micro.pages import Site
from transformer.model.display import DisplayPath
from transformer.model.entities import Entity
from transformer.model.entity_fields import Field
from transformer.model.relations import Relation

ACCOUNT = "username"  # what Django's own user goes by


def make_reference(field: Field, site: Site, names: Names) -> Code:
    """Make what a form says of a field that refers to other rows."""
    paths = list_search_paths(field, names)
    add = site.find_address(field.target, "create")
    return refer_to("Reference").call(make_texts(paths), add=make_literal(add) if add else None)


def make_link_reference(relation: Relation, names: Names) -> Code:
    """Make what a form says of rows that are chosen among those of another entity."""
    return refer_to("Reference").call(make_texts(list_paths(relation.target, names)))


def list_search_paths(field: Field, names: Names) -> list[str]:
    """List where to look for the rows that a field may refer to."""
    return list_paths(field.target, names) if field.target else [ACCOUNT]


def list_paths(entity: Entity, names: Names) -> list[str]:
    """List where to look for rows of an entity: in what they go by, and where the entity says.

    The first is what they go by. Where title and key may stand in for that, the key is another
    path, and so are the names of what the row refers to, by which people know it.
    """
    said = entity.search.fields if entity.search else ()
    is_open = (field for field in said if not field.is_reference and not field.sensitive)
    shown = "__".join(_follow(entity.display_path, names))
    keys = list(_list_keys(entity, names))
    paths = [shown, *keys, *map(names.name_attribute, is_open)]
    if "pk" in (shown, *keys):
        references = (f for f in entity.fields if f.is_reference and not f.sensitive)
        ways = ("__".join(_follow(field.display_path, names)) for field in references)
        # What only has a key tells people nothing.
        paths += (way for way in ways if not way.endswith("__pk"))
    return list(dict.fromkeys(paths))


def _follow(way: DisplayPath, names: Names) -> Iterator[str]:
    """Follow the steps to the text that a row goes by; its key, where it goes by none."""
    yield from map(names.name_attribute, way.fields)
    endings = {"value": [], "account": [ACCOUNT], "key": ["pk"], "cycle": ["pk"]}
    yield from endings[way.end]


def _list_keys(entity: Entity, names: Names) -> Iterator[str]:
    """List the paths to keys that stand in where a field on the way to the text may be empty."""
    steps: list[str] = []
    for field in entity.display_path.fields:
        if not field.required:
            yield "__".join([*steps, "pk"])
        steps.append(names.name_attribute(field))
