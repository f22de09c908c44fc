"""The class of a view, in finished pieces."""

from collections.abc import Iterator
from dataclasses import dataclass

from transformer.backends.django.code import (
    Code,
    gather_names,
    make_literal,
    make_texts,
    refer_to,
)
from transformer.backends.django.printing import WIDTH, Assignment, print_assignments, spell
from transformer.backends.django_micro.pages import Page
from transformer.backends.django_micro.site import SitePlan
from transformer.model.audiences import is_public


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


def make_view_class(name: str, parents: tuple[Code, ...], *declarations: Assignment) -> ViewClass:
    """Make a view from what it inherits from and declares."""
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


def declare_accounts(page: Page, plan: SitePlan) -> Iterator[Assignment]:
    """Declare the fields that are set to whoever is signed in."""
    if page.content.presets:
        names = plan.name_attributes(list(page.content.presets))
        yield Assignment("account_fields", make_texts(names))


def succeed_at(address: str) -> Assignment:
    """Declare the address that a form leads to."""
    return Assignment("success_url", refer_to("reverse_lazy").call(make_literal(address)))


def list_guards(page: Page, plan: SitePlan) -> tuple[Code, ...]:
    """List the class that asks for a sign-in, if a page needs someone who is signed in."""
    is_open = plan.model.app.access == "open" or is_public(page.surface)
    asks = is_open and page.content.presets
    return (refer_to("LoginRequiredMixin"),) if asks else ()
