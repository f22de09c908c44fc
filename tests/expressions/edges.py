"""Expressions that chance would hardly write: where numbers are rounded, and texts and days end.

Each entity of the project has the fields that they speak of.
"""

EDGES = [
    # more than six places, and halves of the last one
    "share * share * share",
    "share * share",
    "ratio * share",
    "ratio + ratio",
    "-ratio",
    "share * share / 3",
    "0.0000005 + 0",
    "0.0000015 * pieces",
    "pieces / 128",
    "price / 64 * share",
    "round(share * share, 3)",
    "round(pieces / 8, 2)",
    "round(pieces / 2)",
    # what binary fractions are off by
    "0.1 + 0.2 = 0.3",
    "price + 0.1 + 0.2 = price + 0.3",
    "price * 3 = price + price + price",
    "price * 0.1 in [price * 0.3 - price * 0.2]",
    "share - share + 0.1 + 0.2 > 0.3",
    "fee + 0.1 - 0.1 != fee",
    # numbers that a field on the left couldn't hold
    "pieces = 2.5",
    "pieces < 2.5",
    "price > 1000000",
    "price != 0.005",
    "share in [0.00001, 12345, null]",
    "whole >= 99999999999",
    # days, moments and what is neither
    "due - 36h",
    "due + 36h - 36h",
    "start + 1min",
    "made + 1min - made",
    "days_since(made) + days_until(made)",
    "days_since(start + 1d)",
    "(made - seen) / 7 * 7",
    "(due - start) / pieces",
    "seen = due or due = seen",
    "seen = start or not (seen = start)",
    # texts
    'label < code or label >= code or label = ""',
    'not (label contains code) and label != ""',
    'label + code = "" or remark + mail is null',
    "label in [code, mail, remark]",
    # what is missing on both sides, or on one
    "owner = null or owner.owner = owner",
    "owner.owner != owner.mentor",
    "not (owner.due < due) and not (owner.due >= due)",
    "owner.done = false or owner.done != true",
    "owner.state > state or owner.rank <= rank",
    "state in [low, high] and not (state < mid)",
    "owner.late is null or owner.shut or not owner.later",
    "owner.mentor.owner.greeting",
    "owner.mentor.mentor.greeting is null",
    "owner.mentor.mentor.shut = false",
    "count(Member where mentor is null) - count(Member where mentor is not null)",
    "avg(Line.share) = sum(Line.share) / count(Line)",
    "max(Line.made) - min(Line.made)",
    "sum(Order.delay) / 3 + avg(Order.delay)",
]
