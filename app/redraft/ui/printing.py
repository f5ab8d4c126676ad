# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints a page of HTML, from standard input, as a PDF. Runs in a process of its own: ``redraft --print-pdf OUT``."""

from __future__ import annotations

import sys

from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QFont,
    QGuiApplication,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
)

_DOTS = 300
_POINT = 72
_MARGIN_MM = 25
_INDENT = 18.0
_LINE = 140.0
_STYLE = """h1, h2, h3, h4, h5, h6 { margin-top: 24px; margin-bottom: 12px; font-size: 14pt; }
h1 { font-size: 16pt; } h1.title { font-size: 20pt; text-align: center; }
blockquote { margin-left: 30px; margin-right: 30px; }"""


def print_pdf(target: str) -> int:
    """Read the page from standard input, write the PDF; 0 when it was written."""
    application = QGuiApplication(["redraft", "-platform", "offscreen"])
    page = sys.stdin.buffer.read().decode("utf-8")
    document = _document(page)
    writer = QPdfWriter(target)
    writer.setResolution(_DOTS)
    writer.setTitle(document.metaInformation(QTextDocument.MetaInformation.DocumentTitle))
    writer.setCreator("Redraft")
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    writer.setPageLayout(QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, margins,
                                     QPageLayout.Unit.Millimeter))  # fmt: skip
    scale = _DOTS / _POINT
    document.setPageSize(QSizeF(writer.width() / scale, writer.height() / scale - 2 * _POINT / 4))
    painter = QPainter(writer)
    for number in range(document.pageCount()):
        if number:
            writer.newPage()
        _draw(painter, document, number, scale)
    painter.end()
    del application
    return 0


def _document(page: str) -> QTextDocument:
    """The page as a document set in 12 points, its style sheet left out: Qt knows little of CSS."""
    document = QTextDocument()
    document.setDocumentMargin(0)
    document.setDefaultFont(QFont(["Times New Roman", "Liberation Serif", "DejaVu Serif"], 12))
    document.setDefaultStyleSheet(_STYLE)
    start, end = page.find("<style>"), page.find("</style>")
    document.setHtml(page[:start] + page[end + len("</style>") :] if start >= 0 else page)
    _set_paragraphs(document)
    return document


def _set_paragraphs(document: QTextDocument) -> None:
    """Give the paragraphs a book's looks: indented, but not behind a heading or a mark."""
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    block = document.begin()
    follows = False
    while block.isValid():
        form = QTextBlockFormat(block.blockFormat())
        plain = form.headingLevel() == 0 and block.textList() is None and block.text().strip() != ""
        form.setLineHeight(_LINE, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        left = not form.alignment() & (Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignRight)
        if plain and left:
            form.setTextIndent(_INDENT if follows else 0)
            form.setTopMargin(0)
            form.setBottomMargin(0)
        cursor.setPosition(block.position())
        cursor.setBlockFormat(form)
        follows = plain
        block = block.next()
    cursor.endEditBlock()


def _draw(painter: QPainter, document: QTextDocument, number: int, scale: float) -> None:
    """One page: its part of the document, and its number under it."""
    size = document.pageSize()
    painter.save()
    painter.scale(scale, scale)
    painter.save()
    painter.translate(0, -number * size.height())
    document.drawContents(painter, QRectF(QPointF(0, number * size.height()), size))
    painter.restore()
    painter.setFont(QFont(document.defaultFont().family(), 9))
    foot = QRectF(0, size.height() + _POINT / 4, size.width(), _POINT / 4)
    painter.drawText(foot, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom, str(number + 1))
    painter.restore()
