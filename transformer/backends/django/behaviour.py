"""What the models of records with kinds of behaviour inherit from, and what they say of these."""

from collections.abc import Iterator

from transformer.backends.django.accounts import is_person
from transformer.backends.django.application import ModelClass
from transformer.backends.django.audit import declare_audit, list_audited
from transformer.backends.django.code import make_literal
from transformer.backends.django.printing import Assignment
from transformer.backends.django.soft_deletion import declare_soft_deletion
from transformer.model.removal import is_soft
from transformer.model.versions import is_versioned


def list_bases(made: ModelClass) -> list[str]:
    """List the classes that the class of a model inherits from."""
    is_account, has_states = is_person(made.entity), made.entity.transitions is not None
    bases = ["AuditedModel"] if list_audited(made.entity) else []
    bases += ["VersionedModel"] * is_versioned(made.entity)
    bases += ["SoftDeletableModel"] * is_soft(made.entity)
    bases += ["StatefulModel"] * has_states + ["AbstractUser"] * is_account
    return bases or ["models.Model"]


def declare_behaviour(made: ModelClass) -> Iterator[Assignment]:
    """Declare what is kept of rows, what counts their changes, and what notes that one is gone."""
    yield from declare_audit(made)
    yield from _declare_versions(made)
    yield from declare_soft_deletion(made)


def _declare_versions(made: ModelClass) -> Iterator[Assignment]:
    """Declare the field in which rows count their changes, if they do."""
    versions = made.entity.versions
    if versions is not None and is_versioned(made.entity):
        name = made.names.name_attribute(versions.field)
        yield Assignment("version_field", make_literal(name))
