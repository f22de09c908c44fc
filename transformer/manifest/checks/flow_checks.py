"""Checks of flows: they have a start, an end, and no unreachable step."""

from transformer.manifest.draft import Draft
from transformer.manifest.records.people_drafts import ExperienceDraft, StepDraft


def check_flows(draft: Draft) -> None:
    """Report flows without a start or an end, and unreachable steps."""
    for number, flow in enumerate(draft.manifest["experiences"]):
        path = f"experiences/{number}"
        has_broken_lines = any(
            place == path or place.startswith(f"{path}/") for place in draft.broken
        )
        if has_broken_lines:
            continue
        if not flow["steps"]:
            draft.report("empty-flow", path, word=flow["name"])
        elif "start" not in flow:
            draft.report("missing-start", path, word=flow["name"], step=flow["steps"][0]["name"])
        else:
            _check_ways(draft, flow, path)
        for index, step in enumerate(flow["steps"]):
            _check_step(draft, step, f"{path}/steps/{index}")


def _check_step(draft: Draft, step: StepDraft, path: str) -> None:
    """Report a step that doesn't name what its kind needs."""
    kind = step.get("kind")
    if kind in ("surface", "integration") and kind not in step:
        draft.report("empty-step", path, word=step["name"], kind=kind)


def _check_ways(draft: Draft, flow: ExperienceDraft, path: str) -> None:
    steps = {step["name"]: step for step in flow["steps"]}
    named = {outcome["step"] for step in flow["steps"] for outcome in step["outcomes"]}
    if not named | {flow["start"]} <= steps.keys():
        return  # the name that is wrong has been reported, and may be the way that lacks
    reached = _follow_outcomes(steps, flow["start"])
    for index, step in enumerate(flow["steps"]):
        if step["name"] not in reached:
            words = {"word": step["name"], "flow": flow["name"]}
            draft.report("unreached-step", f"{path}/steps/{index}", **words)
    events = [{outcome["event"] for outcome in steps[name]["outcomes"]} for name in reached]
    if all("success" in each for each in events):
        draft.report("endless-flow", path, word=flow["name"])


def _follow_outcomes(steps: dict[str, StepDraft], start: str) -> list[str]:
    """Find the steps that can be reached, in the order in which they are."""
    reached: dict[str, None] = {}
    waiting = [start]
    while waiting:
        name = waiting.pop(0)
        if name in steps and name not in reached:
            reached[name] = None
            waiting += [outcome["step"] for outcome in steps[name]["outcomes"]]
    return list(reached)
