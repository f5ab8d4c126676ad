# SPDX-License-Identifier: GPL-3.0-or-later
"""The widgets of the scene panel, from top to bottom."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from redraft.ui import icons
from redraft.ui.charts import BarChart
from redraft.ui.panels.scene.measures import CHARTED


class SceneParts(QWidget):
    """Everything in the panel that is drawn; what it says is given to it."""

    def __init__(self) -> None:
        super().__init__()
        self.title = label("", "caption", "quiet")
        self.verdict = label("", "title")
        self.verdict.setProperty("face", "serif")
        self.facts = Figures("What this scene is like")
        self.sentences_title = heading("Sentence by sentence")
        self.sentences = BarChart("Sentence lengths of this scene", height=56)
        self.sentences_note = label("", "caption", "quiet")
        self.difficult_title = heading("Difficult words")
        self.difficult = label("")
        self.difficult.setAccessibleName("Difficult words; each leads to its next place in the scene")
        self.difficult.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard)
        self.difficult.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.scenes_title = heading("All scenes")
        self.measure = QComboBox()
        self.measure.setAccessibleName("What the chart of all scenes shows")
        self.measure.addItems([each.name for each in CHARTED])
        self.measure.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.measure.setMinimumContentsLength(12)
        self.scenes = BarChart("All scenes", height=88, clickable=True)
        self.scenes_note = label("", "caption", "quiet")
        self.formulas = Figures("Readability formulas", columns=("This scene", "Whole"))
        self.more = QToolButton()
        self._prepare_more()
        self._lay_out()

    def _prepare_more(self) -> None:
        self.more.setText("More")
        self.more.setAccessibleName("More: readability formulas")
        self.more.setCheckable(True)
        self.more.setProperty("flat", True)
        self.more.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.more.toggled.connect(self._unfold)
        self._unfold(False)

    def _unfold(self, shown: bool) -> None:
        self.formulas.setVisible(shown)
        icons.dress(self.more, "chevron-down" if shown else "chevron-right")

    def _lay_out(self) -> None:
        self._scene = _column((
            (self.facts, 16), (self.sentences_title, 0), (self.sentences, 0), (self.sentences_note, 16),
            (self.difficult_title, 0), (self.difficult, 16),
        ))
        whole = _column((
            (self.title, 4), (self.verdict, 12), (self._scene, 0),
            (self.scenes_title, 0), (self.measure, 4), (self.scenes, 0), (self.scenes_note, 12),
        ))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(4)
        column.addWidget(whole)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.formulas)
        column.addStretch(1)

    def show_scene(self, title: str, sentence: str, facts: Sequence[tuple[str, str]]) -> None:
        """Show what is known of a scene."""
        self._scene.setVisible(True)
        self.title.setText(title)
        self.verdict.setText(sentence)
        self.facts.show_rows([(name, value) for name, value in facts])

    def show_outside(self) -> None:
        """The cursor is in no scene."""
        self._scene.setVisible(False)
        self.title.setText("Outside the scenes")
        self.verdict.setText("The cursor stands in front matter or a note, which counts in no scene.")

    def show_difficult(self, links: str) -> None:
        """Show the difficult words as links; nothing at all when there are none."""
        self.difficult.setText(links)
        self.difficult.setVisible(bool(links))
        self.difficult_title.setVisible(bool(links))


class Figures(QWidget):
    """A small table: names to the left, one or two columns of figures to the right."""

    def __init__(self, name: str, columns: Sequence[str] = ()) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._columns = columns
        self._rows: list[Sequence[str]] = []
        self._labels: list[list[QLabel]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 1)
        for place, text in enumerate(columns):
            self._grid.addWidget(label(text, "caption", "quiet"), 0, place + 1, Qt.AlignmentFlag.AlignRight)

    def show_rows(self, rows: Sequence[Sequence[str]]) -> None:
        """Show other figures: name, value(s), and behind those a sentence for the tool tip, if any."""
        width = 1 + max(1, len(self._columns))
        for place, row in enumerate(rows):
            if place == len(self._labels):
                self._add_row(place, width)
            for column, widget in enumerate(self._labels[place]):
                widget.setText(row[column])
                widget.setToolTip(row[width] if len(row) > width else "")

    @property
    def texts(self) -> list[list[str]]:
        """What the table says, row by row."""
        return [[each.text() for each in row] for row in self._labels]

    def _add_row(self, place: int, width: int) -> None:
        made = [label("", tone="quiet" if column == 0 else "", wrap=False) for column in range(width)]
        for column, widget in enumerate(made):
            side = Qt.AlignmentFlag.AlignLeft if column == 0 else Qt.AlignmentFlag.AlignRight
            self._grid.addWidget(widget, place + 1, column, side)
        self._labels.append(made)


def label(text: str, size: str = "", tone: str = "", *, wrap: bool = True) -> QLabel:
    """A label in one of the four sizes, loud or quiet."""
    made = QLabel(text)
    made.setWordWrap(wrap)
    if size:
        made.setProperty("scale", size)
    if tone:
        made.setProperty("tone", tone)
    return made


def _column(parts: Sequence[tuple[QWidget, int]]) -> QWidget:
    """Widgets under one another, each with some space (px) below it."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    for part, space in parts:
        column.addWidget(part)
        column.addSpacing(space)
    return made


def heading(text: str) -> QLabel:
    """What a part of the panel is called."""
    return label(text, "caption", "quiet")
