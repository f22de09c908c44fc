"""Comparisons of operands as conditions of a query.

SQL takes a comparison with something missing for neither true nor false, and filters take that for
false. So the opposite of a comparison is made of the opposite operator, and of the rows where a
side is missing.
"""

import ast
from collections.abc import Sequence
from dataclasses import replace

from transformer.backends.django.code import Code, make_list, make_literal, make_texts, refer_to
from transformer.backends.django.expressions.alignment import (
    align_days,
    list_ranked,
    order,
    rank,
    settle,
)
from transformer.backends.django.expressions.compiler_rows import (
    Comparison,
    read_expression_table,
)
from transformer.backends.django.expressions.junctions import (
    join,
    make_condition,
    make_lookup,
    make_truth,
    negate,
)
from transformer.backends.django.expressions.operands import TEXTS, Operand
from transformer.backends.django.expressions.python_nodes import (
    ask_missing_python,
    compare_python,
    join_python,
    negate_python,
)


def ask_missing(operand: Operand, *, wanted: bool) -> Code:
    """Make the condition that a value is missing, or isn't."""
    if operand.plain and not operand.may_be_missing:
        return make_truth(truth=not wanted)
    if operand.plain:
        return _ask_known(ask_missing_python(operand.plain, operand.type), wanted=wanted)
    conditions = []
    is_text = operand.type in TEXTS
    if operand.is_nullable or not is_text:
        conditions.append(_ask_null(operand, make_literal(wanted)))
    if operand.is_blank or (is_text and not operand.is_nullable):
        blank = _look_up(operand, "=", make_literal(""))
        conditions.append(blank if wanted else negate(blank))
    return join("or" if wanted else "and", conditions)


def _ask_known(condition: Code, *, wanted: bool) -> Code:
    """Make the condition that something which Python knows is true, or false."""
    truth = refer_to("bool").call(condition)
    asked = make_condition(refer_to("models.Value").call(truth))
    return asked if wanted else negate(asked)


def _ask_null(operand: Operand, answer: Code) -> Code:
    if operand.path:
        return make_lookup(f"{operand.path}__isnull", answer)
    return make_condition(refer_to("models.lookups.IsNull").call(operand.code, answer))


def compare(word: Comparison, left: Operand, right: Operand, *, wanted: bool) -> Code:
    """Make the condition that a comparison is true, or false."""
    if word in ("=", "!="):
        return _equate(*align_days(left, right), wanted=(word == "=") == wanted)
    if (chosen := _choose_ranked(word, left, right)) is not None:
        field = left if left.path else right
        return chosen if wanted else exclude(field, chosen)
    left, right = align_days(*map(order, rank(left, right)))
    if wanted:
        return _relate(word, left, right)
    opposite = read_expression_table()["comparisons"][word]["opposite"]
    return join("or", [_relate(opposite, left, right), *_list_missing(left, right)])


def _choose_ranked(word: Comparison, left: Operand, right: Operand) -> Code | None:
    """Make the condition that a field has one of the values on one side of a value of its enum."""
    if right.path:
        word = read_expression_table()["comparisons"][word]["mirrored"]
        left, right = right, left
    limit = right.plain.node if right.plain else None
    if left.type != "choice" or not left.path or not isinstance(limit, ast.Constant):
        return None
    chosen = list_ranked(word, left.values, str(limit.value))
    return make_lookup(f"{left.path}__in", make_texts(chosen))


def _list_missing(*operands: Operand) -> list[Code]:
    return [ask_missing(each, wanted=True) for each in operands if each.may_be_missing]


def _equate(left: Operand, right: Operand, *, wanted: bool) -> Code:
    """Make the condition that two values are equal, or aren't; two that are missing are."""
    if right.path and not left.path:
        left, right = right, left
    left = _free(left, right)
    equal = _relate("=", left, right, takes_none=True)
    is_clear = not (left.is_nullable or right.is_nullable)  # two empty texts are equal as they are
    if is_clear or _takes_none(left, right, wanted=wanted):
        return equal if wanted else exclude(left, equal)
    missing = _list_missing(left, right)
    if wanted:
        return equal if len(missing) == 1 else join("or", [equal, join("and", missing)])
    differ = join("or", [negate(equal), *missing])
    if len(missing) == 1:
        return differ
    present = [ask_missing(each, wanted=False) for each in (left, right)]
    return join("and", [differ, join("or", present)])


def _takes_none(left: Operand, right: Operand, *, wanted: bool) -> bool:
    """Tell whether Django looks after what is missing: in one field, or as None beside it."""
    if not left.path or not right.may_be_missing:
        return bool(left.path)
    is_none = right.plain is not None and _is_taken(left, right)
    is_alone = wanted or not left.is_joined  # else both may be missing
    return is_none and is_alone and not (left.is_blank or right.is_blank)


def exclude(field: Operand, condition: Code) -> Code:
    """Make the opposite of a lookup, which is true where its field is missing.

    Django sees to that where the field itself may be null, and over references only at times.
    """
    opposite = negate(condition)
    if not field.is_joined:
        return opposite
    return join("or", [opposite, _ask_null(field, make_literal(True))])


def choose(left: Operand, items: Sequence[Operand], *, wanted: bool) -> Code:
    """Make the condition that a value is one of several, or is none of them."""
    items = [each for each in items if each.type != "null" and not _is_empty(each)]
    if not items:
        return make_truth(truth=not wanted)
    if left.path and not left.is_inexact and all(_is_listed(each, left) for each in items):
        values = make_list(_spell_side(left, each) for each in items)
        chosen = make_lookup(f"{left.path}__in", values)
        return chosen if wanted else exclude(left, chosen)
    pairs = [align_days(left, each) for each in items]
    if wanted:
        equal = [_equal_something(*pair) for pair in pairs]
        return join("and", [join("or", equal), *_list_present(left)])
    differ = [_differ_from(left, *pair) for pair in pairs]
    return join("or", [join("and", differ), *_list_missing(left)])


def _differ_from(asked: Operand, left: Operand, right: Operand) -> Code:
    """Make the condition that two values aren't there and equal; what is asked for is there."""
    # Its day, which is compared with a day, may be missing all the same.
    others = [each for each in (left, right) if each is not asked]
    return join("or", [negate(_equal_something(left, right)), *_list_missing(*others)])


def _equal_something(left: Operand, right: Operand) -> Code:
    """Make the condition that two values are there and equal."""
    if not (left.plain and right.plain):
        return _relate("=", left, right)
    conditions = [compare_python(left.plain, ast.Eq(), right.plain)]
    if left.may_be_missing:
        conditions.insert(0, negate_python(ask_missing_python(left.plain, left.type)))
    return _ask_known(join_python("and", conditions), wanted=True)


def _list_present(operand: Operand) -> list[Code]:
    """List the condition that there is a value, where another empty text would equal it."""
    return [ask_missing(operand, wanted=False)] if operand.is_blank else []


def _is_listed(item: Operand, left: Operand) -> bool:
    """Tell whether a value can stand in the list of a lookup as it is."""
    return item.plain is not None and not item.may_be_missing and item.type == left.type


def _is_empty(operand: Operand) -> bool:
    """Tell whether a value is the empty text itself."""
    return operand.plain == make_literal("")


def _relate(word: Comparison, left: Operand, right: Operand, *, takes_none: bool = False) -> Code:
    """Make the condition that a comparison is true; `takes_none` where nothing equals nothing."""
    if right.path and not (left.path or left.is_tolerant):
        word = read_expression_table()["comparisons"][word]["mirrored"]
        left, right = right, left
    left = _free(left, right)
    return _look_up(left, word, _spell_side(left, right, takes_none=takes_none))


def _free(left: Operand, right: Operand) -> Operand:
    """Make the left operand of a lookup, by no path where that would mean something else.

    So it does where a field isn't the number that counts, and where the right side may be there
    anyway: Django would join what stands in it as if nothing could be missing.
    """
    return replace(left, path="") if left.is_inexact or right.is_tolerant else left


def _look_up(left: Operand, word: Comparison, right: Code) -> Code:
    row = read_expression_table()["comparisons"][word]
    if left.path:
        return make_lookup(f"{left.path}{row['lookup']}", right)
    return make_condition(refer_to(f"models.lookups.{row['compare']}").call(settle(left), right))


def _spell_side(left: Operand, right: Operand, *, takes_none: bool = False) -> Code:
    """Make the right side of a lookup: the value itself where Python knows it and Django takes it.

    Django would round a number to the places that the field on the left has, and takes None for
    equal to null only.
    """
    if right.plain and _is_taken(left, right) and (takes_none or not right.is_nullable):
        return right.plain
    return settle(right)


def _is_taken(left: Operand, right: Operand) -> bool:
    """Tell whether Django takes a value on the right of a lookup as it is."""
    fits = right.places <= left.places and right.whole_digits <= left.whole_digits
    return bool(left.path) and fits
