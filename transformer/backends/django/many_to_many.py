"""Relations of many on both sides as fields of Django models."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from transformer.backends.django.accounts import is_person
from transformer.backends.django.code import Code, make_literal, refer_to
from transformer.backends.django.fields import ModelField, declare_field
from transformer.backends.django.names import Names
from transformer.model.relations import Relation


@dataclass(frozen=True, eq=False)
class Link:
    """A `many_to_many` relation with the names that it has in Python."""

    relation: Relation
    names: Names

    @cached_property
    def attribute(self) -> str:
        """The name of the attribute that leads to the rows."""
        return self.names.name_link(self.relation)

    @property
    def inverse(self) -> str:
        """The name of the attribute that leads back from one of these rows."""
        return self.names.inverses[self.relation]

    @property
    def is_titled(self) -> bool:
        """Whether the title differs from the one that Django makes of the attribute's name."""
        made = self.attribute.replace("_", " ")
        return made[:1].upper() + made[1:] != self.relation.title


def declare_members(
    fields: Iterable[ModelField], links: Iterable[Link], *, frozen: bool = False
) -> dict[str, Code]:
    """Make the declarations of a model's fields, those of links last."""
    declared = {each.attribute: declare_field(each, frozen=frozen) for each in fields}
    return declared | {each.attribute: declare_link(each, frozen=frozen) for each in links}


def declare_link(link: Link, *, frozen: bool = False) -> Code:
    """Make the declaration of a field; rows of one model are linked in one direction."""
    to_itself = link.relation.target is link.relation.entity and not frozen
    return refer_to("models.ManyToManyField").call(
        _spell_target(link, frozen),
        related_name=make_literal(link.inverse),
        symmetrical=make_literal(False) if to_itself else None,
        verbose_name=make_literal(link.relation.title) if link.is_titled else None,
        blank=make_literal(True),
    )


def _spell_target(link: Link, frozen: bool) -> Code:
    target = link.relation.target
    if target is link.relation.entity and not frozen:
        return make_literal("self")
    if is_person(target):
        return refer_to("settings.AUTH_USER_MODEL")
    model = link.names.name_model(target)
    return make_literal(f"core.{model.lower()}" if frozen else model)
