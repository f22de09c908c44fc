"""What a person does in a step: edits, rows, and what settles a conflict or a refusal."""

import re
from functools import partial
from random import Random

from tests.lives.clashes import edit_same_lines
from tests.lives.description import Description, Texts, mend_texts
from tests.lives.edits import LOSS, Edit, Maker, Way
from tests.lives.hand_edits import HAND_EDITS, HandEdit, HandMaker
from tests.lives.larger_edits import EDITS
from tests.lives.life import Life, Perform, State, Trial
from tests.lives.lived_project import Said
from tests.lives.oracle import Accepted

ROUNDS = 6
CLASHING = ("a line of Python", "a template")
"""What builds meet most often in the lines that they change."""
UNKNOWN = re.compile("unknown-|undeclared-")


def choose_step(random: Random, state: State) -> tuple[str, Perform]:
    """Any step: most of them edits of the description."""
    if state.conflicts and random.random() < 0.4:
        return "a conflict in a text is settled", settle_text
    drawn = random.random()
    if drawn < 0.04:
        return "rows come", add_rows
    if drawn < 0.14:
        makers = list(EDITS.values())
        return "DSL and by hand, the same lines", partial(edit_both, make=random.choice(makers))
    if drawn < 0.4:
        kind = random.choice([*HAND_EDITS, *CLASHING * 2])
        return f"by hand: {kind}", partial(edit_by_hand, make=HAND_EDITS[kind])
    kind = random.choice(list(EDITS))
    return f"DSL: {kind}", partial(edit_description, make=EDITS[kind])


def add_rows(life: Life, random: Random, trial: Trial) -> None:
    """People use the app: more rows in each table."""
    trial.accepted = Accepted(rows=True)
    trial.way = "done"


def edit_by_hand(life: Life, random: Random, trial: Trial, make: HandMaker) -> None:
    """Edit a file of the app, and build."""
    number = life.state.steps + 1
    edit = make(random, life.lived.app, number, life.tables)
    if edit is None:
        trial.way = ""
        return
    put_by_hand(life, trial, edit)
    trial.accepted = edit.accepted
    said = life.build(trial)
    if not said.is_built:
        said = _settle_python(life, random, trial, said, ())
    if not said.is_built and not trial.differences:
        trial.differences.append(f"refused after an edit by hand: {said.hints}")


def put_by_hand(life: Life, trial: Trial, edit: HandEdit) -> None:
    """Write an edit by hand, whose mark may replace an earlier one of the same line."""
    place = life.lived.app / edit.path
    trial.notes.append(edit.path)
    if edit.text is None:
        place.unlink()
        life.state.deleted.append(edit.path)
        life.state.marks = [mark for mark in life.state.marks if mark[0] != edit.path]
    else:
        before = place.read_text(encoding="utf-8").split("\n") if place.is_file() else []
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(edit.text, encoding="utf-8")
        now = edit.text.split("\n")
        kept = [m for m in life.state.marks if m[0] != edit.path or m[1] in now or m[1] in before]
        life.state.marks = [m for m in kept if m[0] != edit.path or m[1] in now]
        life.state.marks.append([edit.path, edit.line])
    life.note_digest()


def edit_both(life: Life, random: Random, trial: Trial, make: Maker) -> None:
    """Edit the description, and by hand a line that the build is about to change."""
    told = Description(life.lived.project, life.list_columns())
    edit = make(random, told, life.state.steps + 1)
    by_hand = edit and edit_same_lines(random, life.lived, edit.texts, life.state.steps + 1)
    if not by_hand:
        trial.way = ""
        return
    put_by_hand(life, trial, by_hand)
    _perform(life, random, trial, edit, read_texts(life, edit))


def read_texts(life: Life, edit: Edit) -> Texts:
    """The texts of the description as they are."""
    return {name: (life.lived.project / name).read_text("utf-8") for name in edit.texts}


def edit_description(life: Life, random: Random, trial: Trial, make: Maker) -> None:
    """Edit the description, build, and do what is asked for, or undo the edit."""
    told = Description(life.lived.project, life.list_columns())
    edit = make(random, told, life.state.steps + 1)
    if edit is None or edit.texts == read_texts(life, edit):
        trial.way = ""
        return
    _perform(life, random, trial, edit, read_texts(life, edit))


def _perform(life: Life, random: Random, trial: Trial, edit: Edit, before: Texts) -> None:
    """Build with other texts; settle conflicts and take ways out, or undo the edit."""
    trial.accepted = edit.accepted
    said, words = _build(life, trial, edit.texts, edit.renamed)
    for _ in range(ROUNDS):
        ways = [way for way in edit.ways if way.word in said.hints]
        if said.is_built or trial.differences:
            return
        if said.codes == {"merge-stopped"}:
            said = _settle_python(life, random, trial, said, words)
        elif ways and all(code.startswith("migration-") for code in said.codes):
            said, words = _take_way(life, trial, edit, random.choice(ways))
        else:
            break
    trial.notes.append(said.hints)
    _undo(life, random, trial, before)


def _build(
    life: Life, trial: Trial, texts: Texts, renamed: str | None, *words: str
) -> tuple[Said, tuple[str, ...]]:
    """Build, and mend the lines that still say an old name, as a person does."""
    life.lived.write_texts(texts)
    said = life.build(trial, *words)
    for _ in range(ROUNDS):
        unknown = [each for each in said.errors if UNKNOWN.match(each["code"]) and each["line"]]
        mended = mend_texts(texts, unknown, renamed) if unknown else texts
        if said.is_built or mended == texts:
            break
        texts = mended
        life.lived.write_texts(texts)
        said = life.build(trial, *words)
    return said, words


def _take_way(life: Life, trial: Trial, edit: Edit, way: Way) -> tuple[Said, tuple[str, ...]]:
    """Take one of the ways out that a message names."""
    trial.accepted = trial.accepted.join(way.accepted)
    trial.way = f"refused, and then built with `{way.word}`"
    words = (LOSS,) if way.word == LOSS else ()
    return _build(life, trial, way.texts or read_texts(life, edit), edit.renamed, *words)


def _undo(life: Life, random: Random, trial: Trial, before: Texts) -> None:
    """Take an edit back; the build does nothing then."""
    trial.way = "refused, and undone"
    trial.accepted = Accepted()
    life.lived.write_texts(before)
    conflicts = life.state.conflicts
    said = life.build(trial)
    if trial.has_resolved and not said.is_built:  # there is another text to settle it with now
        said = _settle_python(life, random, trial, said, ())
        trial.way = "refused, and undone"
    if not said.is_built and not trial.differences:
        trial.differences.append(f"undone, and yet refused: {said.hints}")
    elif trial.has_resolved:
        return  # which has changed a file, and the build takes it back
    elif life.lived.read_digest() != life.digest or life.state.conflicts != conflicts:
        trial.differences.append("undone, and yet the build changed something")


def _settle_python(
    life: Life, random: Random, trial: Trial, said: Said, words: tuple[str, ...]
) -> Said:
    """Settle what both changed in Python, for which nothing was written."""
    for _ in range(ROUNDS):
        stopped = said.codes == {"merge-stopped"}
        paths = said.list_files("conflicts") if stopped else []
        if not paths:
            return said
        for path in paths:
            side = random.choice(["theirs", "markers", "ours"])
            if path.endswith((".py", ".mako")) or not said.is_built:
                trial.may_fail |= side != "theirs"
            resolve(life, trial, path, side)
        life.note_digest()
        said = life.build(trial, *words)
        if said.is_built:
            trial.way = "stopped by a conflict, settled and built"
    return said


def settle_text(life: Life, random: Random, trial: Trial) -> None:
    """Settle what both changed in a template or another text."""
    path = random.choice(life.state.conflicts)
    resolve(life, trial, path, random.choice(["ours", "theirs", "markers"]))
    life.note_digest()
    if not life.build(trial).is_built:
        trial.differences.append(f"refused after {path} was settled")
    trial.way = "settled"


def resolve(life: Life, trial: Trial, path: str, side: str) -> None:
    """Run `dazzle resolve`; with both in the file, take what the person had."""
    place = life.lived.app / path
    _, said = life.lived.run("resolve", f"out/{life.lived.app.name}/{path}", f"--{side}")
    trial.notes.append(f"{path} --{side}")
    trial.has_resolved = True
    life.state.counts[f"resolve --{side}"] += 1
    if "rror" in said or "Traceback" in said:
        trial.differences.append(f"resolve {path} --{side}: {said}")
        return
    if side == "markers":
        text = place.read_text(encoding="utf-8")
        both = re.compile(r"^<{7} .*\n((?:.*\n)*?)={7}.*\n(?:.*\n)*?>{7} .*\n", re.MULTILINE)
        place.write_text(both.sub(r"\1", text), encoding="utf-8")
    if side == "theirs":
        _let_go(life, trial, path)


def _let_go(life: Life, trial: Trial, path: str) -> None:
    """Let go of hand edits that the person gave up; they have to be kept aside."""
    now = (life.lived.app / path).read_text(encoding="utf-8").split("\n")
    aside = life.lived.app / ".dazzle/replaced" / path
    kept = aside.read_text(encoding="utf-8").split("\n") if aside.is_file() else []
    gone = [mark for mark in life.state.marks if mark[0] == path and mark[1] not in now]
    trial.differences += [
        f"{path}: {line} isn't kept aside" for _, line in gone if line not in kept
    ]
    life.state.marks = [mark for mark in life.state.marks if mark not in gone]
    for table in life.tables if path.endswith("models.py") else ():
        fields = {(table, mark[1].split()[0]): None for mark in gone if " = models." in mark[1]}
        trial.accepted = trial.accepted.also(columns=fields)
