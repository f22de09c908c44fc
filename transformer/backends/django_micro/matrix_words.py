"""What the template of the emitted matrix test places."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from transformer.backends.django.code import (
    Code,
    gather_names,
    make_dict,
    make_list,
    make_literal,
    make_tuple,
    refer_to,
)
from transformer.backends.django.imports import write_imports
from transformer.backends.django.printing import print_code
from transformer.backends.django.rule_calls import make_lambda
from transformer.backends.django.sample_candidates import list_ruled
from transformer.backends.django.samples import list_makeable
from transformer.backends.django_micro.inputs import can_submit
from transformer.backends.django_micro.matrix_rights import (
    ask_right,
    ask_variant,
    list_people,
    list_rights,
    name_principal,
)
from transformer.backends.django_micro.matrix_rows import list_rows, make_person_values
from transformer.backends.django_micro.page_policies import has_policy, omits
from transformer.backends.django_micro.pages import Page
from transformer.backends.django_micro.routes import Route, list_routes
from transformer.backends.django_micro.site import SitePlan
from transformer.backends.django_micro.tests import list_absent, name_values
from transformer.backends.django_micro.view_classes import list_guards
from transformer.model.audiences import find_public_right, is_public
from transformer.model.ux import Variant
from transformer.model.variants import find_scope, list_variants


@dataclass(frozen=True, slots=True)
class MatrixView:
    """The lists of the matrix test, in finished lines."""

    matrix_imports: str
    matrix_roles: str
    matrix_rights: str
    matrix_rows: str
    matrix_addresses: str
    matrix_person: str
    """The line that returns what people have of what rules ask for, or the empty string."""
    matrix_computes: bool
    """Whether conditions compute what the app has functions for."""


_NOTHING = MatrixView("", "", "", "", "", "", matrix_computes=False)


def view_matrix(plan: SitePlan, *, has_policies: bool) -> MatrixView:
    """Make the lists of the matrix test; an app without policies has none."""
    if not has_policies:
        return _NOTHING
    application = plan.application
    roles = make_tuple(map(name_principal, list_people(application.model)))
    rights, rows = list(list_rights(application)), list(list_rows(application))
    addresses, person = list(_list_addresses(plan)), make_person_values(application)
    asks = any(person.names) or person != make_dict(())
    return MatrixView(
        matrix_imports=_write_imports([roles, *rights, *rows, *addresses, person], plan),
        matrix_roles=print_code(roles, 0, "ROLES = "),
        matrix_rights=print_code(make_list(rights), 0, "RIGHTS = ", explode=True),
        matrix_rows=print_code(make_list(rows), 0, "ROWS = ", explode=True),
        matrix_addresses=print_code(make_list(addresses), 0, "ADDRESSES = ", explode=True),
        matrix_person=print_code(person, 8, "return ") if asks else "",
        matrix_computes="functions" in gather_names([*rights, *addresses]),
    )


def _write_imports(codes: Iterable[Code], plan: SitePlan) -> str:
    used = gather_names(codes)
    models = used & {each.model for each in plan.names.entities.values()} | (
        used & {plan.names.account}
    )
    made = {name for name in used if name.startswith("make_") or name.endswith("_values")}
    own = {"row", "user", *models, *made}
    return write_imports({*used, "PageTests", "matrix"} - own, {".models": models, ".tests": made})


def _list_addresses(plan: SitePlan) -> Iterator[Code]:
    is_private = plan.model.app.access == "private"
    home = refer_to("matrix.Address")
    only = make_literal(True) if is_private else None
    yield home.call(make_literal("home"), is_for_accounts=only)
    for route in list_routes(plan):
        yield _make_address(route, plan)


def _make_address(route: Route, plan: SitePlan) -> Code:
    said = [make_literal(route.name)]
    if route.entity and route.operation:
        said += [refer_to(plan.name_model(route.entity)), make_literal(route.operation)]
    pages = (route.page,) if route.page else route.ruled_by
    roles = list_admitted(pages)
    words = make_dict([(name, make_literal(word)) for name, word in route.words])
    return refer_to(f"matrix.{_choose_kind(route)}").call(
        *said,
        words=words if route.words else None,
        by_role=_list_variants(route, plan),
        values=_make_values(route.page, plan) if route.operation == "create" else None,
        is_for_accounts=make_literal(True) if _asks_sign_in(route, pages, plan) else None,
        roles=make_tuple(map(make_literal, roles)) if roles else None,
        for_visitors=_make_visitors(route, plan),
    )


def _asks_sign_in(route: Route, pages: tuple[Page, ...], plan: SitePlan) -> bool:
    """Tell whether an address is for those who are signed in, whatever the rules."""
    if route.page is not None and list_guards(route.page, plan):
        return True
    if any(each.surface.access and each.surface.access.to == "authenticated" for each in pages):
        return True
    is_closed = not route.operation and plan.model.app.access == "private"
    return is_closed and not (route.page and is_public(route.page.surface))


def list_admitted(pages: tuple[Page, ...]) -> list[str]:
    """List the roles that all of some pages are for; none where they are for everybody."""
    told = [each.surface.access.personas for each in pages if each.surface.access]
    named = [each for each in told if each]
    return [role for role in named[0] if all(role in each for each in named)] if named else []


def _make_visitors(route: Route, plan: SitePlan) -> Code | None:
    """Make what those may do at a public address who aren't signed in."""
    page, entity, operation = route.page, route.entity, route.operation
    if not (page and entity and operation and is_public(page.surface)):
        return None
    if list_guards(page, plan):
        return None
    right = ask_right(find_public_right(entity, operation), entity, plan.names)
    return make_dict([(operation, right)])


def _choose_kind(route: Route) -> str:
    if route.is_put_away:
        return "Restoration" if "<" in route.path else "PutAwayList"
    return "Address"


def _list_variants(route: Route, plan: SitePlan) -> Code | None:
    """List what the page of an address is like for roles; None where it's the same for all."""
    pages = (route.page,) if route.page else route.ruled_by
    made = {
        variant.persona: _make_variant(variant, page, route, plan)
        for page in pages
        if has_policy(page)
        for variant in list_variants(page.surface)
    }
    told = [(role, variant) for role, variant in made.items() if variant is not None]
    return make_dict(told) if told else None


def _make_variant(variant: Variant, page: Page, route: Route, plan: SitePlan) -> Code | None:
    """Make what a page is like for a role; None where nothing is different at the address."""
    scope = _make_scope(variant, plan)
    hidden = [each for each in route.inputs if omits(variant, each, page)]
    if scope is None and not (variant.read_only or hidden):
        return None
    return refer_to("matrix.Variant").call(
        scope=scope,
        is_read_only=make_literal(True) if variant.read_only else None,
        lacks_inputs=make_literal(True) if hidden else None,
    )


def _make_scope(variant: Variant, plan: SitePlan) -> Code | None:
    scope, entity = find_scope(variant), variant.ux.entity
    if scope is None or entity is None:
        return None
    return ask_variant(scope, entity, plan.names)


def _make_values(page: Page | None, plan: SitePlan) -> Code | None:
    """Make what gives the values of a new row, if the form of a page takes them."""
    if page is None or page.entity is None or page.mode != "create":
        return None
    inputs = plan.inputs.get(page, ())
    is_makeable = page.entity in list_makeable(plan.model.entities)
    if not (is_makeable and can_submit(page, inputs)):
        return None
    made = plan.application.classes[page.entity]
    values = refer_to(name_values(made.name))
    absent = dict(list_absent(page, inputs, [each.attribute for each in list_ruled(made)]))
    return make_lambda([], values.call(**absent)) if absent else values
