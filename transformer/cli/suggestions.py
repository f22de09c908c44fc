"""Commands that other tools have, and what does here what they do."""

from typing import Any

from typer.core import TyperGroup

from transformer.diagnostics.resources import read_table


class Commands(TyperGroup):
    """The commands of dazzle; one that it hasn't, `mappings/language/commands.yaml` may know."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command that was typed, or else wrong use."""
        name = args[0]
        if name not in self.commands and (told := read_table("language/commands").get(name)):
            ctx.fail(f"There is no command `{name}`. {told}.")
        return super().resolve_command(ctx, args)
