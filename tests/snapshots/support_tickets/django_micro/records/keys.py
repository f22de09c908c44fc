"""Keys of rows, as addresses and forms have them."""

from django.core.exceptions import ValidationError


def read_key(field, text):
    """Return the key that a text stands for; None where no row can have it."""
    try:
        key = field.to_python(text)
        field.run_validators(key)
    except ValidationError:
        return None
    return None if "\0" in text else key
