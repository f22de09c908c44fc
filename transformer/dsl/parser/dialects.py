"""Lines of larger dialects: read as lines of this language if they mean the same, else kept."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache
from typing import NamedTuple

from transformer.dsl.parser.lines import END, Line, Token, quote_tokens, walk_lines
from transformer.dsl.tables.dialect_rows import DialectRow, read_dialects
from transformer.dsl.tables.grammar_rows import BlockRow, read_grammar

_JOINERS = {":", "and", "or", "not", "(", ")", None}


class Kept(NamedTuple):
    """A line that is kept in the manifest: its word, and whether it is an authorization rule."""

    word: str
    is_rule: bool
    token: Token


class Quote(NamedTuple):
    """A part of a line that is kept in the manifest, and whether it is an authorization rule."""

    text: str
    is_rule: bool


def quote(tokens: Sequence[Token]) -> Quote:
    """Quote a part of a line as it was written."""
    return Quote(quote_tokens(tokens), mentions_people(tokens))


class Beginning(NamedTuple):
    """The first words of a line; `*` stands for any token."""

    words: tuple[str, ...]
    is_rule: bool

    def match(self, line: Line) -> Kept | None:
        """Match the beginning of a line."""
        tokens = [*line.tokens, END][: len(self.words)]
        if not starts_with(tokens, self.words):
            return None
        if "*" in self.words:
            return Kept(self.words[-1], self.is_rule, tokens[-1])
        named = self.words[: self.words.index(":")] if ":" in self.words else self.words
        return Kept(" ".join(named).replace("@ ", "@"), self.is_rule, tokens[0])


ANY = "*"
# Beginnings by their first word.
Beginnings = Mapping[str, tuple[Beginning, ...]]


@dataclass(frozen=True, slots=True)
class Dialect:
    """The lines that larger dialects add to a kind of block."""

    kind: str
    beginnings: Beginnings
    whole: Mapping[str, Beginnings]
    under: Mapping[str, Beginnings]
    conditions: str
    """`kept` or `rules`, for a line with a condition that only they know; empty for neither."""
    means: Mapping[str, Mapping[str, str]]
    inside: Mapping[str, str]
    is_open: bool


def starts_with(tokens: Sequence[Token], words: Sequence[str]) -> bool:
    """Tell whether tokens begin with words, of which `*` is any, and `a*` any that begins so."""
    return len(tokens) >= len(words) and all(
        fnmatchcase(token.text, word) if "*" in word else token.text == word
        for token, word in zip(tokens, words, strict=False)
    )


@cache
def compile_dialect(kind: str) -> Dialect:
    """Compile the lines that larger dialects add to a kind of block."""
    row = find_dialect_row(kind)
    return Dialect(
        kind=kind,
        beginnings=_compile(row.get("kept", ()), row.get("rules", ())),
        whole={form: _compile(each) for form, each in row.get("whole", {}).items()},
        under={form: _compile(each) for form, each in row.get("under", {}).items()},
        conditions=row.get("conditions", ""),
        means=row.get("means", {}),
        inside=row.get("inside", {}),
        is_open=row.get("open") == "yes",
    )


def _compile(kept: Iterable[str], rules: Iterable[str] = ()) -> Beginnings:
    spelled = [*((each, False) for each in kept), *((each, True) for each in rules)]
    index: dict[str, tuple[Beginning, ...]] = {}
    for words, is_rule in ((tuple(each.split()), is_rule) for each, is_rule in spelled):
        first = ANY if "*" in words[0] else words[0]
        index[first] = (*index.get(first, ()), Beginning(words, is_rule))
    return index


@cache
def merge_block_row(kind: str) -> BlockRow:
    """Merge the row of a kind of block with that of larger dialects, whose spellings come last."""
    own, other = find_own_row(kind), find_dialect_row(kind)
    if not own and "title" not in other:
        return own
    forms = own.get("forms", {}) | other.get("forms", {})
    return {
        **own,
        "title": own.get("title", other.get("title", "")),
        "forms": {
            form: [*list_spellings(own, form), *list_spellings(other, form)] for form in forms
        },
        "lists": own.get("lists", {}) | other.get("lists", {}),
        "parts": own.get("parts", {}) | other.get("parts", {}),
        "names": own.get("names", {}) | other.get("names", {}),
        "sets": own.get("sets", {}) | other.get("sets", {}),
        "bodies": own.get("bodies", {}) | other.get("bodies", {}),
    }


def find_own_row(kind: str) -> BlockRow:
    """Find the row of a kind of block in this language, empty if only larger dialects have it."""
    return read_grammar()["blocks"].get(kind, {})


def find_dialect_row(kind: str) -> DialectRow:
    """Find what larger dialects add to a kind of block, empty if nothing."""
    return read_dialects()["blocks"].get(kind, {})


def list_spellings(row: BlockRow | DialectRow, form: str) -> list[str]:
    """List the spellings of a form in a row of a table."""
    spelled = row.get("forms", {}).get(form, [])
    return [spelled] if isinstance(spelled, str) else list(spelled)


def is_authorization(word: str) -> bool:
    """Tell whether a word is about authorization; such a line is never just kept."""
    return any(fnmatchcase(word, spelled) for spelled in read_dialects()["authorization"])


def mentions_people(tokens: Sequence[Token]) -> bool:
    """Tell whether tokens refer to the signed-in person or to roles, as authorization rules do."""
    signs = [sign.split() for sign in read_dialects()["people"]]
    places = (n for n in range(len(tokens)) if n == 0 or tokens[n - 1].text != ".")
    return any(starts_with(tokens[n:], sign) for n in places for sign in signs)


def contains_rule(line: Line, *, is_top: bool) -> bool:
    """Tell whether a line, or one under it at any depth, is an authorization rule.

    At the top of a file only lines of that name are: nothing is built from what is kept there, so a
    condition in it protects nothing.
    """
    below = list(walk_lines(line.children))
    has_rule = any(_names_rule(each) for each in below)
    return has_rule or (not is_top and any(mentions_people(each.tokens) for each in (line, *below)))


def _names_rule(line: Line) -> bool:
    first, *rest = (token.text for token in line.tokens[:2])
    return rest == [":"] and is_authorization(first)


def find_kept(line: Line, beginnings: Beginnings) -> Kept | None:
    """Find the longest beginning of a line that is kept; None if the line isn't kept."""
    likely = (*beginnings.get(line.tokens[0].text, ()), *beginnings.get(ANY, ()))
    found = [(each, kept) for each in likely if (kept := each.match(line))]
    return max(found, key=lambda pair: len(pair[0].words))[1] if found else None


def find_condition(line: Line, dialect: Dialect, declared: Container[str]) -> Kept | None:
    """Find a condition that only larger dialects know, unless a field is called so."""
    if not dialect.conditions:
        return None
    signs = read_dialects()["conditions"]
    texts = [token.text for token in line.tokens]
    for number in range(1, len(texts)):
        before, after = texts[number - 1], (*texts, None)[number + 1]
        is_alone = texts[number] in signs["alone"] and before in _JOINERS and after in _JOINERS
        rest = line.tokens[number:]
        is_sign = any(starts_with(rest, sign.split()) for sign in signs["anywhere"])
        if before != "." and texts[number] not in declared and (is_alone or is_sign):
            return Kept(texts[number], dialect.conditions == "rules", line.tokens[number])
    return None


def find_whole(line: Line, form: str, dialect: Dialect) -> Kept | None:
    """Find the line under this one because of which the whole block is kept."""
    beginnings = dialect.whole.get(form, {})
    found: Iterator[Kept | None] = (find_kept(child, beginnings) for child in line.children)
    return next((kept for kept in found if kept), None)
