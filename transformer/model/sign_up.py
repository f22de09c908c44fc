"""What people have who make an account of their own."""

from transformer.model import Model
from transformer.model.entity_fields import FixedDefault


def find_first_role(model: Model) -> str | None:
    """Find the role that people have when they sign up: the default of its field, if any."""
    default = model.person.role.default if model.person.role else None
    if model.app.signup == "closed" or not isinstance(default, FixedDefault):
        return None
    return str(default.value)
