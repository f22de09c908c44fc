"""JSON that people type in."""

import json
import re

# A character that PostgreSQL keeps in no text, as JSON spells it; after a backslash it
# would be something else.
NUL = re.compile(r"(?<!\\)(\\\\)*\\u0000")


class Decoder(json.JSONDecoder):
    """Reads JSON that any database keeps: nothing too deep or too long, and no NaN."""

    def decode(self, text):
        try:
            value = super().decode(text)
            spelled = json.dumps(value, ensure_ascii=False, allow_nan=False)
            spelled.encode()
            if NUL.search(spelled):
                raise ValueError("a text has a NUL in it")
        except (RecursionError, ValueError) as error:
            raise json.JSONDecodeError(str(error), text, 0) from error
        return value
