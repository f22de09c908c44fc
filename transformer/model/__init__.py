"""The model: an application as frozen objects that refer to one another.

Names are data, and objects are reached from them: `field.target_name` is plain data and
`field.target` the entity itself. A `part` knows its owner (`field.entity`, `surface.model`) and is
compared by identity; a `value`, such as a choice or an expression, is compared by its content.

Nothing here knows a technology, and nothing changes once `build_model` has made it.
"""

from transformer.model.building import build_model
from transformer.model.record_writing import to_record
from transformer.model.root import Model

__all__ = ["Model", "build_model", "to_record"]
