"""Those who did what is told of."""

from .fields import find_visible, spell_key


def spell_people(entries, user):
    """The people of entries by their keys, with a name where one may see them."""
    people = {each.user_id: each.user for each in entries if each.user_id}
    seen = set()
    if people:
        model = type(next(iter(people.values())))
        seen = find_visible(model, set(people), user)
    told = {
        key: {"key": spell_key(key), "display": str(row) if key in seen else None}
        for key, row in people.items()
    }
    return {None: None, **told}
