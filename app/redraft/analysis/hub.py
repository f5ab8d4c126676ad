# SPDX-License-Identifier: GPL-3.0-or-later
"""Who judges beside our rules in this study: which processes run, what each has been asked, what is still owed."""

from __future__ import annotations

import queue
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from redraft.analysis.framing import Message
from redraft.analysis.judges import READER, JudgeProcess, marks_of, state_of
from redraft.analysis.models import broken_models
from redraft.analysis.state import EngineState

READING = (READER,)
QUICK = ("tagger", "harper")
SLOW = ("languagetool",)
_BATCH_WORDS = {READING: 480, QUICK: 960, SLOW: 160}
"""Words in a batch: the tagger is the quicker the more of like length it has to choose from."""
_IN_FLIGHT = 2
_RESTARTS = 3


@dataclass(slots=True)
class _Asked:
    """A batch that a process was asked about; ``owing``: its judges that have not answered."""

    process: JudgeProcess
    texts: list[str]
    owing: set[str]


Hear = Callable[[JudgeProcess, Message], None]
Answer = tuple[str, list[str], list[Any]]
"""A judge, the texts, and in step what it says of each: its marks; the language model: the packed analysis."""


class Hub:
    """Keeps the judge processes of one study busy and alive. ``hear`` is given to each process as its listener."""

    def __init__(self, hear: Hear) -> None:
        self._hear = hear
        self._processes: dict[tuple[str, ...], JudgeProcess] = {}
        self._asked: dict[int, _Asked] = {}
        self._batch = 0
        self._deaths = 0
        self.wanted: tuple[str, ...] = ()
        self.states: dict[str, EngineState] = {}

    def use(self, engines: Sequence[str]) -> None:
        """Have exactly these engines judge ("builtin" stands for the learned tagger), and the language model read for
        them; where no engine is wanted it is not worth a process."""
        self.wanted = tuple("tagger" if each == "builtin" else each for each in engines)
        if self.wanted:
            self.wanted = (READER, *self.wanted)
        for group in (QUICK, SLOW, READING):
            names = tuple(each for each in group if each in self.wanted)
            self._keep(group, names)

    def reads(self) -> bool:
        """Whether paragraphs are parsed here."""
        return READER in self.wanted and self._works(READER)

    def required(self) -> tuple[str, ...]:
        """The judges whose word is waited for before a paragraph is judged."""
        return tuple(each for each in QUICK if each in self.wanted and self._works(each))

    def ready(self) -> bool:
        """Whether the judges waited for have started."""
        return all(each in self.states for each in self.required())

    def late(self) -> tuple[str, ...]:
        """The judges whose word is added when it comes."""
        return tuple(each for each in SLOW if each in self.wanted and self._works(each))

    def ask(self, texts: Iterable[str], lacking: Callable[[str, str], bool], urgent: bool = False) -> None:
        """Send the first of ``texts`` that lack a judge's word to each process that has room for more."""
        waiting = list(texts)
        for group, process in self._processes.items():
            names = [each for each in process.names if self._works(each)]
            while names and (urgent or self._in_flight(process) < _IN_FLIGHT):
                batch = self._next(process, waiting, names, lacking, _BATCH_WORDS[group])
                if not batch:
                    break
                self._batch += 1
                self._asked[self._batch] = _Asked(process, batch, set(names))
                process.ask(self._batch, batch, urgent)

    def heard(self, process: JudgeProcess, message: Message) -> Answer | None:
        """Take in a message; what it says when it is an answer. States are kept in :attr:`states`."""
        if message["type"] == "state":
            state = state_of(message)
            self.states[state.name] = state
            if state.state != "used":
                self._settle(process, state.name)
        elif message["type"] == "ended":
            self._died(process)
        elif message["type"] == "marks" and message["batch"] in self._asked:
            texts = self._asked[message["batch"]].texts
            self._settle(process, message["judge"], message["batch"])
            judge = message["judge"]
            return judge, texts, message["marks"] if judge == READER else marks_of(message)
        return None

    def report(self) -> tuple[EngineState, ...]:
        """The state of every engine there is. The learned tagger and the rules' models are part of the builtin one."""
        tagger = self.states.get("tagger")
        reasons = [tagger.reason if tagger and tagger.state == "unavailable" else "", broken_models()]
        states = [EngineState("builtin", "used", " ".join(each for each in reasons if each))]
        for name in ("harper", "languagetool"):
            if name not in self.wanted:
                states.append(EngineState(name, "off"))
            else:
                states.append(self.states.get(name, EngineState(name, "used")))
        return tuple(states)

    def busy(self) -> bool:
        """Whether an answer is owed."""
        return bool(self._asked)

    def give_up(self) -> None:
        """Do without the judges that owe an answer and do not give it."""
        for process in {id(each.process): each.process for each in self._asked.values()}.values():
            self._forget(process)
            for name in process.names:
                self.states[name] = EngineState(name, "unavailable", "It did not answer in time and was left out.")

    def close(self) -> None:
        """End all processes."""
        for process in self._processes.values():
            process.close()
        self._processes.clear()

    def _keep(self, group: tuple[str, ...], names: tuple[str, ...]) -> None:
        process = self._processes.get(group)
        if process is not None and process.names == names:
            return
        if process is not None:
            del self._processes[group]
            self._forget(process)
            process.close()
        if names:
            self._processes[group] = JudgeProcess(names, self._hear)

    def _next(
        self, process: JudgeProcess, waiting: Sequence[str], names: Sequence[str], lacking: Callable[[str, str], bool],
        size: int,
    ) -> list[str]:
        asked = {text for each in self._asked.values() if each.process is process for text in each.texts}
        batch: list[str] = []
        words = 0
        for text in waiting:
            if text in asked or not any(lacking(name, text) for name in names):
                continue
            asked.add(text)
            batch.append(text)
            words += text.count(" ") + 1
            if words >= size:
                break
        return batch

    def _in_flight(self, process: JudgeProcess) -> int:
        return sum(each.process is process for each in self._asked.values())

    def _settle(self, process: JudgeProcess, judge: str, batch: int | None = None) -> None:
        """The judge owes no answer any more: to one batch, or to any."""
        for number, each in list(self._asked.items()):
            if each.process is process and batch in (None, number):
                each.owing.discard(judge)
                if not each.owing:
                    del self._asked[number]

    def _works(self, name: str) -> bool:
        state = self.states.get(name)
        return state is None or state.state == "used"

    def _forget(self, process: JudgeProcess) -> None:
        self._asked = {batch: each for batch, each in self._asked.items() if each.process is not process}

    def _died(self, process: JudgeProcess) -> None:
        """A process ended by itself: start it again a few times, then do without."""
        group = next((key for key, each in self._processes.items() if each is process), None)
        self._forget(process)
        if group is None:
            return
        del self._processes[group]
        self._deaths += 1
        if self._deaths <= _RESTARTS:
            self._processes[group] = JudgeProcess(process.names, self._hear)
            return
        for name in process.names:
            reason = "It ended several times by itself and is left out until Redraft is started again."
            self.states[name] = EngineState(name, "unavailable", reason)


class QueuedHub(Hub):
    """A hub that puts what its processes say into ``inbox``: they may start before anybody can hear them."""

    def __init__(self) -> None:
        self.inbox: queue.Queue[tuple[JudgeProcess, Message]] = queue.Queue()
        super().__init__(lambda process, message: self.inbox.put((process, message)))
