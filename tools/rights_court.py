"""Where mutants of what decides upon rights are judged."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import local

from tests.projects import ROOT, BuiltProject
from tests.rules.ruled_apps import MANIFEST
from tools import rights_worlds
from tools.compiler_mutants import judge_compiled
from tools.judging_processes import JudgingProcess
from tools.rights_mutants import SUBJECTS, EmittedMutant
from tools.rights_worlds import ATTEMPTED

RULED, COMPILER = ("ruled", "wide"), "compiler"


class Court:
    """The apps in which mutants are judged, and the processes that judge them there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.apps = rights_worlds.build_apps(folder)
        self.local = local()
        self.processes: list[JudgingProcess] = []

    def find_process(self, name: str) -> JudgingProcess:
        """The process of this thread in an app, or that of the compiler."""
        found = vars(self.local)
        if name not in found:
            found[name] = self.make_process(name)
            self.processes.append(found[name])
        process: JudgingProcess = found[name]
        return process

    def make_process(self, name: str) -> JudgingProcess:
        if name == COMPILER:
            said = (str(self.apps[each].folder.parent / MANIFEST) for each in RULED)
            return JudgingProcess(ROOT, "compiler", *said)
        folder = self.apps[name].folder
        if name == ATTEMPTED:
            return JudgingProcess(folder, "trials", str(rights_worlds.find_table()))
        return JudgingProcess(folder, "rules", str(folder.parent / MANIFEST))

    def judge(self, mutant: EmittedMutant, stage: int) -> str:
        """Who notices a mutant first, of those who come at a stage; `unnoticed` if others come."""
        with TemporaryDirectory(dir=self.folder) as text:
            judge = self.judge_later if stage else self.judge_first
            return judge(mutant, Path(text))

    def judge_first(self, mutant: EmittedMutant, folder: Path) -> str:
        """Let interpreters of rules judge, and what people try by hand."""
        subject = SUBJECTS[mutant.subject]
        said = {"place": mutant.place, "function": mutant.function, "source": mutant.source}
        if not subject.app:
            worlds = {each: (self.apps[each], self.find_process(each)) for each in RULED}
            return judge_compiled(said, self.find_process(COMPILER), worlds, folder)
        for name, word in subject.judges.items():
            answer = self.find_process(name).ask({**said, "rights": name == "wide"})
            if "timeout" in answer:
                return "timeout"
            if answer.get("noticed") or "error" in answer:
                return word
        return "unnoticed 1"

    def judge_later(self, mutant: EmittedMutant, folder: Path) -> str:
        """Let those judge who begin with nothing loaded."""

        @cache
        def plant(name: str) -> BuiltProject:
            files = {mutant.place: mutant.source}
            return rights_worlds.plant(self.apps[name], files, folder / name)

        return rights_worlds.judge(plant, SUBJECTS[mutant.subject].later)

    def close(self) -> None:
        """End the processes."""
        for each in self.processes:
            each.close()
