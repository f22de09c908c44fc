"""The table of the language holds together."""

from transformer.diagnostics.resources import read_schema, read_table
from transformer.dsl.parser.grammar import compile_grammar
from transformer.manifest.completion.default_values import _READERS

LANGUAGE = read_table("language/grammar")


def test_every_block_compiles_and_bodies_are_blocks() -> None:
    for kind, row in LANGUAGE["blocks"].items():
        assert {name for name, _ in compile_grammar(kind).spellings} == row["forms"].keys()
        for column in ("bodies", "lists", "parts", "names", "sets", "refers"):
            assert set(row.get(column, {})) <= set(row["forms"]), (kind, column)
        assert set(row.get("bodies", {}).values()) <= set(LANGUAGE["blocks"])


def test_types_name_modifiers_and_defaults_that_there_are() -> None:
    for name, row in LANGUAGE["types"].items():
        assert set(row.get("suits", ())) <= set(LANGUAGE["modifiers"]), name
        assert set(row.get("default", ())) <= set(_READERS) | {"moment"}, name
        assert row.get("key", "natural") in ("uuid", "sequence", "natural"), name
    assert {*_READERS, "moment", "none"} == set(LANGUAGE["defaults"])


def test_types_and_their_parts_are_those_of_the_schema() -> None:
    definitions = read_schema("manifest")["$defs"]
    field = definitions["field"]["properties"]
    assert set(LANGUAGE["types"]) == set(definitions["field_type"]["enum"])
    parts = {
        part.removesuffix("?")
        for row in LANGUAGE["types"].values()
        for part in row.get("parts", ())
    }
    assert parts <= set(field)


def test_modifiers_contradict_each_other_both_ways() -> None:
    modifiers = LANGUAGE["modifiers"]
    for name, row in modifiers.items():
        for other in row.get("excludes", ()):
            assert name in modifiers[other].get("excludes", ()), f"{other} should exclude {name}"


def test_words_are_those_of_the_schema() -> None:
    schema = read_schema("manifest")["$defs"]
    shown = schema["section"]["properties"]["fields"]["items"]["properties"]
    phrases = LANGUAGE["phrases"]
    assert phrases["MODE"]["words"] == schema["surface"]["properties"]["mode"]["enum"]
    assert phrases["WIDGET"]["words"] == shown["widget"]["enum"]
    triggers = schema["action"]["properties"]["trigger"]["enum"]
    assert sorted(phrases["TRIGGER"]["words"]) == sorted(triggers)
