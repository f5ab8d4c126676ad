# SPDX-License-Identifier: GPL-3.0-or-later
"""Looks as Qt's formats: of whole blocks (indent, space, leading), and of stretches in them (italics, dimmed marks).

Formats of stretches are laid over the block's layout and never enter the document, so that neither copying nor
reading a block's text ever meets them.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontInfo,
    QFontMetricsF,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextLayout,
)

from redraft.text.markup import Mark, marks
from redraft.text.utf16 import Utf16Map
from redraft.ui.editor.looks import Look, Role
from redraft.ui.theme import Theme

LEADING = 1.6
"""Distance of baselines, in sizes of the type; faces differ in the height they claim for themselves."""
_INDENT = 1.5
_SIZES = {1: 1.45, 2: 1.2}


class Typesetter:
    """Makes the formats for one size of type and one theme. ``font`` is the body's."""

    def __init__(self, font: QFont, theme: Theme) -> None:
        self._font = font
        metrics = QFontMetricsF(font)
        self._em = float(QFontInfo(font).pixelSize())
        self.line = self._em * LEADING
        self._leading = max(100.0, 100 * self.line / metrics.height())
        self._dim = _coloured(_between(theme.colour("page_text"), theme.colour("page"), 0.55))
        self._quiet = _coloured(theme.colour("quiet"))
        self._blocks: dict[Look, QTextBlockFormat] = {}

    def block_format(self, look: Look) -> QTextBlockFormat:
        """The format of a block that looks so."""
        made = self._blocks.get(look)
        if made is None:
            made = self._blocks[look] = self._made(look)
        return made

    def _made(self, look: Look) -> QTextBlockFormat:
        made = QTextBlockFormat()
        made.setLineHeight(self._leading, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        made.setTextIndent(self._em * _INDENT if look.indent else 0)
        made.setTopMargin(round(look.above * self.line))
        if look.role is Role.HEADING:
            made.setBottomMargin(round(0.2 * self.line))
            made.setHeadingLevel(look.level)
        if look.role is Role.MARK:
            made.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        return made

    def dress(self, block: QTextBlock, look: Look) -> bool:
        """Lay the formats of its stretches over a block; whether any differ from those it had."""
        layout = block.layout()
        ranges = list(self._ranges(block.text(), look))
        if layout.preeditAreaText():
            ranges = _around_preedit(ranges, layout)
        if not ranges and not layout.formats():
            return False
        if _same(ranges, layout.formats()):
            return False
        layout.setFormats(ranges)
        return True

    def _ranges(self, text: str, look: Look) -> Iterator[QTextLayout.FormatRange]:
        base = self._base(look)
        found = marks(text)
        if base is None and not found:
            return
        to_units = Utf16Map.of(text).units
        place, italic, bold = 0, 0, 0
        for mark in found:
            yield from self._stretch(to_units(place), to_units(mark.span.start), base, italic, bold)
            yield _range(to_units(mark.span.start), to_units(mark.span.end), _merged(base, self._dim))
            italic, bold = _turned(mark, italic, bold)
            place = mark.span.end
        yield from self._stretch(to_units(place), to_units(len(text)), base, italic, bold)

    def _stretch(
        self, start: int, end: int, base: QTextCharFormat | None, italic: int, bold: int,
    ) -> Iterator[QTextLayout.FormatRange]:
        if start >= end or (base is None and not italic and not bold):
            return
        made = QTextCharFormat(base) if base is not None else QTextCharFormat()
        if italic:
            made.setFontItalic(True)
        if bold:
            made.setFontWeight(QFont.Weight.Bold)
        yield _range(start, end, made)

    def _base(self, look: Look) -> QTextCharFormat | None:
        if look.role is Role.HEADING:
            made = QTextCharFormat()
            made.setFontPointSize(self._font.pointSizeF() * _SIZES[look.level])
            return made
        return None if look.role is Role.BODY else self._quiet


def _turned(mark: Mark, italic: int, bold: int) -> tuple[int, int]:
    if mark.kind == "italic":
        italic = max(0, italic + mark.turn)
    if mark.kind == "bold":
        bold = max(0, bold + mark.turn)
    return italic, bold


def _coloured(colour: QColor) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(colour)
    return made


def _merged(base: QTextCharFormat | None, over: QTextCharFormat) -> QTextCharFormat:
    made = QTextCharFormat(base) if base is not None else QTextCharFormat()
    made.merge(over)
    return made


def _between(one: QColor, other: QColor, share: float) -> QColor:
    return QColor.fromRgbF(
        one.redF() + (other.redF() - one.redF()) * share, one.greenF() + (other.greenF() - one.greenF()) * share,
        one.blueF() + (other.blueF() - one.blueF()) * share,
    )


def _range(start: int, end: int, form: QTextCharFormat) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = start, end - start, form
    return made


def _same(ours: list[QTextLayout.FormatRange], theirs: list[QTextLayout.FormatRange]) -> bool:
    return len(ours) == len(theirs) and all(
        one.start == other.start and one.length == other.length and one.format == other.format
        for one, other in zip(ours, theirs, strict=True)
    )


def _around_preedit(ranges: list[QTextLayout.FormatRange], layout: QTextLayout) -> list[QTextLayout.FormatRange]:
    """Make room for what an input method is composing, and keep the formats it gave its own text."""
    start, length = layout.preeditAreaPosition(), len(layout.preeditAreaText().encode("utf-16-le")) // 2
    kept = [each for each in layout.formats() if each.start >= start and each.start + each.length <= start + length]
    for each in ranges:
        if each.start >= start:
            each.start += length
        elif each.start + each.length > start:
            each.length += length
    return ranges + kept
