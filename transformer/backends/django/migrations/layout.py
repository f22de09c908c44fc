"""A migration as Django writes it, laid out so that `ruff` has nothing to change."""

import ast
import sys
from collections.abc import Iterator

from transformer.backends.django.code import Code
from transformer.backends.django.printing import print_code

_PROJECT = ("core", "pages", "records")
_SHORT = {
    "records.full_text_index": "records.full_text_index",
    "pages.operations": "pages.operations",
    "django.db.models.functions.text": "django.db.models.functions",
    "django.db.models.lookups": "django.db.models.lookups",
}
"""The modules whose names are imported, each with the one that they are imported from."""
_SPECIAL = "django.db.migrations.operations.special"
"""Where Django finds what everybody else calls by `migrations`."""


def lay_out_migration(source: str) -> str:
    """Lay out a migration with sorted imports and one item per line."""
    guard, short = _CheckGuard(), _ShortNames()
    source = source.replace(f"import {_SPECIAL}\n", "").replace(f"{_SPECIAL}.", "migrations.")
    for module in _SHORT:
        source = source.replace(f"import {module}\n", "")
    body = short.visit(guard.visit(_Modernizer().visit(ast.parse(source)))).body
    imports = [node for node in body if isinstance(node, ast.Import | ast.ImportFrom)]
    imports += [*guard.imports, *short.imports]
    classes = [node for node in body if isinstance(node, ast.ClassDef)]
    sections = [*_sort_imports(imports), *("\n" + _lay_out_class(node) for node in classes)]
    return "\n\n".join(sections) + "\n"


class _Modernizer(ast.NodeTransformer):
    """`datetime.timezone.utc`, as Django spells it, becomes `datetime.UTC`."""

    def visit_Attribute(self, node: ast.Attribute) -> ast.AST:
        if ast.unparse(node) == "datetime.timezone.utc":
            return ast.Attribute(ast.Name("datetime"), "UTC")
        return self.generic_visit(node)


class _ShortNames(ast.NodeTransformer):
    """`pages.operations.FillRows`, as Django spells it, becomes `FillRows`."""

    def __init__(self) -> None:
        self.names: dict[str, set[str]] = {}

    def visit_Attribute(self, node: ast.Attribute) -> ast.AST:
        if (module := _SHORT.get(ast.unparse(node.value))) is None:
            return self.generic_visit(node)
        self.names.setdefault(module, set()).add(node.attr)
        return ast.Name(node.attr)

    @property
    def imports(self) -> list[ast.ImportFrom]:
        """The imports of what they are called by."""
        return [
            ast.ImportFrom(module, [ast.alias(name) for name in sorted(names)], 0)
            for module, names in self.names.items()
        ]


class _CheckGuard(ast.NodeTransformer):
    """A check is added by an operation that looks first whether rows break it."""

    def __init__(self) -> None:
        self.imports: list[ast.ImportFrom] = []

    def visit_Call(self, node: ast.Call) -> ast.AST:
        """Replace Django's own operation."""
        is_addition = ast.unparse(node.func) == "migrations.AddConstraint"
        if not is_addition or "CheckConstraint" not in ast.unparse(node):
            return node
        self.imports = [ast.ImportFrom("pages.constraints", [ast.alias("AddCheck")], 0)]
        return ast.Call(ast.Name("AddCheck"), node.args, node.keywords)


def _sort_imports(imports: list[ast.Import | ast.ImportFrom]) -> Iterator[str]:
    """Sort imports into paragraphs: Python's own, Django's, the project's."""
    paragraphs: dict[int, list[tuple[bool, str, str]]] = {}
    for node in imports:
        module = _name_module(node)
        line = (isinstance(node, ast.ImportFrom), module, ast.unparse(node))
        paragraphs.setdefault(_rank_module(module), []).append(line)
    for rank in sorted(paragraphs):
        yield "\n".join(line for _, _, line in sorted(paragraphs[rank]))


def _name_module(node: ast.Import | ast.ImportFrom) -> str:
    return node.names[0].name if isinstance(node, ast.Import) else node.module or ""


def _rank_module(module: str) -> int:
    package = module.split(".")[0]
    return 0 if package in sys.stdlib_module_names else 2 if package in _PROJECT else 1


def _lay_out_class(node: ast.ClassDef) -> str:
    parts = [part for part in node.body if isinstance(part, ast.Assign)]
    body = "\n\n".join("\n".join(_lay_out_assignment(part)) for part in parts)
    return f"class {node.name}({ast.unparse(node.bases[0])}):\n{body}"


def _lay_out_assignment(node: ast.Assign) -> Iterator[str]:
    prefix = f"{ast.unparse(node.targets[0])} = "
    if not isinstance(node.value, ast.List) or not node.value.elts:
        yield print_code(Code(node.value), 4, prefix)
        return
    yield f"    {prefix}["
    for item in node.value.elts:
        yield print_code(Code(item), 8, "", ",")
    yield "    ]"
