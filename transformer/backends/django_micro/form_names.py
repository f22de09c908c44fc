"""The names of forms: pages that ask for the same share one."""

from collections import Counter
from collections.abc import Mapping

from transformer.backends.django.identifiers import spell_class
from transformer.backends.django.names import Names, list_reserved
from transformer.backends.django.printing import spell
from transformer.backends.django_micro.forms import make_declarations, make_options
from transformer.backends.django_micro.inputs import AnyInput, FormNames, pick_lines
from transformer.backends.django_micro.pages import Page
from transformer.model.naming import make_unique


def name_forms(inputs: Mapping[Page, tuple[AnyInput, ...]], names: Names) -> FormNames:
    """Name the forms: page → class and inputs; pages that ask the same share a form."""
    shapes: dict[str, list[Page]] = {}
    for page in inputs:
        if page.entity and inputs[page]:
            shapes.setdefault(_describe_form(page, inputs[page]), []).append(page)
    taken = names.list_models() | {name.lower() for name in list_reserved("classes")}
    counts = Counter(group[0].entity for group in shapes.values())
    chosen: dict[Page, str] = {}
    for group in shapes.values():
        is_plain = len(group) > 1 or counts[group[0].entity] == 1
        name = _choose_name(group[0], names, taken, is_plain)
        taken.add(name.lower())
        chosen |= dict.fromkeys(group, name)
    return {page: (chosen[page], inputs[page]) for page in inputs if page in chosen}


def _describe_form(page: Page, inputs: tuple[AnyInput, ...]) -> str:
    """Describe all that makes a form differ from others."""
    pieces = {**make_declarations(inputs), **make_options(inputs)}
    said = (f"{name}={spell(code)}" for name, code in pieces.items())
    lines = (f"{each.attribute}={each.shown.title}" for each in pick_lines(inputs))
    return "\n".join([page.entity.name if page.entity else "", *said, *lines])


def _choose_name(page: Page, names: Names, taken: set[str], is_plain: bool) -> str:
    """Choose a form's name: its entity's if it is the only one or shared, else its page's."""
    model = names.name_model(page.entity) if page.entity else ""
    own = f"{spell_class(page.surface.name)}Form"
    is_further = not page.surface.default or page.mode == "custom"
    alone = own if is_further else f"{model}{page.mode.capitalize()}Form"
    options = (f"{model}Form" if is_plain else alone, own)
    return next((o for o in options if o.lower() not in taken), make_unique(own, taken, ""))
