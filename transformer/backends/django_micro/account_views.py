"""What templates and tests read of the people who sign in."""

from collections.abc import Mapping
from dataclasses import dataclass

from transformer.backends.django.accounts import USERNAME, choose_sign_in, list_required
from transformer.backends.django.application import Application, ModelClass
from transformer.backends.django.code import Code, make_dict, make_list, make_literal, refer_to
from transformer.backends.django.fields import ModelField
from transformer.backends.django.printing import print_code
from transformer.backends.django.sample_candidates import make_candidates
from transformer.backends.django.samples import make_sample
from transformer.model.entities import Entity

_UNIQUE_LENGTH = 12  # of a text by which two accounts differ


@dataclass(frozen=True, slots=True)
class AccountsView:
    """The model of the people who sign in, in the words of templates."""

    user_model: str
    """The class."""
    stands_in: bool
    """Whether it stands in for an entity that isn't there."""
    by_email: bool
    """Whether people sign in with their email address."""
    may_lack_email: bool
    """Whether an address that isn't there is none rather than an empty one."""
    profile_fields: str
    """The line that says what people can change of their own account."""


def view_accounts(application: Application) -> AccountsView:
    """Make what templates read of the people who sign in."""
    person = application.model.person.entity
    fields = make_list(map(make_literal, _list_profile(application)))
    return AccountsView(
        user_model=application.names.account,
        stands_in=person is None,
        by_email=choose_sign_in(person) != USERNAME,
        may_lack_email=person is not None and _may_lack_email(person),
        profile_fields=print_code(fields, 8, "fields = "),
    )


def _list_profile(application: Application) -> list[str]:
    """List what people can change of their own account: whatever it needs, but no role."""
    person = application.model.person
    if person.entity is None:
        return [USERNAME, "first_name", "last_name", "email"]
    own = [field for field in list_required(person.entity) if field is not person.role]
    names = [application.names.name_attribute(field) for field in own]
    return list(dict.fromkeys([choose_sign_in(person.entity), *names, "email"]))


def _may_lack_email(person: Entity) -> bool:
    return any(field.name == "email" and field.nullable for field in person.fields)


def choose_values(
    made: ModelClass, samples: list[tuple[str, Code]], candidates: Mapping[str, Code]
) -> Code:
    """Choose among the candidates those that keep the rules beside the samples."""
    given = bool(samples)
    values = make_dict(samples, refer_to("changes"))
    if not candidates:
        return values
    model, values = refer_to(made.name), values if given else refer_to("changes")
    return refer_to("choose_values").call(model, values, make_dict(candidates.items()))


def make_account_values(made: ModelClass, makeable: set[Entity]) -> Code:
    """Make the values without which nobody can have an account, but for what one signs in with."""
    candidates = make_candidates(made, makeable)
    required = {field.name for field in list_required(made.entity)}
    given = [f for f in made.fields if f.field.name in required and f.attribute not in candidates]
    samples = [(each.attribute, _make_account_value(each)) for each in given]
    return choose_values(made, samples, candidates)


def _make_account_value(field: ModelField) -> Code:
    """Make a sample of a field, another for each account where no two may be alike."""
    length = min(int(field.field.length or _UNIQUE_LENGTH), _UNIQUE_LENGTH)
    if "unique" in field.flags and field.field.type == "str" and field.field.pattern is None:
        return refer_to("get_random_string").call(make_literal(length))
    return make_sample(field, 1)
