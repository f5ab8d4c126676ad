# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be done with the finding selected in the list, by key and by context menu."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from redraft.checks.finding import Finding
from redraft.ui.dialogs.accept_all import AcceptAllDialog
from redraft.ui.panels.findings.rows import TITLES, FindingRow, Heading, visible
from redraft.ui.panels.lists import deed
from redraft.ui.panels.words import plural

if TYPE_CHECKING:
    from redraft.ui.panels.findings.panel import FindingsPanel


class FindingKeys:
    """The deeds of the findings panel, made once; :meth:`fill` offers those that fit the present row."""

    def __init__(self, panel: FindingsPanel) -> None:
        self._panel = panel
        view = panel.view
        self._takes = [deed(view, "", str(key + 1), partial(self._take, key)) for key in range(3)]
        self._ignore = deed(view, "Ignore here", "Del", lambda: self._drop(everywhere=False))
        self._ignore_all = deed(view, "Ignore in this manuscript", "Shift+Del", lambda: self._drop(everywhere=True))
        self._word = deed(view, "Add to the story’s words", "W", self._add_word)
        self._rule = deed(view, "Accept all of this rule…", "A", self._accept_rule)
        self._group = deed(view, "Accept all under this heading…", "Shift+A", self._accept_heading)
        self._off = deed(view, "Switch this rule off", "O", self._switch_off)
        self._why = deed(view, "About this rule", "I", self._about)
        self._review = deed(view, "Scene reviewed", "R", self._toggle_reviewed)

    def fill(self, menu: QMenu) -> None:
        """Put what can be done with the current row into a context menu."""
        row, heading = self._panel.current, self._panel.current_heading
        if row is not None:
            for action, suggestion in zip(self._takes, row.finding.suggestions, strict=False):
                action.setText(f"Change to “{visible(suggestion)}”" if suggestion else "Take it out")
                menu.addAction(action)
            menu.addSeparator()
            menu.addActions([self._ignore, self._ignore_all])
            if row.finding.category == "spelling":
                menu.addAction(self._word)
            menu.addSeparator()
            menu.addActions([self._rule, self._off, self._why])
        if heading is not None:
            menu.addSeparator()
            menu.addAction(self._group)
            if heading.scene_key:
                self._review.setText("Scene not reviewed after all" if heading.reviewed else "Mark scene as reviewed")
                menu.addAction(self._review)

    def asked(self, heading: Heading) -> None:
        """The right end of a heading was clicked: mark its scene, or accept what is under it."""
        if heading.scene_key:
            self._mark(heading)
        else:
            self._accept_heading()

    @property
    def actions(self) -> Sequence[QAction]:
        """All deeds, for the overview of keys."""
        return [*self._takes, self._ignore, self._ignore_all, self._word, self._rule, self._group, self._off, self._why,
                self._review]

    def _take(self, suggestion: int) -> None:
        row = self._panel.current
        if row is None or suggestion >= len(row.finding.suggestions):
            return
        self._panel.context.accept(row.finding, suggestion)

    def _drop(self, *, everywhere: bool) -> None:
        row = self._panel.current
        if row is not None:
            self._panel.context.ignore(row.finding, everywhere)

    def _add_word(self) -> None:
        row = self._panel.current
        if row is not None:
            self._panel.context.add_word(row.finding.text)

    def _switch_off(self) -> None:
        row = self._panel.current
        if row is not None:
            self._panel.context.switch_off(row.finding.check)

    def _about(self) -> None:
        from redraft.ui.dialogs.rule_page import RulePage

        row = self._panel.current
        if row is not None:
            RulePage(row.finding.check, self._panel.window()).show()

    def _accept_rule(self) -> None:
        row = self._panel.current
        if row is not None:
            listed = [each for _, under in self._panel.groups for each in under]
            same = [each for each in listed if each.finding.check == row.finding.check]
            self._preview(TITLES[row.finding.category], same)

    def _accept_heading(self) -> None:
        heading = self._panel.current_heading
        if heading is not None:
            rows = next((under for each, under in self._panel.groups if each.key == heading.key), [])
            self._preview(heading.title, rows)

    def _preview(self, title: str, rows: Sequence[FindingRow]) -> None:
        fixable = [row for row in rows if row.finding.suggestions]
        if not fixable:
            self._panel.context.say("Nothing here has a suggestion that could be accepted.")
            return
        dialog = AcceptAllDialog(title, fixable, self._panel.window())
        dialog.accepted.connect(lambda: self._accept([row.finding for row in dialog.chosen]))
        dialog.open()

    def _accept(self, findings: Sequence[Finding]) -> None:
        taken = self._panel.context.accept_all(findings)
        self._panel.context.say(f"{plural(taken, 'change')} made. Ctrl+Z takes all of them back.")

    def _toggle_reviewed(self) -> None:
        heading = self._panel.current_heading
        if heading is not None and heading.scene_key:
            self._mark(heading)

    def _mark(self, heading: Heading) -> None:
        context = self._panel.context
        label = "not reviewed" if heading.reviewed else "reviewed"
        context.decide(label, context.book.review_scene(heading.scene_key, not heading.reviewed))
