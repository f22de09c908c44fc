"""What the models of records that count their changes say of that."""

from collections.abc import Iterator

from transformer.backends.django.application import ModelClass
from transformer.backends.django.code import make_literal
from transformer.backends.django.printing import Assignment
from transformer.model.versions import is_versioned


def declare_versions(made: ModelClass) -> Iterator[Assignment]:
    """Declare the field in which rows count their changes, if they do."""
    versions = made.entity.versions
    if versions is not None and is_versioned(made.entity):
        name = made.names.name_attribute(versions.field)
        yield Assignment("version_field", make_literal(name))
