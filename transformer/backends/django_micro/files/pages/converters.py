"""Keys that people choose, as one part of an address."""

import re

OTHER_PAGES = {"add", "change", "delete", "edit", "import", "list", "new"}


class KeyConverter:
    """Any text as one part of a path, and back.

    What an address can't hold as it is, such as a slash, is spelled `_2F` for each
    byte; so is the first letter of a key that would be taken for another page.
    """

    regex = r"[^/]+"

    def to_python(self, value):
        key = re.sub(
            r"(?:_[0-9A-F]{2})+",
            lambda found: bytes.fromhex(found[0].replace("_", "")).decode(),
            "" if value == "_" else value,
        )
        if "\0" in key or self.to_url(key) != value:
            # Not an address that this app gave out: page not found.
            raise ValueError(value)
        return key

    def to_url(self, value):
        text = str(value)
        if text in OTHER_PAGES or text in {".", ".."}:
            return escape(text[0]) + text[1:]
        return re.sub(r"[^\w.-]|_", lambda found: escape(found[0]), text) or "_"


def escape(character):
    return "".join(f"_{byte:02X}" for byte in character.encode())
