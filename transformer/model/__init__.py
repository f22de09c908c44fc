"""The model: an application as frozen objects that know their way to one another.

Names stay what is stored; `field.target_name` is plain data and `field.target` the entity itself.
A `part` knows what it belongs to (`field.entity`, `surface.model`) and is equal to itself only,
since another of the same content belongs elsewhere; a `value`, such as a choice or an expression,
is compared by its content.

Nothing here knows a technology, and nobody writes to an object once `build_model` has made it.
"""

from transformer.model.building import build_model
from transformer.model.record_writing import to_record
from transformer.model.root import Model

__all__ = ["Model", "build_model", "to_record"]
