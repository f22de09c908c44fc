"""Projects of any size, all entities alike: ten fields and four surfaces each."""

FIELDS = """\
  title: str(200) required
  notes: text
  amount: decimal(8,2)=0
  count: int=0
  done: bool=false
  due: date
  state: enum[open, running, done]=open
  email: email
  created_at: datetime auto_add
"""
MODES = ("list", "view", "create", "edit")


def write_project(size: int) -> str:
    """A project of so many entities, each referring to another."""
    lines = [f'app size_{size} "Size {size}"']
    for number in range(size):
        lines += [f"entity Thing{number}:", FIELDS + f"  other: ref Thing{number * 7 % size}"]
        for mode in MODES:
            lines += [f"surface thing{number}_{mode}:", f"  uses entity Thing{number}"]
            lines.append(f"  mode: {mode}")
    return "\n".join(lines) + "\n"
