"""Expressions as trees; the property of a node tells its kind."""

from typing import Literal, TypeAlias, TypedDict, TypeGuard

from transformer.dsl.parser.values import MomentWord
from transformer.dsl.tables.expression_rows import ValueTypeName
from transformer.manifest.records.documents import Document

Comparison = Literal["=", "!=", "<", "<=", ">", ">=", "in", "not in", "is null", "is not null"]
Arithmetic = Literal["+", "-", "*", "/", "negative"]
OperatorWord = Comparison | Arithmetic | Literal["or", "and", "not", "contains"]
FunctionWord = Literal["days_since", "days_until", "round"]
AggregateWord = Literal["count", "sum", "avg", "min", "max"]
# A property is called `list`, which hides the type from the rest of its class.
Expressions: TypeAlias = "list[Expression]"
Names: TypeAlias = list[str]


class Expression(TypedDict, total=False):
    """A node: it has one of `value` to `aggregate`, what belongs to that, and a type if found.

    The value of an aggregate is an expression. As written it names the records too, and `entity`
    and `relation` are added once they are found.
    """

    value: "str | int | float | bool | Expression | None"
    choice: str
    moment: MomentWord
    duration: int
    path: Names
    person: Names
    role: str
    operator: OperatorWord
    operands: Expressions
    list: Expressions
    function: FunctionWord
    arguments: Expressions
    aggregate: AggregateWord
    entity: str
    relation: Names
    where: "Expression"
    type: ValueTypeName


def is_expression(document: Document) -> TypeGuard[Expression]:
    """Tell whether a document has the properties of a node, and no other ones."""
    return isinstance(document, dict) and document.keys() <= Expression.__annotations__.keys()
