"""What `django_micro` does in Python: the words of its templates, and migrations."""

from collections.abc import Iterator
from functools import partial

from transformer.backends.django.account_rules import list_refused_accounts
from transformer.backends.django.asked_people import is_about_people
from transformer.backends.django.audit import list_unseen
from transformer.backends.django.computed_values import ModelComputed, list_computed
from transformer.backends.django.contents import FORMS, can_have_lines
from transformer.backends.django.indexes import FILTERS, has_list_use
from transformer.backends.django.migrations.changes import Migrations
from transformer.backends.django.migrations.declared import (
    compile_fill,
    list_declared,
    list_renames,
)
from transformer.backends.django.names import spell_names
from transformer.backends.django.policies import ask, ask_about, has_rules
from transformer.backends.django.scenario_classes import list_unmade_values
from transformer.backends.django.transitions import make_guard
from transformer.backends.django.violations import is_built
from transformer.backends.django_micro.context import make_words
from transformer.engine.records import Words
from transformer.engine.view_modules import Refusal
from transformer.model import Model
from transformer.model.audiences import is_public
from transformer.model.entities import Computed, Entity, Member
from transformer.model.entity_fields import Field
from transformer.model.relations import Relation
from transformer.model.removal import is_soft
from transformer.model.rules import Permission, Scope
from transformer.model.surfaces import Surface
from transformer.model.variants import list_variants
from transformer.model.versions import is_versioned
from transformer.output.history import History


def make_context(model: Model) -> Words:
    """Make the pieces of Python and HTML that the templates place."""
    return make_words(model)


def list_unbuilt(model: Model) -> Iterator[str]:
    """List what can't be built of the kinds that are built otherwise.

    That is what leads over what Django's models don't have, values about who is signed in, and
    filters and orders by what no list is narrowed or sorted by, and searches in computed values.
    """
    names = spell_names(model) if any(each.computed for each in model.entities) else None
    computed = list(list_computed(model.entities, names)) if names else []
    yield from _list_unbuilt_values(model, {each.computed for each in computed})
    yield from _list_unbuilt_relations(model)
    yield from _list_unbuilt_fills(model)
    yield from _list_unbuilt_rules(model)
    yield from _list_unbuilt_policies(model)
    yield from _list_unbuilt_transitions(model)
    yield from _list_unbuilt_audits(model)
    yield from _list_unbuilt_removals(model)
    yield from list_unmade_values(model)
    yield from _list_unbuilt_filters(model, computed)
    yield from _list_unbuilt_orders(model)
    yield from _list_unbuilt_searches(model)
    yield from _list_unbuilt_scopes(model)


def _list_unbuilt_values(model: Model, built: set[Computed]) -> Iterator[str]:
    for place, entity in enumerate(model.entities):
        for number, each in enumerate(entity.computed):
            if each not in built:
                yield f"entities/{place}/computed/{number}"


def _list_unbuilt_relations(model: Model) -> Iterator[str]:
    """List what links can't have, and where lists and forms have no lines.

    Nor has the form of a part inputs for parts of its own.
    """
    formless = _list_formless_parts(model)
    for place, entity in enumerate(model.entities):
        for number, each in enumerate(entity.relations):
            if each.on_delete:
                yield f"entities/{place}/relations/{number}/on_delete"
            if each.kind == "embeds" and entity in formless:
                yield f"entities/{place}/relations/{number}"
    for place, surface in enumerate(model.surfaces):
        for number, section in enumerate(surface.sections):
            for index, item in enumerate(section.fields):
                if _is_left_out(item.field_name, surface):
                    yield f"surfaces/{place}/sections/{number}/fields/{index}/field"
        for number, name in enumerate(surface.ux.show_names if surface.ux else ()):
            if _is_left_out(name, surface):
                yield f"surfaces/{place}/ux/show/{number}"


def _list_formless_parts(model: Model) -> set[Entity]:
    """List the embedded entities that are filled in nowhere but in the forms of their owners."""
    relations = (each for entity in model.entities for each in entity.relations)
    embedded = {each.target for each in relations if each.kind == "embeds"}
    return embedded - {each.entity for each in model.surfaces if each.mode in FORMS}


def _is_left_out(name: str, surface: Surface) -> bool:
    """Tell whether a list or a form names what refers to its records and has no lines there.

    On public forms visitors have none.
    """
    member = surface.entity.member(name) if surface.entity and surface.mode != "view" else None
    if not isinstance(member, Relation) or member.via_name is None:
        return False
    is_open = surface.mode in FORMS and not is_public(surface)
    return not is_open or not can_have_lines(member)


def _list_unbuilt_fills(model: Model) -> Iterator[str]:
    fills = [each for entity in model.entities for each in entity.fields if each.fill]
    names = spell_names(model) if fills else None
    for place, entity in enumerate(model.entities):
        for number, field in enumerate(entity.fields):
            if names and field.fill and compile_fill(field, names) is None:
                yield f"entities/{place}/fields/{number}/fill"


def _list_unbuilt_filters(model: Model, computed: list[ModelComputed]) -> Iterator[str]:
    unsuited = {each.computed for each in computed if not each.has_list_use(*FILTERS)}

    def is_unbuilt(member: Member) -> bool:
        if isinstance(member, Computed):
            return member in unsuited
        if isinstance(member, Relation):
            return not member.is_link
        return not has_list_use(member, *FILTERS)

    for place, entity in enumerate(model.entities):
        for number, field in enumerate(entity.filters):
            if is_unbuilt(field):
                yield f"entities/{place}/filters/{number}"
    for place, surface in enumerate(model.surfaces):
        for number, member in enumerate(surface.ux.filter if surface.ux else ()):
            if is_unbuilt(member):
                yield f"surfaces/{place}/ux/filter/{number}"


def _list_unbuilt_orders(model: Model) -> Iterator[str]:
    """List the sensitive values that lists are sorted by, as that would tell of them."""
    for place, surface in enumerate(model.surfaces):
        for number, key in enumerate(surface.ux.sort if surface.ux else ()):
            if isinstance(key.field, Field | Computed) and key.field.sensitive:
                yield f"surfaces/{place}/ux/sort/{number}"


def _list_unbuilt_searches(model: Model) -> Iterator[str]:
    """List the computed values that searches name; they look into fields."""
    for place, entity in enumerate(model.entities):
        names = entity.search.field_names if entity.search else ()
        for number, name in enumerate(names):
            if not isinstance(entity.member(name), Field):
                yield f"entities/{place}/search/fields/{number}"
    for place, surface in enumerate(model.surfaces):
        for number, member in enumerate(surface.ux.search if surface.ux else ()):
            if not isinstance(member, Field):
                yield f"surfaces/{place}/ux/search/{number}"


def _list_unbuilt_rules(model: Model) -> Iterator[str]:
    return (path for path, _, is_locking in _find_unbuilt_rules(model) if not is_locking)


def _find_unbuilt_rules(model: Model) -> Iterator[tuple[str, Entity, bool]]:
    """Find the invariants that can't be built, and whether each would let nobody save anything."""
    names = spell_names(model) if any(each.invariants for each in model.entities) else None
    for place, entity in enumerate(model.entities):
        for number, each in enumerate(entity.invariants):
            if names and not is_built(each, entity, names):
                is_locking = is_about_people(each.condition, entity, names)
                yield f"entities/{place}/invariants/{number}", entity, is_locking


def _list_unbuilt_policies(model: Model) -> Iterator[str]:
    names = spell_names(model) if any(map(has_rules, model.entities)) else None
    for place, entity in enumerate(model.entities):
        rules: dict[str, Permission | Scope] = {}
        rules |= {f"permissions/{n}": each for n, each in enumerate(entity.permissions)}
        rules |= {f"scopes/{n}": each for n, each in enumerate(entity.scopes)}
        for step, each in rules.items():
            if names and ask(each, entity, names) is None:
                yield f"entities/{place}/{step}"


def _list_unbuilt_scopes(model: Model) -> Iterator[str]:
    """List the scopes of pages that can't be built: they let a role see nothing."""
    scoped = [each for surface in model.surfaces for each in list_variants(surface) if each.scope]
    names = spell_names(model) if scoped else None
    for place, surface in enumerate(model.surfaces):
        for number, each in enumerate(surface.ux.variants if surface.ux else ()):
            entity = surface.entity if each.scope else None
            if names and entity and each.scope and not ask_about(each.scope, entity, names):
                yield f"surfaces/{place}/ux/variants/{number}/scope"


def _list_unbuilt_transitions(model: Model) -> Iterator[str]:
    names = spell_names(model) if any(each.transitions for each in model.entities) else None
    for place, entity in enumerate(model.entities):
        for number, rule in enumerate(entity.transitions.rules if entity.transitions else ()):
            if names and make_guard(rule, names) is None:
                yield f"entities/{place}/transitions/rules/{number}"


def _list_unbuilt_audits(model: Model) -> Iterator[str]:
    for place, entity in enumerate(model.entities):
        for number in list_unseen(entity):
            yield f"entities/{place}/audit/{number}"


def _list_unbuilt_removals(model: Model) -> Iterator[str]:
    for place, entity in enumerate(model.entities):
        if entity.soft_delete and not is_soft(entity):
            yield f"entities/{place}/soft_delete"
        if entity.versions and not is_versioned(entity):
            yield f"entities/{place}/versions"


def list_refused(model: Model) -> Iterator[Refusal]:
    """List what the people who sign in can't have, and what would lock everybody out."""
    yield from list_refused_accounts(model)
    for path, entity, is_locking in _find_unbuilt_rules(model):
        if is_locking:
            yield Refusal("invariant-locks", path, {"entity": entity.name})


def make_history(model: Model) -> History:
    """Make the migrations that follow from a change of the models."""
    return Migrations(tuple(list_renames(model)), partial(list_declared, model))
