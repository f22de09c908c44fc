"""Texts for fuzzing: random words of the language, of YAML and TOML, and bytes."""

import re
from functools import cache

import yaml
from hypothesis import strategies as st

from transformer.diagnostics.resources import read_table, read_table_text

_WORD = re.compile(r"[A-Za-z_]\w*|<->|->|<-|[=<>!]=|[^\s\w]")
_ODD = ["\t", "\0", "\ufeff", "\u2028", "\r", "é", "日", "\\", '"', '"""', "9" * 400, "1.5", "7d"]
_NAMES = ["a", "b", "Task", "User", "title", "status", "id", "current_user", "today", "null"]
_JINJA = ["{{ ", " }}", "{% ", " %}", "for x in ", "if ", "endfor", "endif", "|", "first", "pairs"]


@cache
def _list_words() -> list[str]:
    """Every word and mark that the tables of the language know."""
    text = read_table_text("language/grammar") + read_table_text("language/expressions")
    return sorted({*_WORD.findall(text), *read_table("language/grammar")["types"], *_NAMES, *_ODD})


def random_words() -> st.SearchStrategy[str]:
    """Lines of the language's words in any order, indented anyhow."""
    words = st.sampled_from(_list_words()) | st.text(max_size=5)
    line = st.builds(
        lambda indent, tokens, end: " " * indent + " ".join(tokens) + end,
        st.sampled_from([0, 0, 2, 2, 4, 6, 3]),
        st.lists(words, min_size=1, max_size=9),
        st.sampled_from(["", "", ":"]),
    )
    return st.lists(line, max_size=25).map("\n".join)


def near_lines() -> st.SearchStrategy[str]:
    """Lines of blocks as the table has them, with any words in the place of the phrases."""
    forms = sorted(_list_forms())
    word = st.sampled_from(_list_words())

    def fill(form: str, fillings: list[str]) -> str:
        rest = iter(fillings)
        filled = re.sub(r"[A-Z_]+<[\w.]+>", lambda _: next(rest, "x"), form)
        return re.sub(r"[{}]", "", filled)

    line = st.builds(
        lambda indent, form, words: " " * indent + fill(form, words),
        st.sampled_from([0, 2, 2, 4, 4, 6]),
        st.sampled_from(forms),
        st.lists(word, min_size=1, max_size=4),
    )
    return st.lists(line, max_size=30).map("\n".join)


def _list_forms() -> set[str]:
    found: set[str] = set()
    for block in read_table("language/grammar")["blocks"].values():
        for form in block["forms"].values():
            found.update([form] if isinstance(form, str) else form)
    return found


def file_contents() -> st.SearchStrategy[bytes]:
    """What a .dsl file may hold: bytes, texts, random words, and nearly the language."""
    texts = st.one_of(random_words(), near_lines(), st.text())
    return st.one_of(texts.map(lambda text: text.encode("utf-8", "replace")), st.binary())


def yaml_values() -> st.SearchStrategy[object]:
    """Anything that YAML can say, the words of vocabularies and manifests often among it."""
    words = ["entries", "id", "kind", "parameters", "expansion", "body", "name", "type", "default"]
    words += ["app", "entities", "fields", "manifest_version", "surfaces", "title", "project"]
    key = st.sampled_from(words) | st.text(max_size=4)
    leaf = st.one_of(
        st.none(),
        st.booleans(),
        st.integers(),
        st.floats(),
        st.text(),
        st.dates(),
        key,
        templates(),
    )
    return st.recursive(
        leaf, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(key, inner), max_leaves=25
    )


def templates() -> st.SearchStrategy[str]:
    """Bodies of patterns, mostly wrong."""
    parts = st.sampled_from([*_JINJA, *_NAMES, "x", "[1, 2]", "\n", "entity A:", "  x: int"])
    return st.lists(parts | st.text(max_size=3), max_size=20).map("".join)


def yaml_contents() -> st.SearchStrategy[bytes]:
    """What a YAML file may hold: values, marks of YAML in any order, and bytes."""
    dumped = yaml_values().map(lambda value: yaml.safe_dump(value, allow_unicode=True))
    marks = ["- ", ": ", "\n", "  ", "&a ", "*a", "<<", "!!int ", "!!bool ", "? ", "|\n", "'", "["]
    soup = st.lists(st.sampled_from(marks) | st.text(max_size=3), max_size=30).map("".join)
    return st.one_of((dumped | soup).map(lambda t: t.encode("utf-8", "replace")), st.binary())


def vocabularies() -> st.SearchStrategy[bytes]:
    """Vocabularies of one pattern `a`, whose body is anything."""

    def write(body: str, kind: str, value: object) -> bytes:
        parameter = {"name": "x", "type": kind, "default": value}
        entry = {"id": "a", "kind": "project", "parameters": [parameter]}
        document = {"entries": [{**entry, "expansion": {"body": body}}]}
        return yaml.safe_dump(document).encode("utf-8", "replace")

    kinds = st.sampled_from(["name", "text", "int", "bool", "list"])
    return st.builds(write, templates() | random_words(), kinds, yaml_values())


def toml_contents() -> st.SearchStrategy[bytes]:
    """What a `dazzle.toml` may hold."""
    words = ["[project]\n", "[modules]\n", "[build]\n", "name", "root", "paths", "stack", "output"]
    words += [" = ", '"a"', "['dsl']", "true", "1", "\n", "[", "]", "[[", '"""', "1979-05-27"]
    soup = st.lists(st.sampled_from(words) | st.text(max_size=3), max_size=20).map("".join)
    return st.one_of(soup.map(lambda text: text.encode("utf-8", "replace")), st.binary())
