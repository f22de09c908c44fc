"""Models and fields that are gone while like ones are new, which may only have another name."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from django.db.migrations import AddField, CreateModel, DeleteModel, RemoveField
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ModelState, ProjectState

from transformer.backends.django.migrations.field_kinds import AnyField, find_target
from transformer.backends.django.migrations.requests import Found, Part, PartKey, Rename
from transformer.backends.django.migrations.risks import Risk

_KEYS = ("id", "pk")


class RenameCandidate(NamedTuple):
    """What is gone, and the like one that is new."""

    model: str
    """Empty if it is a model itself."""
    old: str
    new: str

    @property
    def question(self) -> str:
        """What it is called where it is asked about."""
        return "/".join(self)

    def is_about(self, risk: Risk) -> bool:
        """Tell whether a risk is that the old one goes."""
        if risk.kind not in ("drops_values", "drops_rows"):
            return False
        here = (self.model, self.old) if self.model else (self.old, "")
        return (risk.model, risk.field) == here

    @property
    def rename(self) -> Rename:
        """The rename that it may be."""
        return self.model, self.old, self.new


def list_candidates(
    operations: Iterable[Operation], before: ProjectState, after: ProjectState, app: str
) -> Iterator[RenameCandidate]:
    """List what may only have another name, each with the like one that comes first."""
    operations = list(operations)
    gone = [each.name for each in operations if isinstance(each, DeleteModel)]
    made = [each.name for each in operations if isinstance(each, CreateModel)]
    states = before.models, after.models
    yield from _pair_models(
        [states[0][app, each.lower()] for each in gone],
        [states[1][app, each.lower()] for each in made],
    )
    lost = {each.lower() for each in gone}
    models = dict.fromkeys(
        each.model_name_lower for each in operations if isinstance(each, RemoveField)
    )
    for name in models:
        if name not in lost:
            ours = [each for each in operations if getattr(each, "model_name_lower", "") == name]
            yield from _pair_fields(before.models[app, name], ours)


def _pair_models(
    gone: Sequence[ModelState], made: Sequence[ModelState]
) -> Iterator[RenameCandidate]:
    taken: set[str] = set()
    for old in gone:
        for new in made:
            if new.name not in taken and is_like_model(old, new):
                taken.add(new.name)
                yield RenameCandidate("", old.name, new.name)
                break


def is_like_model(old: ModelState, new: ModelState) -> bool:
    """Tell whether half of the fields of two models, at least, have the same names and types."""
    was, now = (
        {(name, describe_type(field)) for name, field in each.fields.items() if name not in _KEYS}
        for each in (old, new)
    )
    return bool(was & now) and 2 * len(was & now) >= max(len(was), len(now))


def _pair_fields(before: ModelState, operations: Iterable[Operation]) -> Iterator[RenameCandidate]:
    operations = list(operations)
    taken: set[str] = set()
    added = [each for each in operations if isinstance(each, AddField)]
    for each in operations:
        if isinstance(each, RemoveField):
            wanted = describe_type(before.fields[each.name])
            like = (one.name for one in added if describe_type(one.field) == wanted)
            name = next((one for one in like if one not in taken), None)
            if name is not None:
                taken.add(name)
                yield RenameCandidate(before.name, each.name, name)


def describe_type(field: AnyField) -> tuple[str, str, bool]:
    """Describe what kind of values a field has."""
    return type(field).__name__, find_target(field), bool(field.flatchoices)


def say_candidate(
    each: RenameCandidate, parts: Mapping[PartKey, Part], earlier: Mapping[PartKey, Part]
) -> Found:
    """Ask about what may only have another name."""
    here = (each.model, each.new) if each.model else (each.new, "")
    new = parts.get((here[0].lower(), here[1].lower()))
    key = (each.model.lower(), each.old.lower()) if each.model else (each.old.lower(), "")
    old = earlier[key]["name"] if key in earlier else each.old
    name = new["name"] if new else each.new
    words = {"old": old, "new": name, "question": each.question}
    code = "migration-renamed-field" if each.model else "migration-renamed-entity"
    if each.model:
        owner = parts.get((each.model.lower(), ""))
        words["entity"] = owner["name"] if owner else each.model
    return {"code": code, "words": words, "place": new["place"] if new else "", "stops": True}
