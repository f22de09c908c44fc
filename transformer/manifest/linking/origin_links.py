"""Where each value that is handed over comes from."""

from transformer.dsl.parser.values import Value
from transformer.manifest.completion.default_values import write_value
from transformer.manifest.draft import Draft
from transformer.manifest.records.connection_drafts import Origin, PairDraft

_ORIGINS: tuple[Origin, ...] = ("form", "foreign", "entity", "current_user")


def link_sources(draft: Draft) -> None:
    """Resolve the source of each value that is handed over."""
    for number, integration in enumerate(draft.manifest["integrations"]):
        for index, action in enumerate(integration["actions"]):
            place = f"integrations/{number}/actions/{index}"
            _link_pairs(draft, action["arguments"], f"{place}/arguments")
            _link_pairs(draft, action["values"], f"{place}/values")
        for index, sync in enumerate(integration["syncs"]):
            _link_pairs(draft, sync["values"], f"integrations/{number}/syncs/{index}/values")


def _link_pairs(draft: Draft, pairs: list[PairDraft], path: str) -> None:
    for number, pair in enumerate(pairs):
        source = pair["source"]
        if isinstance(source, Value):
            pair["source"] = write_value(source)
        elif "path" in source:
            _link_path(draft, pair, source["path"], f"{path}/{number}/source/path/0")


def _link_path(draft: Draft, pair: PairDraft, names: list[str], path: str) -> None:
    word, *rest = names
    origin = next((each for each in _ORIGINS if each == word), None)
    if origin is None:
        draft.report_unknown("unknown-origin", path, word, _ORIGINS)
        return
    pair["source"] = {"from": origin, "path": rest}
    if not rest:
        draft.report("unknown-origin", path, word=origin)
