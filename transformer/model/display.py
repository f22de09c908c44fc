"""Display paths: the fields from a record to the text that names it, over references."""

from typing import TYPE_CHECKING, Literal

from transformer.model.parts import value

if TYPE_CHECKING:
    from transformer.model.entity_fields import Field


@value
class DisplayPath:
    """The fields on the way to the text that people read, and the end of the way.

    Each field but the last is a reference, and the next one is the `display` of its target.
    """

    fields: tuple["Field", ...]
    end: Literal["value", "key", "account", "cycle"]
    """At a field that is no reference; at an entity without a display field, whose key stands
    in; at an account; or at a field that was on the way before, which is not repeated."""

    @property
    def references(self) -> tuple["Field", ...]:
        """The references on the way: what a query has to join."""
        return tuple(field for field in self.fields if field.is_reference)


def follow_display(start: "Field | None") -> DisplayPath:
    """Follow a field, and the display field of each target, until there is a text or no way on."""
    fields: dict[Field, None] = {}
    field = start
    while field is not None and field not in fields:
        fields[field] = None
        if not field.is_reference:
            return DisplayPath(tuple(fields), "value")
        target = field.target
        if target is None:
            return DisplayPath(tuple(fields), "account")
        field = target.display
    return DisplayPath(tuple(fields), "key" if field is None else "cycle")
