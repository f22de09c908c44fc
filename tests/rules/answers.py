"""What an app answers under rules, by docs/language.md alone."""

from dataclasses import dataclass

from tests.expressions.world import Record, World
from tests.rules.interpreter import Rules, may, may_at_all

FOUND, REFUSED, MISSING, SIGN_IN = 200, 403, 404, 302


@dataclass(frozen=True)
class Asker:
    """Whoever asks for a page."""

    is_signed_in: bool = True
    is_superuser: bool = False

    @property
    def refusal(self) -> int:
        """Whoever isn't signed in is asked to sign in instead of a 403."""
        return REFUSED if self.is_signed_in else SIGN_IN


def answer_page(
    operation: str, world: World, entity: str, rules: Rules, asker: Asker, key: object = None
) -> int:
    """What a page for an operation answers: of one record, or of none in particular."""
    rights = {"is_superuser": asker.is_superuser}
    if not may_at_all(operation, world, entity, rules, **rights):
        return asker.refusal
    if key is None:
        return FOUND
    record: Record | None = world.find(entity, key)
    if record is None or not may("read", record, rules, **rights):
        return MISSING
    return FOUND if may(operation, record, rules, **rights) else asker.refusal
