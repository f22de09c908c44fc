"""The create, edit and custom surfaces of a manifest as Django forms."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from transformer.backends.django.field_traits import find_traits
from transformer.backends.django.fields import FieldContext, fill
from transformer.backends.django.identifiers import spell_class
from transformer.backends.django.names import Names
from transformer.backends.django.printing import format_expression
from transformer.backends.django_micro.pages import Page, Site, find_heading
from transformer.backends.django_micro.references import Entities, spell_reference
from transformer.diagnostics.resources import read_table
from transformer.engine.literals import spell_string
from transformer.model.naming import make_unique


@dataclass(frozen=True, slots=True)
class FormView:
    """A form class in finished pieces."""

    name: str
    model: str
    fieldsets: str
    """The groups of inputs and their headings, or the empty string where there is but one group."""
    options: str
    readonly: str
    """The names of inputs that can't be changed, as a list in Python, or the empty string."""
    references: str
    """How its references find rows, as a dictionary in Python, or the empty string."""
    sources: tuple[str, ...]
    """The expressions in it, for their imports."""


@dataclass(frozen=True, slots=True)
class Input:
    """A field of a form, with what the surface says of it."""

    context: FieldContext
    item: Mapping[str, Any]
    section: str
    heading: str

    @property
    def attribute(self) -> str:
        """The name of the input."""
        return self.context.attribute


def list_inputs(page: Page, names: Names) -> list[Input]:
    """The fields of a page that people can fill in, in order."""
    return [i for i in _list_items(page, names) if i.context.field["input"] != "never"]


def list_facts(page: Page, names: Names) -> list[Input]:
    """The fields of a form that are only shown, because no one may fill them in."""
    return [i for i in _list_items(page, names) if i.context.field["input"] == "never"]


def _list_items(page: Page, names: Names) -> Iterator[Input]:
    entity = page.entity
    fields = {field["name"]: field for field in entity["fields"]} if entity else {}
    for section in page.surface["sections"]:
        for item in section["fields"]:
            if entity:
                context = FieldContext(entity, fields[item["field"]], names)
                heading = find_heading(page.surface, section)
                yield Input(context, item, section["name"], heading)


def view_form(name: str, inputs: list[Input], site: Site, entities: Entities) -> FormView:
    """The form of a page."""
    references = _spell_references(inputs, site, entities)
    entity = inputs[0].context.entity
    fieldsets = _spell_fieldsets(inputs)
    fixed = [spell_string(i.attribute) for i in inputs if i.item.get("readonly")]
    options = {key: source for key, source in _spell_options(inputs).items() if source}
    return FormView(
        name=name,
        model=inputs[0].context.names.entities[entity["name"]].model,
        fieldsets=format_items(fieldsets, 4, "fieldsets = ") if fieldsets else "",
        options="\n".join(format_items(source, 8, f"{k} = ") for k, source in options.items()),
        readonly=format_expression(f"[{', '.join(fixed)}]", 4, "readonly = ") if fixed else "",
        references=format_items(references, 4, "references = ") if references else "",
        sources=(*options.values(), *filter(None, [references])),
    )


def format_items(source: str, indent: int, prefix: str) -> str:
    """The lines of a list or dictionary, an item a line, so that a change touches only its own."""
    return format_expression(source, indent, prefix, explode=True)


def _spell_fieldsets(inputs: list[Input]) -> str:
    titles = {each.section: each.heading for each in inputs}
    if len(titles) == 1 and not inputs[0].heading:
        return ""
    groups: dict[str, list[str]] = {name: [] for name in titles}
    for each in inputs:
        groups[each.section].append(spell_string(each.attribute))
    pairs = (f"({spell_string(titles[n])}, [{', '.join(names)}])" for n, names in groups.items())
    return f"[{', '.join(pairs)}]"


def _spell_references(inputs: list[Input], site: Site, entities: Entities) -> str:
    """The references that people choose from a list or a search."""
    return _spell_map(
        (i, spell_reference(i.context, site, entities))
        for i in inputs
        if "target" in i.context.field and spell_widget(i) in ("", "forms.Select()")
    )


def _spell_options(inputs: list[Input]) -> dict[str, str]:
    """The `Meta` of a form, option → Python source, empty where Django's own choice serves."""
    names = ", ".join(spell_string(i.attribute) for i in inputs)
    return {
        "fields": f"[{names}]",
        "labels": _spell_map(
            (i, spell_string(i.item["title"]))
            for i in inputs
            if i.item["title"] != _label_of(i.context.field)
        ),
        "help_texts": _spell_map(
            (i, spell_string(i.item["help"]))
            for i in inputs
            if i.item.get("help", "") not in ("", i.context.field.get("help"))
        ),
        "widgets": _spell_map((i, widget) for i in inputs if (widget := spell_widget(i))),
    }


def _label_of(field: Mapping[str, Any]) -> str:
    """What Django labels the input of a field by itself."""
    title = str(field["title"])
    return title[:1].upper() + title[1:]


def _spell_map(pairs: Iterable[tuple[Input, str]]) -> str:
    items = ", ".join(f"{spell_string(i.attribute)}: {source}" for i, source in pairs)
    return f"{{{items}}}" if items else ""


def spell_widget(each: Input) -> str:
    """The widget of an input, or the empty string where Django chooses the same."""
    traits = find_traits(each.context.words)
    field = each.context.field
    wanted = "hidden" if each.item.get("hidden") else each.item.get("widget", "")
    row = read_table("django/widgets").get(wanted)
    suited = row and each.context.words.intersection(row["for"])
    widget = row["class"] if suited else traits.columns["widget"]
    said = {"least": str(field.get("minimum")), "most": str(field.get("maximum"))}
    said["message"] = field.get("pattern_message", "")
    # What a type says of its own input, such as the rows of a text, is of no use to another.
    is_own = widget == traits.columns["widget"]
    unfit = () if is_own else read_table("django/types")[field["type"]].get("attributes", ())
    kept = {key: value for key, value in traits.attributes.items() if key not in unfit}
    attributes = {key: fill(value, said) for key, value in kept.items()}
    attributes |= {"placeholder": each.item["placeholder"]} if "placeholder" in each.item else {}
    if not attributes and is_own and widget.startswith("forms."):
        return ""
    pairs = ", ".join(f"{spell_string(k)}: {_spell_attribute(v)}" for k, v in attributes.items())
    return f"{widget}(attrs={{{pairs}}})" if attributes else f"{widget}()"


def _spell_attribute(value: str) -> str:
    return value if value.lstrip("-").isdigit() else spell_string(value)


def name_forms(pages: Collection[Page], names: Names) -> dict[str, tuple[str, list[Input]]]:
    """Surface → the class of its form and the inputs; surfaces that ask the same share a form."""
    inputs = {page.surface["name"]: list_inputs(page, names) for page in pages}
    shapes: dict[str, list[Page]] = {}
    for page in pages:
        if page.kind == "form_pages" and page.entity and inputs[page.surface["name"]]:
            shape = _describe_form(page.entity["name"], inputs[page.surface["name"]])
            shapes.setdefault(shape, []).append(page)
    taken = {entity.model.lower() for entity in names.entities.values()}
    taken |= {name.lower() for name in read_table("django/reserved")["classes"]}
    counts = Counter(group[0].surface["entity"] for group in shapes.values())
    chosen: dict[str, str] = {}
    for group in shapes.values():
        is_plain = len(group) > 1 or counts[group[0].surface["entity"]] == 1
        name = _choose_name(group[0], names, taken, is_plain)
        taken.add(name.lower())
        chosen |= {page.surface["name"]: name for page in group}
    in_order = (page.surface["name"] for page in pages)
    return {
        surface: (chosen[surface], inputs[surface]) for surface in in_order if surface in chosen
    }


def _describe_form(entity: str, inputs: list[Input]) -> str:
    """All that makes a form differ from others."""
    fixed = [i.attribute for i in inputs if i.item.get("readonly")]
    parts = [entity, _spell_fieldsets(inputs), *_spell_options(inputs).values(), *fixed]
    return "\n".join(parts)


def _choose_name(page: Page, names: Names, taken: set[str], is_plain: bool) -> str:
    """A form's name: its entity's where it is the only one or pages share it, else its page's."""
    model = names.entities[page.surface["entity"]].model
    own = f"{spell_class(page.surface['name'])}Form"
    is_further = not page.surface["default"] or page.mode == "custom"
    alone = own if is_further else f"{model}{page.mode.capitalize()}Form"
    options = (f"{model}Form" if is_plain else alone, own)
    return next((o for o in options if o.lower() not in taken), make_unique(own, taken, ""))
