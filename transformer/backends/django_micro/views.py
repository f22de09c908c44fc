"""The view classes of an app and the addresses that lead to them, in finished pieces."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from transformer.backends.django.code import (
    Code,
    gather_names,
    make_list,
    make_literal,
    make_texts,
    refer_to,
)
from transformer.backends.django.contents import ShownField
from transformer.backends.django.printing import WIDTH, Assignment, print_assignments, spell
from transformer.backends.django.select_related import Join, choose_joins, find_join
from transformer.backends.django_micro.import_export import (
    Import,
    declare_columns,
    declare_import,
    list_imports,
    list_mixins,
)
from transformer.backends.django_micro.lists import declare_list, list_used_computed
from transformer.backends.django_micro.page_policies import (
    declare_policy,
    find_row_page,
    has_policy,
    list_policy_mixins,
    name_import_mixin,
)
from transformer.backends.django_micro.pages import (
    Page,
    name_put_away,
    name_transition,
    read_modes,
)
from transformer.backends.django_micro.related import list_groups, list_related, list_sums
from transformer.backends.django_micro.site import SitePlan
from transformer.model.entities import Entity
from transformer.model.naming import make_unique
from transformer.model.surfaces import Action, SurfaceTarget, Trigger


@dataclass(frozen=True, slots=True)
class ViewClass:
    """A view class in finished pieces."""

    name: str
    head: str
    """The lines that say what it is called and what it inherits from."""
    body: str
    """The lines of the class."""
    used: frozenset[str]
    """The names that the class refers to."""


def list_views(plan: SitePlan) -> Iterator[ViewClass]:
    """List the views of all pages, then those that delete, change a state, and import."""
    for page in plan.site.pages:
        yield _view_class(page.view, _choose_parents(page, plan), *_declare_page(page, plan))
    for entity, view in name_deletions(plan):
        index = plan.site.find_address(entity, "list") or "home"
        model = Assignment("model", refer_to(plan.name_model(entity)))
        row_page = find_row_page(entity, plan)
        parents = (*_policed(row_page), refer_to("generic.DeleteView"))
        yield _view_class(view, parents, model, *declare_policy(row_page), _succeed_at(index))
    yield from _list_put_away(plan)
    for entity, view in name_transition_views(plan):
        row_page = find_row_page(entity, plan)
        parents = (*_policed(row_page), refer_to("state_changes.TransitionView"))
        yield _view_class(
            view, parents, *_declare_transitions(entity, plan), *declare_policy(row_page)
        )
    for each in list_imports(plan):
        is_policed = has_policy(each.page) or has_policy(plan.site.defaults[each.entity, "list"])
        policed = [name_import_mixin(plan)] if is_policed else []
        parents = (*list_guards(each.page, plan), *policed, refer_to("ImportView"))
        yield _view_class(each.view, parents, *_declare_import(each, plan))


def _policed(page: Page | None) -> list[Code]:
    """List the class of an address that belongs to a page with a policy."""
    return [refer_to("by_role.PolicyMixin")] if has_policy(page) else []


def _view_class(name: str, parents: tuple[Code, ...], *declarations: Assignment) -> ViewClass:
    pieces = (*parents, *(each.code for each in declarations))
    return ViewClass(
        name=name,
        head=_print_head(name, list(map(spell, parents))),
        body=print_assignments(declarations, 4),
        used=gather_names(pieces),
    )


def _print_head(name: str, parents: list[str]) -> str:
    """Print the line that begins a class; where that is too long, each parent gets a line."""
    line = f"class {name}({', '.join(parents)}):"
    if len(line) <= WIDTH:
        return line
    return "\n".join([f"class {name}(", *(f"    {each}," for each in parents), "):"])


def name_deletions(plan: SitePlan) -> Iterator[tuple[Entity, str]]:
    """Name the views that delete rows, each with the entity whose they are."""
    deletable = [entity for entity in plan.model.entities if entity.deletable]
    yield from _name_views(deletable, "DeleteView", plan)


def name_put_away_views(plan: SitePlan, ending: str) -> Iterator[tuple[Entity, str]]:
    """Name the views that show what was put away, or restore it, each with its entity."""
    soft = filter(name_put_away, plan.model.entities)
    yield from _name_views(soft, ending, plan)


def _list_put_away(plan: SitePlan) -> Iterator[ViewClass]:
    """List the views of what was put away."""
    for entity, view in name_put_away_views(plan, "PutAwayView"):
        model = Assignment("model", refer_to(plan.name_model(entity)))
        page = Assignment("restore_page", make_literal(f"{entity.slug}_restore"))
        yield _view_class(view, (refer_to("put_away.PutAwayView"),), model, page)
    for entity, view in name_put_away_views(plan, "RestoreView"):
        model = Assignment("model", refer_to(plan.name_model(entity)))
        back = _succeed_at(name_put_away(entity))
        yield _view_class(view, (refer_to("put_away.RestoreView"),), model, back)


def name_transition_views(plan: SitePlan) -> Iterator[tuple[Entity, str]]:
    """Name the views that change the state of rows, each with the entity whose they are."""
    yield from _name_views(plan.site.stateful, "TransitionView", plan)


def _name_views(
    entities: Iterable[Entity], ending: str, plan: SitePlan
) -> Iterator[tuple[Entity, str]]:
    taken = {page.view.lower() for page in plan.site.pages} | plan.names.list_models()
    for entity in entities:
        name = make_unique(f"{plan.name_model(entity)}{ending}", taken, "")
        taken.add(name.lower())
        yield entity, name


def _declare_transitions(entity: Entity, plan: SitePlan) -> Iterator[Assignment]:
    """Declare the body of the view that changes the state of an entity's rows."""
    yield Assignment("model", refer_to(plan.name_model(entity)))
    if editing := plan.site.find_page(entity, "edit"):
        yield from _declare_accounts(editing, plan)


def _choose_parents(page: Page, plan: SitePlan) -> tuple[Code, ...]:
    parent = find_parent(page, plan)
    is_stateful = page.mode == "view" and page.entity in plan.site.stateful
    states = [refer_to("state_changes.StatefulMixin")] if is_stateful else []
    mixins = (*list_policy_mixins(page, plan), *list_mixins(page, plan), *states)
    return (*list_guards(page, plan), *mixins, refer_to(f"generic.{parent}"))


def find_parent(page: Page, plan: SitePlan) -> str:
    """Find the class that the view of a page inherits from."""
    row = read_modes()[page.mode]
    return row["parent"] if plan.has_form(page) else row.get("plain", row["parent"])


def list_guards(page: Page, plan: SitePlan) -> tuple[Code, ...]:
    """List the class that asks for a sign-in, if a page needs someone who is signed in."""
    asks = plan.model.app.access == "open" and page.content.presets
    return (refer_to("LoginRequiredMixin"),) if asks else ()


def _declare_import(each: Import, plan: SitePlan) -> Iterator[Assignment]:
    """Declare the body of the view that takes the rows of a create page from a file."""
    listing = plan.site.defaults[each.entity, "list"]
    yield Assignment("list_view", refer_to(listing.view))
    yield Assignment("form_class", refer_to(f"forms.{plan.forms[each.page]}"))
    yield from declare_policy(each.page)
    yield from _declare_accounts(each.page, plan)
    yield from declare_import(each.page, each.entity, plan)


def _declare_page(page: Page, plan: SitePlan) -> Iterator[Assignment]:
    if page.entity and (page.mode != "custom" or plan.has_form(page)):
        yield Assignment("model", refer_to(plan.name_model(page.entity)))
        yield from _declare_queryset(page, page.entity, plan)
        yield from _declare_computed(page, plan)
    yield from declare_policy(page)
    yield from declare_columns(page, plan)
    if plan.has_form(page):
        yield Assignment("form_class", refer_to(f"forms.{plan.forms[page]}"))
        yield from _declare_accounts(page, plan)
    yield Assignment("template_name", make_literal(f"core/{page.template}.html"))
    if page.kind == "lists" and page.entity:
        yield from declare_list(page, page.entity, plan)
    if plan.has_form(page):
        yield from _declare_button(page)
        yield from _declare_success(page, plan)
    related = list(list_related(page, plan))
    if related:
        yield Assignment("related", make_list(related), explode=True)
    if page.mode == "view" and page.entity and page.entity in plan.site.stateful:
        yield Assignment("transition_page", make_literal(name_transition(page.entity)))


def _declare_queryset(page: Page, entity: Entity, plan: SitePlan) -> Iterator[Assignment]:
    """Declare the rows of a page; what one query can't take along comes by further ones."""
    joins = _list_joins(page, entity, plan) if page.kind != "form_pages" else []
    selected = choose_joins(len(entity.fields), joins)
    rows = refer_to(f"{plan.name_model(entity)}.objects")
    for way, chosen in (
        ("select_related", selected),
        ("prefetch_related", joins[len(selected) :]),
    ):
        if chosen:
            rows = rows.get(way).call(*(make_literal(join.path) for join in chosen))
    if joins:
        yield Assignment("queryset", rows)


def _declare_computed(page: Page, plan: SitePlan) -> Iterator[Assignment]:
    """Declare the computed values that the rows of a page have."""
    used = dict.fromkeys(list_used_computed(page, plan))
    for group in list_groups(page, plan):
        used |= dict.fromkeys(list_sums(group, plan).values())
    names = [value.attribute for value in used]
    if names:
        yield Assignment("computed", make_texts(names))


def _list_joins(page: Page, entity: Entity, plan: SitePlan) -> list[Join]:
    """List the joins of a page, in the order of their paths."""
    added = (each.field for each in page.content.added if isinstance(each, ShownField))
    shown = {*(each.field for each in page.content.fields), *added}
    shown |= {entity.display} if entity.display else set()
    joins = (find_join(field, plan.names) for field in shown if field.is_reference)
    return sorted(joins, key=lambda join: join.path)


def _declare_accounts(page: Page, plan: SitePlan) -> Iterator[Assignment]:
    """Declare the fields that are set to whoever is signed in."""
    if page.content.presets:
        names = plan.name_attributes(list(page.content.presets))
        yield Assignment("account_fields", make_texts(names))


def _declare_success(page: Page, plan: SitePlan) -> Iterator[Assignment]:
    """Declare where a saved form leads: where an action says, else the row's page or list."""
    target = _find_ending(page, plan, "submit") or _find_ending(page, plan, "auto")
    if target and not target.has_key:
        yield _succeed_at(target.address)
    elif target and target.entity is page.entity:
        yield Assignment("success_page", make_literal(target.address))
    elif not plan.site.find_address(page.entity, "view", "edit"):
        yield _succeed_at(plan.site.find_address(page.entity, "list", "create") or "home")


def _declare_button(page: Page) -> Iterator[Assignment]:
    """Declare the words on the button that sends a form, where an action says them."""
    action = next(_list_endings(page, "submit"), None)
    if action:
        yield Assignment("submit_title", make_literal(action.title))


def _find_ending(page: Page, plan: SitePlan, trigger: Trigger) -> Page | None:
    """Find the page that the first such action of a form leads to."""
    targets = (action.target for action in _list_endings(page, trigger))
    found = (each.surface for each in targets if isinstance(each, SurfaceTarget))
    return next((plan.site.named[surface] for surface in found), None)


def _list_endings(page: Page, trigger: Trigger) -> Iterator[Action]:
    """List the actions of a form with this trigger that lead to a page."""
    actions = page.surface.actions_on(trigger)
    return (action for action in actions if isinstance(action.target, SurfaceTarget))


def _succeed_at(address: str) -> Assignment:
    return Assignment("success_url", refer_to("reverse_lazy").call(make_literal(address)))
