"""The index of a search that finds words in any of their forms."""

from collections.abc import Iterator

from transformer.backends.django.code import make_literal, make_texts, refer_to
from transformer.backends.django.constraints import Constraint, name_constraint
from transformer.backends.django.indexes import list_all_searched
from transformer.backends.django.names import Names
from transformer.diagnostics.resources import read_table
from transformer.model.entities import Entity


def list_full_text(entity: Entity, names: Names) -> Iterator[Constraint]:
    """List the index of the words that searches of an entity find, if it has one."""
    if has_full_text(entity):
        searched = list_all_searched(entity)
        keys = [names.name_attribute(field) for field in searched]
        code = refer_to("FullTextIndex").call(
            fields=make_texts(keys),
            config=make_literal(_name_language(entity)),
            name=make_literal(name_constraint(entity.slug, keys, "words", set())),
        )
        fields = tuple(field.name for field in searched)
        yield Constraint("indexes", fields, code, "AddIndex", code)


def has_full_text(entity: Entity) -> bool:
    """Tell whether searches of an entity find words in any of their forms."""
    is_asked = entity.search is not None and entity.search.full_text
    return is_asked and bool(list_all_searched(entity))


def _name_language(entity: Entity) -> str:
    """Name the language of an entity's texts, which is that of the app, as PostgreSQL does."""
    return read_table("django/full_text", dict[str, str])[entity.model.app.language]
