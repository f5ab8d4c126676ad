# SPDX-License-Identifier: GPL-3.0-or-later
"""The window: page, panels, bars and menus, wired to the story that is open and to the analysis."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from redraft.analysis.desk import (
    Desk,
    EnginesChanged,
    Fault,
    FindingsChanged,
    News,
    Progress,
    RuleLeftOut,
    StoryChanged,
)
from redraft.checks.finding import Finding
from redraft.errors import RedraftError
from redraft.manuscript.session import Decision, Event
from redraft.notes.following import Spot
from redraft.notes.note import Kind
from redraft.settings.store import Settings
from redraft.storage.decisions import Decisions
from redraft.storage.moving import carry_along
from redraft.ui import icons
from redraft.ui.attendance import Attendance
from redraft.ui.autosave import Autosave, Saving
from redraft.ui.client import WorkerClient
from redraft.ui.companions import Companions
from redraft.ui.context import Context, Selection
from redraft.ui.docks import Docks
from redraft.ui.editor.changes import Changes
from redraft.ui.editor.find import FindBar
from redraft.ui.editor.naming import Naming
from redraft.ui.editor.page import Page
from redraft.ui.editor.reviewing import Reviewing
from redraft.ui.editor.writing import Writing
from redraft.ui.filing import Filing
from redraft.ui.keeping import Keeping
from redraft.ui.logbook import Logbook
from redraft.ui.menus import Menus
from redraft.ui.messages import Answer, NoticeBar, StatusBar
from redraft.ui.notes.importing import Importing
from redraft.ui.notes.noting import Noting
from redraft.ui.options import Options
from redraft.ui.remembered import Remembered
from redraft.ui.rescue import Rescue
from redraft.ui.rules import Rules, left_out
from redraft.ui.safety import Safety
from redraft.ui.status import StatusKeeper
from redraft.ui.story import Story
from redraft.ui.throttle import Throttle
from redraft.ui.viewing import Viewing
from redraft.ui.watching import Watch

_CARET, _NEWS, _VISIBLE = 50, 400, 80
_HEARD_AT_ONCE = 0.004
"""Seconds for which the worker is listened to before a key has its turn."""
_OFTEN = 3
"""Marks of one rule left alone in a story after which the author is asked whether it is wanted there."""


class Window(QMainWindow):
    """One window, one story. ``closing``: the window goes for good."""

    closing = Signal()

    def __init__(self, client: WorkerClient, settings: Settings, remembered: Remembered) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setAcceptDrops(True)
        self.client, self.settings, self._remembered = client, settings, remembered
        self.story = Story.new()
        self.desk = Desk(client.send)
        self._rules = Rules(self.desk)
        self._decisions_told: object = None
        self._changed: set[int] | None = set()
        self._closing = False
        self._build()
        client.heard.connect(self._heard)
        client.restarted.connect(self.desk.restarted)
        client.restarted.connect(self.logbook.worker_restarted)
        client.gave_up.connect(lambda sentence: self.notices.say(sentence, stay=True))
        self._news_soon = Throttle(self._tell_findings, _NEWS, self)
        self._caret_soon = Throttle(self._tell_caret, _CARET, self)
        self._visible_soon = Throttle(self._tell_visible, _VISIBLE, self)
        self._listen_on = QTimer(self)
        self._listen_on.setSingleShot(True)
        self._listen_on.timeout.connect(self._listen)
        self._unsubscribe: Callable[[], None] = lambda: None

    # --- the story -----------------------------------------------------------------------------------------

    def show_story(self, story: Story) -> None:
        """Put a story on the page, and have it analysed."""
        self._keep_place()
        kept = self.keeping.leave()
        self._unsubscribe()
        self.story = story
        self.context.session, self.context.book = story.session, story.book
        self.reviewing.follow()
        self.context.notes.author = self.settings.text("author") or "Me"
        self.context.notes.follow(story.session, story.path)
        self._unsubscribe = story.session.subscribe(self._edited)
        self._decisions_told = story.book.current
        decisions = self.decisions()
        self.page.open(story.session, story.outline)
        self.desk.open(story.session, decisions, self.options.engines())
        self.safety.follow(story.session, kept=kept)
        self.keeping.follow()
        self.attendance.follow(story.path)
        self.viewing.apply()
        if story.session.modified:
            self.safety.begin_unsaved()
        self.writing.follow(story.session, markdown=story.is_markdown, rich=story.is_rich)
        self.changes.follow(story.session)
        self.find_bar.follow(story.session)
        self.context.bus.document_opened.emit()
        if decisions.place is not None:
            self.page.put_caret(*decisions.place)
        self.retitle()
        self.menus.update()
        self.page.setFocus()
        self._visible_soon()

    def decisions(self) -> Decisions:
        """What the author decided: in this manuscript, and of rules and of English in every one."""
        current = self.story.book.current
        chosen = self.settings.text("variety")
        return replace(
            current, rules_off=current.rules_off | self.settings.names("rules-off"),
            style=replace(current.style, variety=current.style.variety or (None if chosen == "auto" else chosen)),
        )

    def _edited(self, event: Event) -> None:
        self.reviewing.edited(event)
        if event.initiator == "editor":
            self.context.key_typed()
        if event.changes:
            self.desk.edited(event)
            self.safety.edited(event)
            for change in event.changes:
                self._note_changed(each.id for each in (*change.removed, *change.inserted))
        self.context.notes.edited(event)
        if self.story.book.current is not self._decisions_told:
            self.decided()
        self.context.bus.text_changed.emit(event)
        self.retitle()
        self.menus.update_undo()
        self._caret_soon()
        self._news_soon()

    def decided(self) -> None:
        """Something was decided, or undone: it counts from now on."""
        self._decisions_told = self.story.book.current
        self.desk.decided(self.decisions())
        self._changed = None
        self.page.viewport().update()
        self.context.bus.decisions_changed.emit()
        self._news_soon()

    def _keep_place(self) -> None:
        if self.story.path is not None:
            with contextlib.suppress(RedraftError):  # the place is a comfort: no story is kept open for its sake
                self.story.book.remember_place(*self.page.caret())
                self.story.remember_text()
            self.story.remember()

    # --- what panels and others may ask (Deeds) ------------------------------------------------------------

    def go_to(self, index: int, start: int, end: int) -> None:
        """Show a place, selected."""
        self.page.select(index, start, end)
        self.page.setFocus()

    def show_finding(self, index: int, finding: Finding) -> None:
        """Show a finding with its card."""
        self.reviewing.show(index, finding)

    def accept(self, finding: Finding, suggestion: int) -> bool:
        """Take a suggestion."""
        return self.reviewing.accept(finding, suggestion, move_on=False)

    def accept_all(self, findings: Sequence[Finding]) -> int:
        """Take the first suggestion of each."""
        if len(findings) > 1:
            self.context.bus.much_to_change.emit(f"accepting {len(findings):,} suggestions")
        return self.reviewing.deeds().accept_all(findings)

    def ignore(self, finding: Finding, everywhere: bool) -> None:
        """Leave a finding alone."""
        if self.viewing.refuses():
            return
        self.reviewing.deeds().ignore(finding, everywhere)
        said = f"Ignored “{finding.text.strip()}”{' everywhere' if everywhere else ''}. Ctrl+Z brings it back."
        if sum(each.check == finding.check for each in self.story.book.current.dismissed) != _OFTEN:
            self.say(said)
            return
        name = self._rules.name(finding.check)
        self.notices.say(
            f"{said} You have now left three marks of “{name}” as they were. Is the rule wanted in this story?",
            (Answer("Switch it off here", lambda: self.switch_off(finding.check)), Answer("Keep it", lambda: None)))

    def add_word(self, word: str) -> None:
        """Add a word to the story's."""
        if self.viewing.refuses():
            return
        self.reviewing.deeds().add_word(word)
        self.say(f"“{word}” is one of the story’s words now. Ctrl+Z takes it back.")

    def choose_style(self, field: str, choice: str | None) -> None:
        """The author wants this manuscript one way, or leaves it open (None)."""
        self.reviewing.deeds().decide("choosing a style", self.story.book.choose_style(field, choice))

    def switch_off(self, check_id: str) -> None:
        """Switch a rule off for this manuscript."""
        if self.viewing.refuses():
            return
        name = self._rules.name(check_id)
        self.reviewing.deeds().switch_off(check_id, name)
        self.say(f"“{name}” is off in this manuscript. Ctrl+Z switches it on again.")

    def decide(self, label: str, decision: Decision) -> None:
        """Put a decision into force as a step of undo."""
        self.reviewing.deeds().decide(label, decision)

    def say(self, sentence: str) -> None:
        """Tell the author a sentence."""
        self.notices.say(sentence)

    def selection(self) -> Selection | None:
        """What is selected."""
        cursor = self.page.textCursor()
        if not cursor.hasSelection():
            return None
        first = self.page.bridge.place_of(cursor.selectionStart())
        last = self.page.bridge.place_of(cursor.selectionEnd())
        return Selection(first, last, cursor.selectedText().replace("\u2029", "\n"))

    # --- news ----------------------------------------------------------------------------------------------

    def _heard(self, data: bytes) -> None:
        self.desk.receive(data)
        self._listen()

    def _listen(self) -> None:
        """Take in what the worker says, for as long as a key may wait; then the rest, between the keys."""
        end = monotonic() + _HEARD_AT_ONCE
        while (news := self.desk.next()) is not None:
            for each in news:
                self._take(each)
            if monotonic() >= end:
                self._listen_on.start()
                return

    def _take(self, news: News) -> None:
        bus = self.context.bus
        if isinstance(news, FindingsChanged):
            self.reviewing.refreshed(news.paragraphs)
            self._note_changed(news.paragraphs)
            ids, paragraphs = frozenset(news.paragraphs), self.story.session.paragraphs
            self.page.paint_anew(lambda index: index < len(paragraphs) and paragraphs[index].id in ids)
            self._news_soon()
        elif isinstance(news, Progress):
            bus.progress_changed.emit(news.done, news.total)
            if news.done >= news.total:
                self._news_soon.now()
        elif isinstance(news, StoryChanged):
            if "outline" in news.parts:
                self.page.set_outline(self.desk.outline)
            bus.story_changed.emit(news.parts)
        elif isinstance(news, EnginesChanged):
            bus.engines_changed.emit()
        elif isinstance(news, RuleLeftOut):
            self.logbook.rule_left_out(news.check, news.why)
            self.notices.say(left_out(self._rules.name(news.check), news.why))
        elif isinstance(news, Fault):
            self.notices.say(news.sentence)

    def _note_changed(self, ids: object) -> None:
        if self._changed is not None:
            self._changed.update(ids)  # type: ignore[arg-type]

    def _tell_findings(self) -> None:
        changed, self._changed = self._changed, set()
        self.context.bus.findings_changed.emit(None if changed is None else frozenset(changed))

    def _tell_caret(self) -> None:
        index, offset = self.page.caret()
        paragraphs = self.story.session.paragraphs
        if index < len(paragraphs) and self.reviewing.marks.caret_at(paragraphs[index], offset):
            self.page.viewport().update()
        self.context.bus.caret_moved.emit(index, offset)
        self.menus.update_selection()
        self.status.selection_changed()

    def _tell_visible(self) -> None:
        self.desk.visible(self.page.first_visible(), self.page.last_visible())

    # --- looks ---------------------------------------------------------------------------------------------

    def set_theme(self) -> None:
        """Take on the theme that is in force now."""
        icons.refresh(self)
        self.page.set_theme()
        self.context.bus.theme_changed.emit()

    # --- Qt's events ---------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """The first time: the arrangement of the last time."""
        super().showEvent(event)
        self.page.setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Unsaved text is asked about in the bar; then place and arrangement are remembered."""
        if not self._closing and not self.filing.may_close(self.close_for_good):
            event.ignore()
            return
        self._keep_place()
        self.safety.leave(kept=self.keeping.leave())
        for each in (self.autosave, self.safety, self.keeping):
            each.end()
        self.attendance.leave()
        self._remembered.keep(self, self.docks.state())
        self.closing.emit()
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be let fall anywhere on the window."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take in or open what was let fall."""
        self._fell([Path(each.toLocalFile()) for each in event.mimeData().urls() if each.isLocalFile()])

    def _fell(self, paths: list[Path]) -> None:
        """Notes of readers are taken in, a story is opened."""
        if not self.importing.fell(paths):
            self.filing.open_all(paths)

    # --- inside --------------------------------------------------------------------------------------------

    def close_for_good(self) -> None:
        """Close without asking again."""
        self._closing = True
        self.close()

    def _build(self) -> None:
        centre = QWidget(self)
        centre.setObjectName("centre")
        self.notices = NoticeBar(centre)
        self.page = Page(centre)
        self.context = Context(self.story.session, self.desk, self.story.book, self.settings, self)
        self.logbook = Logbook(self.context, parent=self)
        self.find_bar = FindBar(self.page, self.context, centre)
        self.writing = Writing(self.page)
        self.changes = Changes(self.page, self.say, self.context.bus.much_to_change.emit)
        self.reviewing = Reviewing(
            self.page, centre, self.context, self._rules.name, self._rules.waits, self._show_rule)
        self.noting = Noting(self.page, centre, self.context)
        self.importing = Importing(self, self.notices, self.context, lambda: self.docks.docks["notes"].raise_())
        self.naming = Naming(self.page, self.context)
        self.safety = Safety(lambda sentence: self.notices.say(sentence, stay=True), self)
        self.keeping = Keeping(
            lambda: self.story, self.context.notes, lambda sentence: self.notices.say(sentence, stay=True), self)
        self.filing = Filing(self, self.notices, lambda: self.story, self.show_story, self._saved,
                             self.settings.number("recent-limit"))
        self.viewing = Viewing(self)
        self.attendance = Attendance(self, self.notices, self.viewing.apply, lambda: self.story.session.modified,
                                     self.filing.save_as)
        self.filing.attendance = self.attendance
        self.context.bus.much_to_change.connect(self.keeping.before)
        self.rescue = Rescue(self, self.notices, self.show_story, self.filing.leave, lambda: self.safety.holds)
        self.watch = Watch(self, self.notices, lambda: self.story, lambda: self.filing.idle, self.show_story,
                           lambda: self.menus.compare(), self._note_from_elsewhere,
                           lambda: bool(self.attendance.reading))
        self.watch.moved.connect(self._follow_moved)
        self.filing.merge = self.watch.merge
        self.companions = Companions(
            self, self.notices, lambda: self.story, lambda path: self.menus.compare_with(path),
            self._note_from_elsewhere, lambda: bool(self.attendance.reading), self.context.notes.refresh)
        self.companions.decided.connect(self.decided)
        for clashed in (self.watch.clashed, self.companions.clashed):
            clashed.connect(lambda index: self.page.put_caret(index, 0))
        self.companions.taking.connect(self.keeping.before)
        self.watch.taking.connect(self.keeping.before)
        self.autosave = Autosave(Saving(
            lambda: self.story, self.safety.flush, self.filing.save,
            lambda: self.filing.idle and not self.notices.asking and not self.attendance.reading), self.settings, self)
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for each in (self.notices, self.page, self.find_bar):
            column.addWidget(each, 1 if each is self.page else 0)
        centre.setFocusProxy(self.page)
        self.setCentralWidget(centre)
        bar = StatusBar(self)
        self.setStatusBar(bar)
        self.status = StatusKeeper(bar, self.context)
        self.docks = Docks(self, self.context, self.page)
        self.menus = Menus(self)
        self.options = Options(self, self.settings)
        self._connect_page()
        self._restore()

    def _connect_page(self) -> None:
        self.page.cursorPositionChanged.connect(lambda: self._caret_soon())
        self.page.selectionChanged.connect(lambda: self._caret_soon())
        self.page.scrolled.connect(lambda: self._visible_soon())
        self.page.dropped.connect(lambda names: self._fell([Path(each) for each in names]))

    def _restore(self) -> None:
        self.resize(self.screen().availableSize().boundedTo(QSize(1280, 800)))
        if not self._remembered.restore(self):
            self.docks.fit(self.width())
        self.options.start()
        self.page.zoomed.connect(lambda per_cent: self.options.set("zoom", per_cent))

    def _note_from_elsewhere(self, first: int, end: int) -> None:
        """Say on paragraphs that another program’s version brought that both had changed them."""
        last = self.story.session.paragraphs[end - 1]
        if end > first and last.text:
            self.context.notes.add(
                "The other program’s version of what stands before. Keep the one you want and delete the other.",
                Spot(first, 0, end - 1, len(last.text)), Kind.TODO)

    def _follow_moved(self, path: Path) -> None:
        """The story's file has another name or place: go on there, with all that belongs to it."""
        story, old = self.story, self.story.path
        self.attendance.leave()
        try:
            if old is not None:
                carry_along(old, path)
            story.moved(path)
        except RedraftError as error:
            self.notices.say(str(error), stay=True)
        self.context.book, self._decisions_told = story.book, story.book.current
        self.context.notes.saved(story.session, story.path)
        self.attendance.follow(story.path)
        self.viewing.apply()
        self.filing.went_to(path)
        self.retitle()
        self.menus.update()

    def _saved(self) -> None:
        if self.context.book is not self.story.book:
            self.context.book = self.story.book
            self._decisions_told = self.story.book.current
        self.safety.saved()
        self.keeping.saved()
        self.context.notes.saved(self.story.session, self.story.path)
        self.attendance.follow(self.story.path)
        self.viewing.apply()
        self.retitle()
        self.writing.follow(self.story.session, markdown=self.story.is_markdown, rich=self.story.is_rich)
        self.status.saved()
        self.menus.update()

    def retitle(self) -> None:
        """Say in the title what is open, whether it is saved, and whether it is only read."""
        self.setWindowTitle(f"{self.story.title}[*]{self.viewing.mark} – Redraft")
        self.setWindowModified(self.story.session.modified)

    def _show_rule(self, check_id: str) -> None:
        from redraft.ui.dialogs.rule_page import RulePage

        RulePage(check_id, self).show()
