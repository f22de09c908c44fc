"""Policies of pages: what a page is like for some roles, as declarations of Python."""

from collections.abc import Iterator
from dataclasses import dataclass

from transformer.backends.django.code import Code, make_literal, make_texts, refer_to
from transformer.backends.django.contents import get_member
from transformer.backends.django.policies import ask_about
from transformer.backends.django.printing import Assignment, print_assignments
from transformer.backends.django_micro.pages import Page, name_put_away
from transformer.backends.django_micro.site import SitePlan
from transformer.model.entities import Computed, Entity, Member
from transformer.model.entity_fields import Field
from transformer.model.expressions import Expression
from transformer.model.ux import Variant
from transformer.model.variants import has_hidden, is_narrow_form, list_hidden, list_variants

_MIXINS = {"lists": "ListMixin", "details": "DetailMixin", "form_pages": "FormMixin"}


@dataclass(frozen=True, slots=True)
class PagePolicyView:
    """The policy of a page in finished pieces."""

    model: str
    declaration: str
    used: frozenset[str]


def name_policy(page: Page) -> str:
    """Name the policy of a page."""
    return f"{page.address}_policy"


def has_policy(page: Page | None) -> bool:
    """Tell whether a page is different for some roles."""
    return page is not None and page.entity is not None and bool(list_variants(page.surface))


def view_page_policies(plan: SitePlan) -> Iterator[PagePolicyView]:
    """Make the policies of all pages that have one."""
    for page in plan.site.pages:
        if page.entity and has_policy(page):
            code = _make_policy(page, page.entity, plan)
            line = Assignment(name_policy(page), code, explode=True)
            yield PagePolicyView(
                plan.name_model(page.entity), print_assignments([line], 0), code.names
            )


def _make_policy(page: Page, entity: Entity, plan: SitePlan) -> Code:
    added = [plan.name_member(get_member(each)) for each in page.content.added]
    return refer_to("PagePolicy").call(
        refer_to(plan.name_model(entity)),
        *(_make_variant(each, entity, plan) for each in list_variants(page.surface)),
        added=make_texts(added) if added else None,
        form=make_literal(page.address) if page in plan.closed_forms else None,
    )


def _make_variant(variant: Variant, entity: Entity, plan: SitePlan) -> Code:
    shown = [name for each in variant.show if (name := _name_any(each, plan))]
    is_form = is_narrow_form(variant)
    hidden = [_name_any(each, plan) for each in list_hidden(variant)]
    return refer_to("for_role").call(
        make_literal(variant.persona),
        scope=_make_scope(variant.scope, entity, plan) if variant.scope else None,
        show=make_texts(shown) if shown and not is_form else None,
        hide=make_texts(each for each in hidden if each) if hidden else None,
        read_only=make_literal(True) if variant.read_only else None,
        inputs=make_texts(shown) if shown and is_form else None,
    )


def _make_scope(scope: Expression, entity: Entity, plan: SitePlan) -> Code | None:
    asked = ask_about(scope, entity, plan.names)
    if asked is None:
        # What can't be built lets nobody see anything.
        return refer_to("never")
    return None if asked.names == {"always"} else asked


def omits(variant: Variant, field: Field, page: Page) -> bool:
    """Tell whether a page leaves out a field for those whom a variant is for."""
    names = [each.name for each in variant.show]
    added = [get_member(each).name for each in page.content.added]
    is_hidden = field in list_hidden(variant) or (bool(names) and field.name not in names)
    return field.name not in names if field.name in added else is_hidden


def list_policy_mixins(page: Page, plan: SitePlan) -> list[Code]:
    """List the class by which a page is different for some roles, if it is."""
    hides_others = plan.hides_values and any(map(has_hidden, _list_others(page)))
    is_touched = has_policy(page) or find_edit_policy(page, plan) is not None or hides_others
    is_plain = page.kind == "form_pages" and not plan.has_form(page)
    hides_values = plan.hides_values
    mixin = _MIXINS[page.kind] if hides_values and not is_plain else "PolicyMixin"
    return [refer_to(f"by_role.{mixin}")] if is_touched else []


def name_import_mixin(plan: SitePlan) -> Code:
    """Name the class of a page that takes rows from a file, if its form or its list is ruled."""
    return refer_to(f"by_role.{'ImportMixin' if plan.hides_values else 'PolicyMixin'}")


def _list_others(page: Page) -> Iterator[Entity]:
    """List the other entities of which a page shows or offers more than the name of a record."""
    if page.entity and page.kind == "lists":
        yield from (each.target for each in page.entity.fields if each.target)
        yield from (each.target for each in page.entity.links)
    if page.entity and page.kind == "details":
        yield page.entity
        yield from (each.entity for each in page.entity.incoming_references)
        yield from (each.target for each in page.entity.links)
        yield from (each.entity for each in page.entity.incoming_links)


def declare_policy(page: Page | None) -> Iterator[Assignment]:
    """Declare the policy of a page, if it has one."""
    if page is not None and has_policy(page):
        yield Assignment("page_policy", refer_to(f"policies.{name_policy(page)}"))


def find_row_page(entity: Entity, plan: SitePlan) -> Page | None:
    """Find the page to which the address that deletes a row, or changes its state, belongs."""
    return plan.site.find_page(entity, "view", "edit", "list")


def find_edit_policy(page: Page, plan: SitePlan) -> Page | None:
    """Find the form to which the page of a row leads, if that is different for some roles."""
    found = plan.site.find_page(page.entity, "edit") if page.mode == "view" else None
    return found if has_policy(found) else None


def declare_edit_policy(page: Page, plan: SitePlan) -> Iterator[Assignment]:
    """Declare the policy of the form to which the page of a row leads."""
    if found := find_edit_policy(page, plan):
        yield Assignment("edit_policy", refer_to(f"policies.{name_policy(found)}"))


def declare_row_policy(page: Page, plan: SitePlan) -> Iterator[Assignment]:
    """Declare by which policy what is missing from a list, as it was put away, is restored."""
    row_page = find_row_page(page.entity, plan) if page.entity else None
    if row_page and page.entity and name_put_away(page.entity) and has_policy(row_page):
        yield Assignment("row_policy", refer_to(f"policies.{name_policy(row_page)}"))


def _name_any(member: Member, plan: SitePlan) -> str:
    """Name the attribute of a member; the empty string where the model has none."""
    if isinstance(member, Field | Computed):
        is_built = isinstance(member, Field) or member in plan.application.computed
        return plan.name_member(member) if is_built else ""
    if member.kind == "many_to_many":
        return plan.names.name_link(member)
    return plan.names.inverses.get(member.via, "") if member.via else ""
