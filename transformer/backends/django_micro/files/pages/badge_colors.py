"""Which values of enumerations are good news and which are bad, by their names.

A badge says it in words; its colour only helps to find it. Values that are not here
have none, so what an app calls differently can be added.
"""

import re

WORDS = {
    "good": """
        accepted active approved arrived available complete completed confirmed
        delivered done finished fixed paid passed published ready received resolved
        shipped solved succeeded success verified won
    """,
    "warn": """
        at_risk awaiting blocked delayed expiring hold high in_progress in_review major
        on_hold paused pending processing review waiting warning
    """,
    "bad": """
        at_once blocker critical danger declined emergency error expired failed failure
        fatal lost missed overdue refused rejected suspended unpaid urgent
    """,
    "quiet": """
        abandoned archived canceled cancelled closed deleted disabled discontinued
        dropped ended inactive obsolete retired returned skipped void withdrawn
    """,
}
TONES = {word: tone for tone, words in WORDS.items() for word in words.split()}


def find_tone(value):
    """Whether a value is "good", "warn", "bad" or "quiet"; "plain" if nobody knows."""
    words = re.findall(r"[^\W_]+", str(value).casefold())
    return TONES.get("_".join(words), "plain")
