# SPDX-License-Identifier: GPL-3.0-or-later
"""The window of a story's history: the line of time on the left, what a state holds on the right, and what may be done.

Everything is read in threads; the list is there at once, and what changed in each state follows, the newest first.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import zip_longest
from pathlib import Path
from time import sleep

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QMenu, QWidget

from redraft.manuscript.model import Manuscript
from redraft.manuscript.session import Decision
from redraft.notes.notebook import Notebook
from redraft.storage.history import Kind, Moment, moments
from redraft.storage.snapshots import Snapshots, untitled
from redraft.storage.states import State
from redraft.ui.context import Bus
from redraft.ui.dialogs.redline import rows as redline_rows
from redraft.ui.dialogs.redline import table
from redraft.ui.history import deeds
from redraft.ui.history.deeds import Back, Then
from redraft.ui.history.layout import Widgets
from redraft.ui.history.lines import BROKEN, UNREADABLE, Day, Line, changes_of, key, rows, spoken, title, when_said
from redraft.ui.jobs import Jobs, Progress
from redraft.ui.keeping import Keeping
from redraft.ui.messages import Answer
from redraft.ui.panels.lists import deed, offer
from redraft.ui.panels.models import ROW, Index, ListModel
from redraft.ui.panels.words import plural
from redraft.ui.story import Story
from redraft.ui.throttle import Throttle
from redraft.ui.versions import Version

_PAUSE = 0.2
_known: dict[str, str] = {}
"""What changed between two states, by :func:`key`, until the program ends: states never change."""
_SETTLED = 1500
"""Milliseconds without a key after which what changed up to now is told anew."""
_MOST = 60
"""Differences that are shown beside the list; the window that compares shows all."""


@dataclass(frozen=True, slots=True)
class Serving:
    """What the window needs of the editor. ``journal`` is the file of what is not saved yet; ``compare`` opens the
    window that compares, with the versions and which two are chosen; ``say`` tells a sentence over the page; while the
    author is ``typing``, threads wait; ``reading`` says why the story is only read here, "" where it is not."""

    story: Callable[[], Story]
    notes: Callable[[], Notebook]
    keeping: Keeping
    bus: Bus
    journal: Callable[[], Path]
    compare: Callable[[Sequence[Version], int, int], None]
    say: Callable[[str], None]
    typing: Callable[[], bool] = lambda: False
    reading: Callable[[], str] = lambda: ""


class MomentModel(ListModel[Day | Line]):
    """The line of time; days are passed over by the keyboard."""

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Only moments can be chosen."""
        if isinstance(index.data(ROW), Day):
            return Qt.ItemFlag.ItemNeverHasChildren
        return super().flags(index)


class HistoryWindow(QDialog):
    """Shows the history of the story at hand. It stays open beside the page."""

    def __init__(self, serving: Serving, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._serving = serving
        self._story = serving.story()
        self._moments: list[Moment] = []
        self._changes: dict[str, str] = {}
        self._then: Then | None = None
        self.setWindowTitle(f"History: {self._story.title}")
        self.resize(1040, 680)
        self.listing, self.reading, self.doing = Jobs(self), Jobs(self), Jobs(self)
        self._soon = Throttle(self.refresh, _SETTLED, self, restart=True)
        self.parts = Widgets(self)
        self.model = MomentModel(spoken, self)
        self.parts.list.setModel(self.model)
        self._connect()
        self.refresh()
        self.parts.list.setFocus()

    @property
    def path(self) -> Path:
        """By what the story's states are found."""
        return self._story.path or untitled()

    # --- what is there -------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read the line of time anew."""
        story, path = self._story, self.path
        own = self._serving.journal() if story.path is None else None
        present, known = story.session.manuscript, dict(_known)
        typing = self._serving.typing
        found: list[Moment] = []
        told: dict[str, str] = {}

        def read(progress: Progress) -> None:
            found.extend(moments(path, own))
            progress.at(0, len(found) + 1)
            for done, (mark, sentence) in enumerate(changes_of(found, present, known), 1):
                told[mark] = sentence
                progress.at(done, len(found) + 1)
                while typing():  # a busy thread slows every key
                    sleep(_PAUSE)
                    progress.at(done, len(found) + 1)

        self.parts.busy.show()
        self._listed = (found, told)
        self.listing.run(read, lambda _: self._all_read(), self._failed)

    def _progressed(self, done: int, total: int) -> None:
        found, told = self._listed
        self._moments, self._changes = list(found), dict(told)
        self._show()

    def _all_read(self) -> None:
        self._progressed(0, 0)
        self.parts.busy.hide()
        for later, earlier in zip_longest(self._moments, self._moments[1:]):
            told = self._changes.get(later.id, "")
            if told not in ("", BROKEN, UNREADABLE):
                _known[key(later, earlier)] = told
        self._preview()

    def _show(self) -> None:
        chosen = self.moment
        shown = rows(self._moments, self._changes, self._changes.get("", ""))
        if not self.model.show(shown) and self.parts.list.currentIndex().isValid():
            return
        places = [place for place, row in enumerate(shown) if isinstance(row, Line)
                  and (row.moment.id if row.moment else "") == (chosen.id if chosen else "")]
        current = self.parts.list.currentIndex().row()
        if places and current != places[0]:
            self.parts.list.setCurrentIndex(self.model.index(places[0]))
        self.parts.count.setText(plural(len(self._moments), "earlier state"))

    @property
    def moment(self) -> Moment | None:
        """The state that is chosen; None: the present."""
        row = self.parts.list.currentIndex().data(ROW)
        return row.moment if isinstance(row, Line) else None

    # --- what a state holds --------------------------------------------------------------------------------

    def _chosen(self, index: QModelIndex) -> None:
        row = index.data(ROW)
        if isinstance(row, Day):
            return
        self._then = None
        self.parts.scope.clear()
        self._enable()
        moment = self.moment
        if moment is None:
            self.parts.show_nothing(bool(self._moments), self._story.path is not None)
            return
        self.parts.view.clear()
        self.parts.head.setText(f"{title(moment)}, {when_said(moment)}")
        self.reading.run(lambda _: deeds.read(moment), self._have, self._broken)

    def _have(self, then: Then) -> None:
        self._then = then
        self.parts.offer_scenes(then.scenes)
        self._enable()
        self._preview()

    def _preview(self) -> None:
        """Show what would differ if the chosen part came back."""
        moment, then, now = self.moment, self._then, self._story.session.manuscript
        if moment is None or then is None:
            return
        scene, rich = max(self.parts.scope.currentIndex(), 0), self._story.is_rich

        def made(_: Progress) -> tuple[str, int]:
            paragraphs = deeds.back(now, then, moment, scene, rich=rich).paragraphs
            return differing(now.with_paragraphs(paragraphs), now)

        self.reading.run(made, lambda found: self.parts.show_differences(*found), self._broken)

    def _broken(self, sentence: str) -> None:
        self.parts.view.setPlainText(sentence)
        self._enable()

    def _enable(self) -> None:
        ready, present = self._then is not None, self.moment is None
        for each in (self.parts.compare, self.parts.copy, self.parts.back, self.parts.scope):
            each.setEnabled(ready)
            each.setVisible(not present)

    # --- what an author does -------------------------------------------------------------------------------

    def keep(self) -> None:
        """Keep the present state under the name that was typed."""
        name = self.parts.name.text().strip()
        if not name:
            self.parts.notices.say("Type a name first, such as “before Anna’s notes”.")
            self.parts.name.setFocus()
            return
        self._serving.keeping.name(name)
        self.parts.name.clear()

    def keep_for_good(self) -> None:
        """Keep the chosen state under a name, so that it is never thinned out."""
        moment, path = self.moment, self.path
        if moment is None or moment.kind is Kind.NAMED:
            return
        name = self.parts.name.text().strip() or f"{title(moment)}, {when_said(moment)}"
        self.parts.name.clear()

        def made(_: Progress) -> None:
            snapshots = Snapshots.open(path)
            state = State(moment.files()) if moment.snapshot is None else snapshots.state(moment.snapshot)
            snapshots.keep(state, name)

        self.doing.run(made, lambda _: self._kept(""), self._failed)

    def bring_back(self) -> None:
        """The chosen state, or one scene of it, comes back on the page; where its decisions or notes differ from those
        of now, they are asked about first."""
        moment, held = self.moment, self._serving.reading()
        if moment is None or self._then is None:
            return
        if held:
            self.parts.notices.say(held, stay=True)
            return
        story, notes, path = self._story, self._serving.notes(), self.path
        if self.parts.scope.currentIndex() > 0 or moment.snapshot is None:
            self._bring_back(())
            return
        self.doing.run(lambda _: deeds.decisions(story, notes, path, moment), self._ask, self._failed)

    def _ask(self, found: list[Decision]) -> None:
        if not found:
            self._bring_back(())
            return
        self.parts.notices.ask(
            f"Then you had {plural(len(found), 'decision or note', 'decisions and notes')} that you have changed or "
            "deleted since. They can come back with the text; none that you made since is dropped.",
            (Answer("The text alone", partial(self._bring_back, ())),
             Answer("Text, decisions and notes", partial(self._bring_back, found))))

    def _bring_back(self, decided: Sequence[Decision]) -> None:
        moment, then, story = self.moment, self._then, self._story
        if moment is None or then is None:
            return
        now, revision, rich = story.session.manuscript, story.session.revision, story.is_rich
        scene = max(self.parts.scope.currentIndex(), 0)

        def put(made: Back) -> None:
            if story.session.revision != revision or self._serving.story() is not story:
                self._failed("The text changed meanwhile, and nothing was brought back. Try again.")
                return
            if list(made.paragraphs) == list(now.paragraphs) and not decided:
                self.parts.notices.say("Here the words are the same as now; nothing was changed.")
                return
            if not story.session.may_change(deeds.INITIATOR):
                self._failed("The story is only read in this window, so nothing was brought back.")
                return
            self._serving.keeping.before(made.label)
            story.session.bring_back(made.paragraphs, label=made.label, initiator=deeds.INITIATOR, decisions=decided)
            self._serving.say(made.sentence)
            self.parts.notices.say(made.sentence)

        self.doing.run(lambda _: deeds.back(now, then, moment, scene, rich=rich), put, self._failed)

    def compare(self) -> None:
        """Open the window that compares, with the chosen state and the present."""
        moment = self.moment
        if moment is not None:
            place = self._moments.index(moment) + 1
            self._serving.compare(deeds.versions(self._story, self._moments), place, 0)

    def save_copy(self) -> None:
        """Ask for a name, and write the chosen state there exactly as its file was."""
        moment, path = self.moment, self._story.path
        if moment is None:
            return
        own = path or Path.home() / "Untitled.md"
        suggestion = own.with_name(f"{own.stem} {when_said(moment).replace(':', '.')}{own.suffix}")
        name, _ = QFileDialog.getSaveFileName(self, "Save a Copy of This State", str(suggestion))
        if not name:
            return
        if path is not None and Path(name).absolute() == path.absolute():
            self.parts.notices.say("That is the story itself. Give the copy another name.", stay=True)
            return
        self.doing.run(lambda _: deeds.save_copy(moment.files(), Path(name)), self.parts.notices.say, self._failed)

    def throw_away(self) -> None:
        """Ask whether a state that the author named is not wanted any more."""
        moment = self.moment
        if moment is not None and moment.kind is Kind.NAMED:
            self.parts.notices.ask(f"Throw “{moment.title}” away? It cannot be had back.", (
                Answer("Keep it", lambda: None), Answer("Throw it away", partial(self._remove, moment))))

    def _remove(self, moment: Moment) -> None:
        path, snapshot = self.path, moment.snapshot
        if snapshot is not None:
            self.doing.run(lambda _: Snapshots.open(path).remove(snapshot), lambda _: self.refresh(), self._failed)

    # --- inside --------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        parts = self.parts
        self.listing.progressed.connect(self._progressed)
        parts.list.selectionModel().currentChanged.connect(lambda index, _: self._chosen(index))
        parts.list.chosen.connect(lambda _: parts.view.setFocus())
        parts.scope.activated.connect(lambda _: self._preview())
        parts.name.returnPressed.connect(self.keep)
        parts.keep.clicked.connect(lambda _=False: self.keep())
        parts.compare.clicked.connect(lambda _=False: self.compare())
        parts.copy.clicked.connect(lambda _=False: self.save_copy())
        parts.back.clicked.connect(lambda _=False: self.bring_back())
        parts.close.clicked.connect(lambda _=False: self.reject())
        deed(self, "Look Again", "F5", self.refresh)
        self._remove_deed = deed(parts.list, "Throw Away…", "Del", self.throw_away)
        self._good_deed = deed(parts.list, "Keep for Good", "Ctrl+K", self.keep_for_good)
        offer(parts.list, self._fill)
        self._serving.keeping.kept.connect(self._kept)
        self._serving.bus.text_changed.connect(self._edited)
        self._serving.bus.document_opened.connect(self.reject)

    def _edited(self, _: object) -> None:
        self._soon()

    def _fill(self, menu: QMenu) -> None:
        moment = self.moment
        if moment is None or self._then is None:
            return
        ways = ("&Bring Back", self.bring_back), ("&Compare…", self.compare), ("&Save a Copy…", self.save_copy)
        for text, do in ways:
            menu.addAction(text).triggered.connect(lambda _=False, do=do: do())
        menu.addSeparator()
        menu.addAction(self._remove_deed if moment.kind is Kind.NAMED else self._good_deed)

    def _kept(self, sentence: str) -> None:
        if sentence:
            self._failed(sentence)
        self.refresh()

    def _failed(self, sentence: str) -> None:
        self.parts.busy.hide()
        self.parts.notices.say(sentence, stay=True)

    def done(self, result: int) -> None:
        """Let no thread answer a window that is gone."""
        for each in (self.listing, self.reading, self.doing):
            each.cancel()
        self._soon.cancel()
        self._serving.keeping.kept.disconnect(self._kept)
        self._serving.bus.text_changed.disconnect(self._edited)
        self._serving.bus.document_opened.disconnect(self.reject)
        super().done(result)


def differing(then: Manuscript, now: Manuscript) -> tuple[str, int]:
    """The differences of two states as an HTML table, and how many there are."""
    found = redline_rows([each.text for each in then.paragraphs if each.text.strip()],
                         [each.text for each in now.paragraphs if each.text.strip()])
    changed = [at for at, row in enumerate(found) if not row.same]
    return table(found, changed[:_MOST]), len(changed)
