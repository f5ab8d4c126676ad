# SPDX-License-Identifier: GPL-3.0-or-later
"""Looks as Qt's formats: of whole blocks (indent, space, leading), and of stretches in them (italics, dimmed marks).

Formats of stretches are laid over the block's layout and never enter the document, so that neither copying nor
reading a block's text ever meets them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

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

from redraft.manuscript.marks import Mark, MarkKind
from redraft.manuscript.shape import Align
from redraft.text.utf16 import Utf16Map
from redraft.ui.editor.dressing import Stretch, stretches
from redraft.ui.editor.labels import Labels
from redraft.ui.editor.looks import Look, Role
from redraft.ui.theme import Theme

LEADING = 1.6
"""Distance of baselines, in sizes of the type; faces differ in the height they claim for themselves."""
_INDENT = 1.5
_SIZES = {1: 1.45, 2: 1.2, 3: 1.08}
_ALIGNS = {
    Align.CENTRE: Qt.AlignmentFlag.AlignHCenter, Align.RIGHT: Qt.AlignmentFlag.AlignRight,
    Align.JUSTIFY: Qt.AlignmentFlag.AlignJustify,
}  # fmt: skip


class Typesetter:
    """Makes the formats for one size of type and one theme. ``font`` is the body's; ``numbers`` those of footnotes."""

    def __init__(self, font: QFont, theme: Theme, numbers: Mapping[str, int] | None = None) -> None:
        self._font = font
        self._theme = theme
        self.labels = Labels(font, theme, numbers or {})
        metrics = QFontMetricsF(font)
        self._em = float(QFontInfo(font).pixelSize())
        self.line = self._em * LEADING
        self._leading = max(100.0, 100 * self.line / metrics.height())
        self._dim = _coloured(_between(theme.colour("page_text"), theme.colour("page"), 0.55))
        self._quiet = _coloured(theme.colour("quiet"))
        self._blocks: dict[Look, QTextBlockFormat] = {}
        self._made_formats: dict[tuple[Role, int, frozenset[MarkKind], bool], QTextCharFormat] = {}

    def block_format(self, look: Look) -> QTextBlockFormat:
        """The format of a block that looks so."""
        made = self._blocks.get(look)
        if made is None:
            made = self._blocks[look] = self._made(look)
        return made

    def _made(self, look: Look) -> QTextBlockFormat:
        made = QTextBlockFormat()
        made.setLineHeight(self._leading, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        made.setTextIndent(self._em * (look.lead + (_INDENT if look.indent else 0)))
        made.setTopMargin(round(look.above * self.line))
        made.setLeftMargin(round(look.left * self._em))
        made.setRightMargin(round(look.right * self._em))
        if look.align in _ALIGNS:
            made.setAlignment(_ALIGNS[look.align])
        if look.role is Role.HEADING:
            made.setBottomMargin(round(0.2 * self.line))
            made.setHeadingLevel(look.level)
        if look.role is Role.MARK:
            made.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        return made

    @property
    def em(self) -> float:
        """The size of the type, in px."""
        return self._em

    def dress(self, block: QTextBlock, look: Look, marks: Sequence[Mark] = ()) -> bool:
        """Lay the formats of its stretches over a block; whether any differ from those it had."""
        layout = block.layout()
        ranges = list(self._ranges(block.text(), look, marks))
        if layout.preeditAreaText():
            ranges = _around_preedit(ranges, layout)
        if not ranges and not layout.formats():
            return False
        if _same(ranges, layout.formats()):
            return False
        layout.setFormats(ranges)
        return True

    def _ranges(self, text: str, look: Look, marks: Sequence[Mark]) -> Iterator[QTextLayout.FormatRange]:
        found = stretches(text, marks)
        bare = look.role is Role.BODY
        if bare and all(each.plain for each in found):
            return
        to_units = Utf16Map.of(text).units
        for each in found:
            if bare and each.plain:
                continue
            form = self._format(look, each)
            if each.room:
                form = QTextCharFormat(form)
                form.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
                form.setFontLetterSpacing(self.labels.width(each.room))
            yield _range(to_units(each.start), to_units(each.end), form)

    def _format(self, look: Look, stretch: Stretch) -> QTextCharFormat:
        """The format of a stretch, without room behind it; made once."""
        key = (look.role, look.level, stretch.kinds, stretch.dim)
        made = self._made_formats.get(key)
        if made is None:
            base = self._base(look)
            made = QTextCharFormat(base) if base is not None else QTextCharFormat()
            if stretch.dim:
                made.merge(self._dim)
            self._set_kinds(made, stretch.kinds)
            self._made_formats[key] = made
        return made

    def _set_kinds(self, made: QTextCharFormat, kinds: frozenset[MarkKind]) -> None:
        if MarkKind.ITALIC in kinds:
            made.setFontItalic(True)
        if MarkKind.BOLD in kinds:
            made.setFontWeight(QFont.Weight.Bold)
        if MarkKind.STRIKE in kinds:
            made.setFontStrikeOut(True)
        if MarkKind.SMALL_CAPS in kinds:
            made.setFontCapitalization(QFont.Capitalization.SmallCaps)
        if MarkKind.SUPERSCRIPT in kinds:
            made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
        if MarkKind.SUBSCRIPT in kinds:
            made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSubScript)
        if MarkKind.COMMENT in kinds:
            made.setBackground(self._theme.colour("remark"))
        if MarkKind.LINK in kinds:
            made.setForeground(self._theme.colour("accent"))
        if MarkKind.INSERTED in kinds:
            made.setForeground(self._theme.colour("inserted"))
        if MarkKind.INSERTED in kinds or MarkKind.UNDERLINE in kinds:
            made.setFontUnderline(True)

    def _base(self, look: Look) -> QTextCharFormat | None:
        if look.role is Role.HEADING:
            made = QTextCharFormat()
            made.setFontPointSize(self._font.pointSizeF() * _SIZES[look.level])
            return made
        return None if look.role is Role.BODY else self._quiet


def _coloured(colour: QColor) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(colour)
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
