"""Broken inputs: the example projects with one deliberate damage each, the same in every run."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tests.projects import FIXTURES, PROJECTS

_WORD = re.compile(r"[A-Za-z_]\w*")
_QUOTES_AND_BRACKETS = '"([)]'
_STEP = 50

Lines = list[str]


@dataclass(frozen=True)
class Damage:
    """A file of a project as it is after the damage, and the line where that is."""

    kind: str
    project: str
    file: str
    text: str
    line: int

    def copy_project(self, folder: Path) -> Path:
        """The damaged project in an empty folder, as far as it is read."""
        source = FIXTURES / self.project
        paths = [*source.rglob("*.dsl"), *source.rglob("*.toml"), *source.rglob("manifest.yml")]
        for path in paths:
            target = folder / path.relative_to(source)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
        (folder / self.file).write_text(self.text, encoding="utf-8")
        return folder


def damage_fixtures(times: int, seed: int = 0) -> Iterator[Damage]:
    """Every file of every fixture, damaged so many times in each way."""
    for project in PROJECTS:
        for path in sorted((FIXTURES / project).rglob("*.dsl")):
            text = path.read_text(encoding="utf-8")
            file = path.relative_to(FIXTURES / project).as_posix()
            random = Random(f"{seed} {project} {file}")
            for kind, broken, line in damage_text(text, random, times):
                yield Damage(kind, project, file, broken, line)


def damage_text(text: str, random: Random, times: int) -> Iterator[tuple[str, str, int]]:
    """The text damaged so many times in each way: the kind, the text, the line."""
    for kind, damage in KINDS.items():
        for _ in range(times):
            lines = text.split("\n")
            line = _choose_line(random, lines, damage)
            if line is not None:
                yield kind, "\n".join(lines), line
    for _ in range(times):
        broken = _truncate(random, text)
        yield "truncate", broken, len(broken.rstrip().split("\n"))


def _choose_line(
    random: Random, lines: Lines, damage: "Callable[[Random, Lines, int], bool]"
) -> int | None:
    """The number of the line that was damaged, or None where no line can be damaged so."""
    candidates = [n for n, line in enumerate(lines) if _code_of(line)]
    random.shuffle(candidates)
    return next((n + 1 for n in candidates if damage(random, lines, n)), None)


def _code_of(line: str) -> str:
    """The line without its comment; quotes hide no `#` in what is damaged here."""
    return line.split("#")[0].strip()


def _truncate(random: Random, text: str) -> str:
    """The text up to some 50th byte; half a character is no text and another matter."""
    size = _STEP * random.randint(1, max(1, len(text.encode()) // _STEP))
    return text.encode()[:size].decode("utf-8", errors="ignore")


def _delete_line(random: Random, lines: Lines, n: int) -> bool:
    del lines[n]
    return True


def _double_line(random: Random, lines: Lines, n: int) -> bool:
    lines.insert(n, lines[n])
    return True


def _delete_character(random: Random, lines: Lines, n: int) -> bool:
    start = len(lines[n]) - len(lines[n].lstrip())
    place = random.randrange(start, start + len(_code_of(lines[n])))
    return _cut(lines, n, place)


def _delete_colon(random: Random, lines: Lines, n: int) -> bool:
    return _delete_one_of(random, lines, n, ":")


def _delete_mark(random: Random, lines: Lines, n: int) -> bool:
    return _delete_one_of(random, lines, n, _QUOTES_AND_BRACKETS)


def _delete_one_of(random: Random, lines: Lines, n: int, marks: str) -> bool:
    code = lines[n].split("#")[0]
    places = [place for place, letter in enumerate(code) if letter in marks]
    return bool(places) and _cut(lines, n, random.choice(places))


def _cut(lines: Lines, n: int, place: int) -> bool:
    lines[n] = lines[n][:place] + lines[n][place + 1 :]
    return True


def _add_mark(random: Random, lines: Lines, n: int) -> bool:
    place = random.randint(len(lines[n]) - len(lines[n].lstrip()), len(lines[n].split("#")[0]))
    lines[n] = lines[n][:place] + random.choice(_QUOTES_AND_BRACKETS) + lines[n][place:]
    return True


def _swap_words(random: Random, lines: Lines, n: int) -> bool:
    words = _words_of(lines[n])
    if len(words) < 2:
        return False
    first = random.randrange(len(words) - 1)
    one, other = words[first], words[first + 1]
    line = lines[n]
    between = line[one.end() : other.start()]
    lines[n] = line[: one.start()] + other[0] + between + one[0] + line[other.end() :]
    return one[0] != other[0]


def _misspell_word(random: Random, lines: Lines, n: int) -> bool:
    words = [word for word in _words_of(lines[n]) if len(word[0]) > 3]
    if not words:
        return False
    word = random.choice(words)
    place = random.randrange(1, len(word[0]) - 1)
    one, other = word[0][place : place + 2]
    near = word[0][:place] + (other + one if one != other else one) + word[0][place + 2 :]
    lines[n] = lines[n][: word.start()] + near + lines[n][word.end() :]
    return True


def _words_of(line: str) -> Sequence[re.Match[str]]:
    code = line.split("#")[0]
    return list(_WORD.finditer(re.sub('"[^"]*"', lambda text: " " * len(text[0]), code)))


def _indent_further(random: Random, lines: Lines, n: int) -> bool:
    lines[n] = " " * random.choice([1, 2, 3]) + lines[n]
    return True


def _indent_less(random: Random, lines: Lines, n: int) -> bool:
    if not lines[n].startswith(" "):
        return False
    lines[n] = lines[n][random.choice([1, 1, 2]) :]
    return True


KINDS: dict[str, Callable[[Random, Lines, int], bool]] = {
    "delete a line": _delete_line,
    "double a line": _double_line,
    "delete a character": _delete_character,
    "delete a colon": _delete_colon,
    "delete a quote or bracket": _delete_mark,
    "add a quote or bracket": _add_mark,
    "swap two words": _swap_words,
    "misspell a word": _misspell_word,
    "indent further": _indent_further,
    "indent less": _indent_less,
}
