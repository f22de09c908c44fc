"""Verifying traces: what a build read of a folder, which tells the next one what is new."""

import hashlib
from collections.abc import Iterable, Mapping

_NOTHING: Mapping[str, str | None] = {}
_NO_LISTINGS: Mapping[str, Mapping[str, str]] = {}


class Trace:
    """The files that were read and the folders that were listed, each with a digest of what came.

    A build that would read the same again would do the same again.
    """

    def __init__(
        self,
        files: Mapping[str, str | None] = _NOTHING,
        listings: Mapping[str, Mapping[str, str]] = _NO_LISTINGS,
    ) -> None:
        """Take what is known of an earlier reading, if anything is."""
        self.files = dict(files)
        """Path → digest of the content, None if there was no file."""
        self.listings = {ending: dict(found) for ending, found in listings.items()}
        """Ending of names → folder → digest of the paths found there."""
        self.is_complete = True
        """Whether nothing else was read, such as a database."""

    def add_file(self, path: str, content: bytes | None) -> None:
        """Note that a file was read."""
        self.files[path] = None if content is None else digest_content(content)

    def add_listing(self, pattern: str, path: str, found: Iterable[str]) -> None:
        """Note that the files of a folder were listed."""
        self.listings.setdefault(pattern, {})[path] = digest_content("\0".join(found).encode())


def digest_content(content: bytes) -> str:
    """Digest a content as it is, line breaks included."""
    return hashlib.sha256(content).hexdigest()[:32]
