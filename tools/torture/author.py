# SPDX-License-Identifier: GPL-3.0-or-later
"""A simulated author, beside whom a model is kept: what they see and what lies on the disk must be as the model says.

They type, undo and redo, accept and ignore findings, note, save, name states and bring them back, save under another
name; another program changes the file; the machine dies, and they take or leave what is offered. ``make torture`` has
them do ten thousand things, the tests three hundred.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from redraft.checks.finding import Finding, Severity
from redraft.formats import registry
from redraft.manuscript.restoring import restored
from redraft.manuscript.session import Change, Decision, Event
from redraft.notes.note import Note
from redraft.storage.backups import Backups
from redraft.storage.notes import NoteStore
from redraft.storage.recovery import LeftBehind, RecoveryFile, left_behind
from redraft.storage.sidecar import Sidecar
from redraft.storage.snapshots import Snapshots
from redraft.storage.states import State
from redraft.ui.saving import ChangedOnDisk
from redraft.ui.story import Story

Texts = tuple[str, ...]
WORDS = st.sampled_from(["lamp", "door", "and", "rain", "naïve", "🙂", "nobody came", "She", "was late."])
FIRST: Texts = ("The first paragraph.", "A second one.", "Third of all.", "And the last.")


@dataclass(frozen=True)
class Stood:
    """What counted at a moment: the texts, and the ids of the decisions."""

    texts: Texts
    decided: frozenset[str]


class Author(RuleBasedStateMachine):
    """See the module. Nothing here knows how anything is kept."""

    steps = 0
    seen: Texts
    unwritten: bool

    @initialize()
    def sit_down(self) -> None:
        """A story that somebody wrote, in a home of its own."""
        self.folder = Path(tempfile.mkdtemp(prefix="author-"))
        self.before = os.environ.get("REDRAFT_HOME")
        os.environ["REDRAFT_HOME"] = str(self.folder / "home")
        self.path = self.folder / "story.md"
        self.disk: Texts = FIRST
        self.path.write_text(_laid_out(FIRST), encoding="utf-8")
        self.notes: dict[str, str] = {}
        self.decided: frozenset[str] = frozenset()
        self.kept: Texts | None = None
        self.saved_states: set[Texts] = set()
        self.named: dict[str, tuple[Path, Texts]] = {}
        self.number = 0
        self._open()

    def teardown(self) -> None:
        """Leave nothing behind."""
        if hasattr(self, "folder"):
            _die(self.recovery)
            shutil.rmtree(self.folder)
            os.environ.pop("REDRAFT_HOME", None)
            if self.before is not None:
                os.environ["REDRAFT_HOME"] = self.before

    # --- what the author does ------------------------------------------------------------------------------

    @rule(data=st.data(), words=WORDS)
    def type(self, data: st.DataObject, words: str) -> None:
        """Words at the end of a paragraph."""
        at = self._any(data)
        self.story.session.replace(at, at + 1, [f"{self.texts[at]} {words}"], label="typing", initiator="author")
        self._did((*self.texts[:at], f"{self.texts[at]} {words}", *self.texts[at + 1 :]))

    @rule(data=st.data(), words=WORDS)
    def paragraph(self, data: st.DataObject, words: str) -> None:
        """A new paragraph behind another."""
        at = self._any(data)
        made = self._unique(words)
        self.story.session.replace(at, at + 1, [self.texts[at], made], label="typing", initiator="author")
        self._did((*self.texts[: at + 1], made, *self.texts[at + 1 :]))

    @rule(data=st.data())
    def cut(self, data: st.DataObject) -> None:
        """A paragraph goes."""
        if len(self.texts) > 2:
            at = self._any(data)
            self.story.session.replace(at, at + 1, [], label="cut", initiator="author")
            self._did((*self.texts[:at], *self.texts[at + 1 :]))

    @rule()
    def undo(self) -> None:
        """Take the last step back, with what was decided in it."""
        assert self.story.session.undo() == bool(self.undoable)
        if self.undoable:
            before, after = self.undoable.pop()
            self.redoable.append((before, after))
            self.texts, self.decided = before.texts, before.decided

    @rule()
    def redo(self) -> None:
        """Make it again."""
        assert self.story.session.redo() == bool(self.redoable)
        if self.redoable:
            before, after = self.redoable.pop()
            self.undoable.append((before, after))
            self.texts, self.decided = after.texts, after.decided

    @rule(data=st.data())
    def accept(self, data: st.DataObject) -> None:
        """A finding's suggestion, and with it that its word belongs to the story: one step."""
        at = self._any(data)
        word = self._unique("rogue").replace(" ", "")
        made = f"{word} {self.texts[at]}"
        decision = self.story.book.add_word(word)
        self.story.session.replace_many({at: made}, label="accept", initiator="author", decisions=[decision])
        self._did((*self.texts[:at], made, *self.texts[at + 1 :]), word)

    @rule(data=st.data())
    def ignore(self, data: st.DataObject) -> None:
        """A finding is none."""
        at = self._any(data)
        text = self.texts[at]
        finding = Finding(self._unique("check"), "style", Severity.HINT, 0, 0, len(text), text, "No.")
        self._decide(self.story.book.ignore(finding, text), finding.check)

    @rule(words=WORDS)
    def note(self, words: str) -> None:
        """A note on the whole."""
        made = self.store.notebook.add(Note("", "Ann", self._unique(words)))
        self.notes[made.id] = made.body

    @precondition(lambda self: self.notes)
    @rule(data=st.data())
    def unnote(self, data: st.DataObject) -> None:
        """A note goes."""
        id = data.draw(st.sampled_from(sorted(self.notes)))
        self.store.notebook.delete(id)
        del self.notes[id]

    @rule()
    def pause(self) -> None:
        """A second passes, and what is unsaved is on the disk."""
        self.recovery.flush(self.story.session.manuscript)
        if self.unwritten:
            self.kept, self.unwritten = self.texts, False

    @rule()
    def save(self) -> None:
        """Where another program changed the file meanwhile, nothing is saved and nothing lost."""
        try:
            self.story.save()
        except ChangedOnDisk:
            assert self.seen != self.disk
            return
        if self.texts != self.seen:
            assert self.seen == self.disk or self.texts == self.disk
            self.disk = self.texts
            self.saved_states.add(self.texts)
        self.seen = self.texts
        self._safe()

    @rule()
    def name_a_state(self) -> None:
        """A snapshot of all that there is."""
        name = self._unique("before Anna")
        state = State.of(self.story.session.manuscript, (), self.store.notebook.records)
        Snapshots.open(self.path).keep(state, name)
        self.named[name] = self.path, self.texts

    @precondition(lambda self: self.named)
    @rule(data=st.data())
    def bring_back(self, data: st.DataObject) -> None:
        """A named state, as one step."""
        name = data.draw(st.sampled_from(sorted(self.named)))
        path, texts = self.named[name]
        snapshots = Snapshots.open(path)
        held = next(each for each in snapshots.all if each.name == name)
        self._bring_back(snapshots.files(held)[0][1], texts)

    @precondition(lambda self: self.saved_states)
    @rule(data=st.data())
    def restore(self, data: st.DataObject) -> None:
        """A dated copy, as one step."""
        backups = Backups(self.path)
        if backups.all:
            data_then = backups.read(data.draw(st.sampled_from(backups.all)))
            texts = tuple(each.text for each in registry.read_bytes(data_then, "story.md").manuscript.paragraphs)
            assert texts in self.saved_states
            self._bring_back(data_then, texts)

    @rule()
    def save_as(self) -> None:
        """Under another name, and go on there with everything."""
        path = self.folder / f"{self._unique('story').replace(' ', '-')}.md"
        self.story.save_as(path)
        self.path = path
        self.store.go_on_in(path)
        self.disk = self.seen = self.texts
        self.saved_states = {self.texts}
        self._safe()

    # --- what happens to them ------------------------------------------------------------------------------

    @rule(data=st.data(), words=WORDS)
    def another_program(self, data: st.DataObject, words: str) -> None:
        """It changes a paragraph in the file, or adds one."""
        at = data.draw(st.integers(0, len(self.disk)))
        made = self._unique(words)
        self.disk = (*self.disk[:at], made, *self.disk[at + data.draw(st.integers(0, 1)) :])
        self.path.write_text(_laid_out(self.disk), encoding="utf-8")

    @precondition(lambda self: self.disk != self.seen)
    @rule()
    def notice(self) -> None:
        """The change is seen: it comes in where nothing was changed here, and is merged where something was."""
        theirs = registry.read(self.path).manuscript
        base, mine = set(self.seen), self.texts
        if not self.story.session.modified:
            assert self.story.absorb(theirs)
            found = self.disk
        else:
            assert self.story.merge(theirs) is not None
            found = tuple(each.text for each in self.story.session.paragraphs)
            assert {*mine, *self.disk} - base <= set(found), "the merge dropped what somebody wrote"
            assert set(found) <= {*mine, *self.disk}
        self.seen = self.disk
        self._did(found)

    @rule(take=st.booleans())
    def die(self, take: bool) -> None:
        """The machine stops. What was unsaved is offered, and taken or not; neither text is written over."""
        _die(self.recovery)
        left = left_behind()
        assert len(left) == (self.kept is not None)
        self.texts = self.disk
        if left:
            self._offered(left[0], take)
        else:
            self._open()

    def _offered(self, left: LeftBehind, take: bool) -> None:
        offered = left.manuscript()
        assert offered is not None and tuple(each.text for each in offered.paragraphs) == self.kept
        assert left.story == self.path
        kept = self.kept
        self._open(Story.recovered(offered) if take else None)
        left.discard()
        if take and kept is not None and kept != self.disk:
            self.recovery.note([_everything(self.story)])
            self.unwritten = True
            self._did(kept)
            self.pause()

    @rule()
    def close_and_open(self) -> None:
        """All is well, and they come back tomorrow."""
        self.recovery.safe()
        self.texts = self.disk
        self._open()

    # --- what must be so after each step -------------------------------------------------------------------

    @invariant()
    def what_they_see(self) -> None:
        """The page is as the model says; where it counts as saved, it is what the file held last."""
        if hasattr(self, "story"):
            Author.steps += 1
            assert tuple(each.text for each in self.story.session.paragraphs) == self.texts
            assert self.story.session.modified or self.texts == self.seen

    @invariant()
    def what_lies_there(self) -> None:
        """The file, the decisions, the notes and the copies are as the model says."""
        if not hasattr(self, "story"):
            return
        assert self.path.read_text(encoding="utf-8") == _laid_out(self.disk)
        sidecar, store = Sidecar.open(self.path), NoteStore.open(self.path)
        assert not sidecar.damaged and not store.damaged
        kept = {str(each.fields["check"]) for each in sidecar.records("dismissed")}
        assert kept | {each.id for each in sidecar.records("word")} == self.decided
        assert {each.id: each.body for each in store.notebook} == self.notes
        assert not Backups(self.path).damaged()
        assert {each.name for each in Snapshots.open(self.path).all} >= {
            name for name, (path, _) in self.named.items() if path == self.path}

    # --- inside --------------------------------------------------------------------------------------------

    def _open(self, story: Story | None = None) -> None:
        self.story = story or Story.read(self.path)
        self.store = NoteStore.open(self.path)
        self.recovery = RecoveryFile()
        self.story.session.subscribe(self._heard)
        self.seen = self.disk
        self.texts = self.disk
        self.kept, self.unwritten = None, False
        self.undoable: list[tuple[Stood, Stood]] = []
        self.redoable: list[tuple[Stood, Stood]] = []

    def _heard(self, event: Event) -> None:
        self.recovery.note(event.changes)
        self.unwritten = self.unwritten or bool(event.changes)

    def _did(self, texts: Texts, decided: str = "") -> None:
        before = Stood(self.texts, self.decided)
        self.texts = texts
        self.decided |= {decided} if decided else set()
        if texts != before.texts or decided:
            self.undoable.append((before, Stood(texts, self.decided)))
            self.redoable.clear()

    def _decide(self, decision: Decision, id: str) -> None:
        self.story.session.replace_many({}, label="ignore", initiator="author", decisions=[decision])
        self._did(self.texts, id)

    def _bring_back(self, data: bytes, texts: Texts) -> None:
        then = registry.read_bytes(data, "story.md").manuscript
        assert tuple(each.text for each in then.paragraphs) == texts
        back = restored(self.story.session.paragraphs, then.paragraphs, rich=False)
        self.story.session.bring_back(back, label="bring back", initiator="author")
        self._did(texts)

    def _safe(self) -> None:
        self.recovery.safe()
        self.kept, self.unwritten = None, False

    def _any(self, data: st.DataObject) -> int:
        return data.draw(st.integers(0, len(self.texts) - 1))

    def _unique(self, words: str) -> str:
        self.number += 1
        return f"{words} {self.number}"


def _laid_out(texts: Texts) -> str:
    return "\n\n".join(texts) + "\n"


def _die(recovery: RecoveryFile) -> None:
    """What the end of a process does to its open files, and nothing else."""
    if recovery._stream is not None:
        recovery._stream.close()
    if recovery._lock is not None:
        recovery._lock._stream.close()


def _everything(story: Story) -> Change:
    paragraphs = tuple(story.session.paragraphs)
    return Change(0, paragraphs, paragraphs)


def play(steps: int) -> int:
    """Have the author do so many things, beginning anew every hundred; how many were done, and all was well."""
    Author.steps = 0
    run_state_machine_as_test(Author, settings=settings(
        max_examples=max(1, steps // 100), stateful_step_count=100, deadline=None, derandomize=True, database=None,
        phases=(Phase.generate,), report_multiple_bugs=False))
    return Author.steps


