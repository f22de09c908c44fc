"""The sentences on aggregates of "What expressions mean", and cases of them.

A case is an aggregation about an `Order` of project.dsl, its lines, and the result.
"""

from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

NUMBER, DATE = "number", "date"
PRICE = {"path": ["price"], "type": NUMBER}
PIECES = {"path": ["pieces"], "type": NUMBER}
DELAY = {"path": ["delay"], "type": "duration"}
DUE = {"path": ["due"], "type": DATE}
AT = {"path": ["at"], "type": "time"}
NOW = datetime(2026, 3, 10, 23, 30, tzinfo=UTC)
US = timedelta(microseconds=1)

Node = dict[str, Any]


def operate(word: str, *operands: Node, kind: str = NUMBER) -> Node:
    return {"operator": word, "operands": list(operands), "type": kind}


def take(word: str, value: Node | None = None, **more: Any) -> Node:
    """An aggregation of the lines of an order."""
    node = {"aggregate": word, "entity": "Line", "relation": ["lines"], **more}
    if value:
        node["value"] = value
    return {**node, "type": value["type"] if value else NUMBER}


DEAR = operate(">", PRICE, {"value": 2, "type": NUMBER}, kind="bool")
COST = operate("*", PRICE, PIECES)
PRICES = [{"price": Decimal(1)}, {}, {"price": Decimal(4)}]
DELAYS = [{"seen": NOW + 5 * US, "made": NOW}, {"seen": NOW, "made": NOW}, {"made": NOW}]

CASES: dict[str, list[tuple[Node, list[dict[str, Any]], Any]]] = {
    "`count` and `sum` of nothing are 0; `avg`, `min` and `max` of nothing are missing.": [
        (take("count"), [], 0),
        (take("sum", PRICE), [], 0),
        (take("sum", PRICE), [{}, {}], 0),
        (take("sum", DELAY), [], timedelta()),
        (take("avg", PRICE), [], None),
        (take("min", PRICE), [{}], None),
        (take("max", DUE), [], None),
        (operate("+", take("sum", PRICE), {"value": 1, "type": NUMBER}), [], 1),
        (operate("is null", take("avg", DELAY), kind="bool"), [], True),
    ],
    "All of them leave out missing values, but for `count`, which counts records.": [
        (take("count"), [{}, {}], 2),
        (take("count", where=DEAR), PRICES, 1),
        (take("sum", PRICE), PRICES, 5),
        (take("sum", PRICE, where=DEAR), PRICES, 4),
        (take("avg", PRICE), PRICES, Decimal("2.5")),
        (take("min", PRICE), PRICES, 1),
        (take("max", PRICE), PRICES, 4),
        (
            take("sum", COST),
            [{"price": Decimal("1.5"), "pieces": 3}, {"pieces": 9}],
            Decimal("4.5"),
        ),
        (take("sum", DELAY), DELAYS, 5 * US),
        (take("avg", DELAY), DELAYS, 2 * US),
        (take("max", DELAY), DELAYS, 5 * US),
        (
            take("min", DUE),
            [{"due": date(2026, 2, 1)}, {"due": date(2026, 1, 1)}],
            date(2026, 1, 1),
        ),
        (take("max", AT), [{"at": time(9)}, {"at": time(8)}, {}], time(9)),
    ],
}
