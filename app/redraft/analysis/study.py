# SPDX-License-Identifier: GPL-3.0-or-later
"""The analysis of one open manuscript, in slices: what is most urgent first, and always from the latest text.

Three kinds of work, in this order: paragraphs the author has just changed or looks at; evidence on all others;
judging every paragraph with the facts of the whole story. The judges are asked first about the sample that gives the
first impression; so the facts are known as soon as all is parsed, and every paragraph is judged but once, when the
judges have answered on it. Only what is urgent is judged before, with the facts known so far.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import islice
from typing import Any

from redraft.analysis.codec import to_plain
from redraft.analysis.differences import concern_all, of_the_whole, touched
from redraft.analysis.evidence import Library
from redraft.analysis.hub import Answer, Hub
from redraft.analysis.judges import READER
from redraft.analysis.keeping import Keeper, whole_result
from redraft.analysis.notices import Notices
from redraft.analysis.pieces import Ledger
from redraft.analysis.results import Results
from redraft.analysis.schedule import Schedule
from redraft.analysis.state import EngineState
from redraft.analysis.survey import Facts, People, Snapshot, Survey, facts, passage, refreshed, sampled
from redraft.analysis.verdicts import Verdicts
from redraft.checks.catalogue import catalogue
from redraft.checks.check import Check
from redraft.checks.finding import Finding
from redraft.checks.runner import Fault, findings
from redraft.manuscript.model import Paragraph
from redraft.manuscript.outline import Outline
from redraft.storage.decisions import Decisions

Tell = Callable[..., None]
StartSurvey = Callable[["Study", Snapshot, Sequence[Check]], None]
StartPeople = Callable[["Study", Snapshot, Facts], None]
_SLICE_WORDS, _SHORT_SLICE_WORDS = 320, 80
"""Words parsed at once; the fewer while the judges owe an answer on something urgent."""
_SLICE_SECONDS = 0.04
_RECALLED_AT_ONCE = 60
_LOOKED_AHEAD = 120
_URGENT_AT_ONCE = 8
_FEW, _MANY, _TIMES = 20, 320, 4
"""Facts so far are worked out anew each time that so many times as much has been read, between so many paragraphs:
later an edit would have to wait for it, and the facts of the whole are near."""


class Study:
    """Holds one manuscript's analysis and takes it further, a slice a call of :meth:`step`.

    ``tell(type, **fields)`` hears what is new, in the words of the pipe. ``start_survey(study, snapshot, checks)``
    has the whole story surveyed, now or in another thread, and brings its facts to :meth:`take_facts`, then the
    rest to :meth:`surveyed`. ``start_people(study, snapshot, facts)`` brings the people alone to :meth:`met`, soon
    after an edit.
    """

    def __init__(
        self, library: Library, hub: Hub, tell: Tell, start_survey: StartSurvey,
        start_people: StartPeople | None = None,
    ) -> None:
        self._library, self._hub, self._tell = library, hub, tell
        self._start_survey, self._start_people = start_survey, start_people
        self._results: Results | None = None
        self.paragraphs: list[Paragraph] = []
        self.decisions = Decisions()
        self.hung: frozenset[str] = frozenset()
        self._reset()

    def keep_results(self, results: Results) -> None:
        """From now on show a result at once that was kept earlier, and keep each when it is whole."""
        self._results = results

    def _reset(self) -> None:
        self.facts: Facts | None = None
        self.survey: Survey | None = None
        self._verdicts = Verdicts()
        self.faults: dict[str, str] = {}
        self._notices = Notices(self._tell)
        self._complete = False          # the facts are those of the whole, wholly parsed story
        self._schedule = Schedule()
        self._urgent: deque[int] = deque()
        self._facts_at = _FEW           # so many paragraphs had been parsed when the facts so far were worked out
        self._early: list[int] = []     # judged on sight, before the judges had started
        self._unrecalled: deque[int] = deque()
        self._unparsed: deque[int] = deque()
        self._unmarked: deque[int] = deque()
        self._unjudged: deque[int] = deque()
        self._told_progress = (-1, -1)
        self._by_id: dict[int, Paragraph] = {}
        self._snapshot_now: Snapshot | None = None
        self._index_of: dict[int, int] = {}
        self._progress_at = 0.0
        self._keeper = Keeper(self._results)
        self._outline: Outline | None = None    # as it was told last
        self._ledger = Ledger()         # what the window has been told of the survey

    # --- what happens --------------------------------------------------------------------------------------

    def open(self, paragraphs: Sequence[Paragraph], decisions: Decisions, engines: Sequence[str]) -> None:
        """Study another manuscript."""
        self._reset()
        self.paragraphs = list(paragraphs)
        self._by_id = {each.id: each for each in paragraphs}
        self.decisions = decisions
        self._library.keep_only(each.text for each in paragraphs)
        self._hub.use(engines)
        ids = [each.id for each in paragraphs]
        self._unrecalled, self._unparsed = deque(ids), deque(ids)
        self._unmarked = deque([*(ids[each] for each in sampled(len(ids))), *ids])
        self._tell_engines()
        self._notices.lengths(paragraphs)
        self._restore()

    def _restore(self) -> None:
        """Show what an earlier analysis of this very manuscript came to; the work goes on quietly behind it."""
        for message in self._keeper.find(self.paragraphs, self.decisions, self._hub.wanted):
            self._ledger.told(message)
            self._tell(**message)

    def _keep(self) -> None:
        """Keep the whole result, once, when there is nothing left to do."""
        if self.finished:
            self._keeper.keep(self.paragraphs, self.decisions, self._hub.wanted, self._everything)

    def _everything(self) -> list[dict[str, Any]]:
        assert self.facts is not None
        return whole_result(self.facts.outline, self._verdicts.items(self.paragraphs), self.survey)

    def edit(self, index: int, removed: int, inserted: Sequence[Paragraph]) -> None:
        """Paragraphs from ``index`` on gave way to others; those are judged before everything else."""
        for each in self.paragraphs[index : index + removed]:
            self._by_id.pop(each.id, None)
        self.paragraphs[index : index + removed] = inserted
        self._snapshot_now = None
        for each in inserted:
            self._by_id[each.id] = each
            self._urgent.append(each.id)
            self._unparsed.appendleft(each.id)
            self._unmarked.appendleft(each.id)
        self._notices.lengths(inserted)
        self._schedule.edited()

    def decide(self, decisions: Decisions) -> None:
        """The author decided something."""
        old, self.decisions = self.decisions, decisions
        if (old.rules_off, old.own_words) != (decisions.rules_off, decisions.own_words) and self.facts:
            story = replace(self.facts.story, own_words=frozenset(each.lower() for each in decisions.own_words))
            self.facts = replace(self.facts, story=story)
            self._unjudged = deque(each.id for each in self.paragraphs)
        if of_the_whole(old) != of_the_whole(decisions):
            self._schedule.decided()

    def use_engines(self, engines: Sequence[str]) -> None:
        """Other judges from now on."""
        self._hub.use(engines)
        self._unmarked = deque(each.id for each in self.paragraphs)
        self._unjudged = deque(each.id for each in self.paragraphs)
        self._tell_engines()

    def visible(self, first: int, last: int) -> None:
        """Paragraphs ``first``–``last`` (indices) are on screen."""
        for each in reversed(self.paragraphs[max(0, first) : last + 1]):
            if self._verdicts.current(each) is None:
                self._urgent.appendleft(each.id)
                self._unmarked.appendleft(each.id)

    def heard(self, answer: Answer | None) -> None:
        """A judge answered (or only its state changed)."""
        if answer is None:
            self._tell_engines()
            return
        judge, texts, marks = answer
        if judge == READER:
            self._library.take_analyses(texts, marks)
            return
        self._library.take_marks(judge, texts, marks)
        for number in [each for each in self._early if each in self._by_id and self._marked(self._by_id[each])]:
            self._early.remove(number)
            self._verdicts.forget(number)
            self._urgent.append(number)
        if judge in self._hub.late():
            changed = {text for text, each in zip(texts, marks, strict=True) if each}
            self._unjudged.extend(each.id for each in self.paragraphs if each.text in changed)

    def surveyed(self, snapshot: Snapshot, known: Facts, seen: Survey) -> None:
        """The survey of a snapshot is there."""
        self._schedule.end()
        self._keeper.changed()
        self.survey = seen
        self._note(seen.faults)
        changed = self._verdicts.surveyed(seen.findings, {each.id: each.text for each in snapshot.paragraphs})
        self._tell_findings(changed)
        self._tell_parts(scenes=seen.reading, cast=seen.cast, continuity=seen.continuity)

    def met(self, known: Facts, seen: People) -> None:
        """The people of the story are there, as they are after an edit."""
        self._schedule.end()
        if self.survey is not None:
            self.survey = replace(self.survey, cast=seen.cast, continuity=seen.continuity)
        self._tell_outline(known.outline)
        self._tell_parts(cast=seen.cast, continuity=seen.continuity)

    def survey_stopped(self) -> None:
        """The survey was given up for an edit; it begins again when the author rests."""
        self._schedule.end(stopped=True)

    @property
    def moved_on(self) -> Callable[[], bool]:
        """What tells, in any thread, whether to give up the look that goes on because the story was edited since."""
        schedule = self._schedule
        return lambda: schedule.gives_way

    def take_facts(self, snapshot: Snapshot, known: Facts) -> None:
        """The facts of the whole story are there: judge again every paragraph that they may concern."""
        if len(snapshot.paragraphs) != len(self.paragraphs):
            known = refreshed(known, self._snapshot())
        old, self.facts = self.facts, known
        if old is None or not self._complete or concern_all(old, known):
            self._unjudged = deque(each.id for each in self.paragraphs)
        else:
            self._unjudged.extend(touched(old, known, snapshot))
        self._complete = True
        self._notices.language(known.story.english)
        self._tell_outline(known.outline)

    def _tell_outline(self, found: Outline) -> None:
        """Tell the outline unless it is as before: it is long, and the page is laid by it."""
        if found != self._outline:
            self._outline = found
            self._tell("story", part="outline", value=to_plain(found))

    def survey_failed(self, error: str) -> None:
        """The survey broke: findings go on, the panels keep what they had."""
        self._schedule.end()
        self.faults["survey"] = error
        self._tell("fault", sentence="Cast, continuity and scene figures could not be worked out just now; "
                                     "the marks in the text go on.")

    # --- the work ------------------------------------------------------------------------------------------

    def step(self) -> bool:
        """Do the most urgent slice of work; False when there is none to do now (judges may still owe answers)."""
        self._ask()
        worked = (
            self._recall() or self._do_urgent() or self._parse() or self._meet() or self._survey_now() or self._judge()
        )
        self._tell_progress()
        if not worked:
            self._keep()
        return worked

    @property
    def finished(self) -> bool:
        """Whether nothing is left to do or to wait for."""
        waiting = self._unmarked or self._hub.busy() or self._schedule.waiting
        return self._idle() and not waiting

    def wait_seconds(self) -> float | None:
        """How long one may wait for news before :meth:`step` has something to do again; None: for ever."""
        return self._schedule.wait_seconds()

    def _idle(self) -> bool:
        return not (self._urgent or self._unparsed or self._unjudged or not self._complete)

    def _recall(self) -> bool:
        """Take from disk what an earlier analysis left, some paragraphs at a time."""
        if not self._unrecalled:
            return False
        some = [self._unrecalled.popleft() for _ in range(min(_RECALLED_AT_ONCE, len(self._unrecalled)))]
        self._library.recall(self._texts(some), (*self._hub.required(), *self._hub.late()))
        return True

    def _do_urgent(self) -> bool:
        """Parse and judge what the author has just written or looks at, with the facts known so far."""
        if not self._urgent:
            return False
        started = time.monotonic()
        waiting: list[int] = []
        worked = False
        while self._urgent and time.monotonic() - started < _SLICE_SECONDS:
            paragraph = self._by_id.get(self._urgent.popleft())
            if paragraph is None or paragraph.id in waiting or self._verdicts.current(paragraph) is not None:
                continue
            if not self._read(paragraph):
                if self._hub.reads():
                    waiting.append(paragraph.id)
                    continue
                self._library.parse([paragraph.text])
                worked = True
            marked = self._marked(paragraph)
            if marked or not self._hub.ready():
                self._judge_one(paragraph.id)
                worked = True
            if not marked:
                (waiting if self._hub.ready() else self._early).append(paragraph.id)
        self._hub.ask(self._texts(waiting), self._lacking, urgent=True)
        self._urgent.extend(waiting)
        return worked

    def _parse(self) -> bool:
        """Parse the next paragraphs in reading order, unless the language model has a process that does."""
        while self._unparsed and self._needs_no_parse(self._unparsed[0]):
            self._unparsed.popleft()
        if self._hub.reads():
            return False
        batch: list[str] = []
        size = 0
        while self._unparsed and size < (_SHORT_SLICE_WORDS if self._urgent else _SLICE_WORDS):
            paragraph = self._by_id.get(self._unparsed.popleft())
            if paragraph is not None and self._library.of(paragraph.text).analysis is None:
                batch.append(paragraph.text)
                size += paragraph.text.count(" ") + 1
        self._library.parse(batch)
        return bool(batch)

    def _survey_now(self) -> bool:
        """Work out the facts of the whole, once all is parsed and the sample marked, and have the story surveyed."""
        due = self._schedule.is_due("everything") or not (self._complete or self._schedule.running)
        if self._unparsed or not due or not self._sample_marked():
            return False
        self._library.parse([each.text for each in self.paragraphs])
        self._schedule.begin("everything")
        self._start_survey(self, self._snapshot(), self._checks())
        return True

    def _meet(self) -> bool:
        """Look at the people alone, once all is parsed after an edit."""
        if self._start_people is None or self.facts is None or not self._complete or self._unparsed:
            return False
        if not self._schedule.is_due("people"):
            return False
        self._schedule.begin("people")
        self._start_people(self, self._snapshot(), self.facts)
        return True

    def _judge(self) -> bool:
        """Judge the next paragraphs in reading order that are marked, with the facts of the whole."""
        if not self._complete or not self._unjudged:
            return False
        started = time.monotonic()
        done: list[int] = []
        while self._unjudged and time.monotonic() - started < _SLICE_SECONDS:
            paragraph = self._by_id.get(self._unjudged[0])
            if paragraph is not None and not (self._read(paragraph) and self._marked(paragraph)):
                break
            self._unjudged.popleft()
            if paragraph is not None:
                self._judge_one(paragraph.id, tell=False)
                done.append(paragraph.id)
        self._tell_findings(done)
        return bool(done)

    def _judge_one(self, number: int, tell: bool = True) -> None:
        self._know_enough()
        assert self.facts is not None
        paragraph = self._by_id[number]
        evidence = self._library.of(paragraph.text)
        if evidence.analysis is None:
            self._library.parse([paragraph.text])
        snapshot = self._snapshot()
        seen = passage(snapshot, self.facts, self._index_of[number])
        faults: list[Fault] = []
        found = findings(paragraph, evidence.reading, seen, self._checks(), faults)
        self._note(faults)
        self._verdicts.judged(paragraph, found)
        if tell:
            self._tell_findings([number])

    def _know_enough(self) -> None:
        """Facts from what is parsed so far; after an edit that changed the count of paragraphs, new scenes."""
        parsed = min(len(self.paragraphs) - len(self._unparsed), _MANY)
        if not self._complete and parsed >= _TIMES * self._facts_at:
            self._facts_at, self.facts = parsed, None
        if self.facts is not None and len(self.facts.outline.kinds) == len(self.paragraphs):
            return
        snapshot = self._snapshot()
        known = facts(snapshot, habits=False) if self.facts is None else refreshed(self.facts, snapshot)
        self.facts = known
        self._tell_outline(known.outline)

    @property
    def notices(self) -> tuple[str, ...]:
        """Sentences for the author on the manuscript as a whole."""
        return self._notices.said

    # --- looking things up ---------------------------------------------------------------------------------

    def _snapshot(self) -> Snapshot:
        if self._snapshot_now is None or self._snapshot_now.decisions is not self.decisions:
            evidence = tuple(self._library.of(each.text) for each in self.paragraphs)
            self._snapshot_now = Snapshot(tuple(self.paragraphs), evidence, self.decisions)
            self._index_of = {each.id: index for index, each in enumerate(self.paragraphs)}
        return self._snapshot_now

    def _checks(self) -> tuple[Check, ...]:
        return _without(frozenset(self.decisions.rules_off) | self.hung | frozenset(self.faults))

    def _texts(self, numbers: Iterable[int]) -> list[str]:
        return [self._by_id[each].text for each in numbers if each in self._by_id]

    def _lacking(self, judge: str, text: str) -> bool:
        if judge == READER:
            return self._library.of(text).analysis is None
        evidence = self._library.of(text)
        return judge not in evidence.marks and bool(evidence.reading.text.strip())

    def _marked(self, paragraph: Paragraph) -> bool:
        return not any(self._lacking(judge, paragraph.text) for judge in self._hub.required())

    def _read(self, paragraph: Paragraph) -> bool:
        return self._library.of(paragraph.text).analysis is not None

    def _needs_no_parse(self, number: int) -> bool:
        paragraph = self._by_id.get(number)
        return paragraph is None or self._read(paragraph)

    def _sample_marked(self) -> bool:
        return all(self._marked(self.paragraphs[each]) for each in sampled(len(self.paragraphs)))

    def _ask(self) -> None:
        """Have the judges read what is urgent at once, and keep them busy with the first others that they have not."""
        self._hub.ask(self._texts(islice(self._urgent, _URGENT_AT_ONCE)), self._lacking, urgent=True)
        judges = (*self._hub.required(), *self._hub.late())
        while self._unmarked:
            paragraph = self._by_id.get(self._unmarked[0])
            if paragraph is not None and any(self._lacking(each, paragraph.text) for each in judges):
                break
            self._unmarked.popleft()
        self._hub.ask(self._texts(islice(self._unmarked, _LOOKED_AHEAD)), self._lacking_marks)
        self._hub.ask(self._texts(islice(self._unparsed, _LOOKED_AHEAD)), self._lacking_parse)

    def _lacking_marks(self, judge: str, text: str) -> bool:
        return judge != READER and self._lacking(judge, text)

    def _lacking_parse(self, judge: str, text: str) -> bool:
        return judge == READER and self._lacking(judge, text)

    # --- telling -------------------------------------------------------------------------------------------

    def found(self, number: int) -> list[Finding]:
        """The findings of a paragraph: of its own and of the whole story, without overlaps."""
        return self._verdicts.of(self._by_id[number])

    def _tell_findings(self, numbers: Iterable[int]) -> None:
        items = self._verdicts.items(self._by_id[each] for each in numbers if each in self._by_id)
        if items:
            self._tell("findings", items=items)

    def _tell_parts(self, **parts: object) -> None:
        """Tell these parts of the story, as far as they are not known."""
        for part, value in parts.items():
            for message in self._ledger.messages(part, value):
                self._ledger.told(message)
                self._tell(**message)

    def _tell_progress(self) -> None:
        if not self.finished and time.monotonic() < self._progress_at + 0.1:
            return
        self._progress_at = time.monotonic()
        total = self._words([each.id for each in self.paragraphs])
        left = self._words(self._unparsed) + (total if not self._complete else self._words(self._unjudged))
        now = (total if self._idle() or self._keeper.restored else total - min(total, left // 2), total)
        if now != self._told_progress:
            self._told_progress = now
            self._tell("progress", done=now[0], total=total)

    def _words(self, numbers: Iterable[int]) -> int:
        return sum(len(self._by_id[each].text) for each in numbers if each in self._by_id) // 6

    def _tell_engines(self) -> None:
        self._tell("engines", value=to_plain(self.engines()))

    def engines(self) -> tuple[EngineState, ...]:
        """The state of every engine that was asked for; the learned tagger is part of the builtin one."""
        return self._hub.report()

    def _note(self, faults: Iterable[Fault]) -> None:
        """Leave a rule that failed out of this text from now on, and say so once."""
        for each in faults:
            if each.check not in self.faults:
                self.faults[each.check] = each.error
                self._tell("left_out", check=each.check, why="raised")


@lru_cache(maxsize=2)
def _without(off: frozenset[str]) -> tuple[Check, ...]:
    return tuple(each for each in catalogue() if each.id not in off)
