# SPDX-License-Identifier: GPL-3.0-or-later
"""The story bible as a file, from what the desk knows at this moment."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from redraft.continuity.bible import Bible, paragraphs
from redraft.continuity.decisions import open_conflicts
from redraft.errors import RedraftError
from redraft.ui.context import Context

_FILTER = "Word document (*.docx);;Markdown (*.md);;OpenDocument (*.odt);;Web page (*.html);;Plain text (*.txt)"


def bible_of(context: Context) -> Bible:
    """The bible of the story that is open."""
    desk, session, decisions = context.desk, context.session, context.book.current
    texts = {each.id: each.text for each in session.paragraphs}
    days = dict(decisions.continuity.days)
    fields = ("variety", "serial_comma", "quotes", "dashes")
    path = session.manuscript.path
    return Bible(
        path.stem if path else "Untitled", desk.cast, [(each.number, each.label) for each in desk.outline.scenes],
        desk.timeline, open_conflicts(desk.conflicts, decisions.continuity.answers, lambda id: texts.get(id, "")),
        decisions.continuity.notes,
        {field: choice for field in fields if (choice := getattr(decisions.style, field)) is not None},
        tuple(decisions.own_words),
        {each.number: days[each.key] for each in desk.outline.scenes if each.key in days},
    )


def export_bible(context: Context, parent: QWidget) -> None:
    """Ask for a file and write the bible to it."""
    path = context.session.manuscript.path
    folder = path.parent if path else Path.home()
    name, _ = QFileDialog.getSaveFileName(parent, "Export the Story Bible", str(folder / "story bible.docx"), _FILTER)
    if name:
        write_bible(context, Path(name))


def write_bible(context: Context, target: Path) -> None:
    """Write the bible of the open story to ``target``, and tell the author how it went."""
    from redraft.formats.export import FORMATS
    from redraft.formats.sheet import sheet
    from redraft.storage.atomic import write

    own = context.session.manuscript.path
    if own is not None and target.resolve() == own.resolve():
        context.say("That is the story itself; give the bible another name.")
        return
    if target.suffix.lower() not in FORMATS:
        target = target.with_name(target.name + ".docx")
    try:
        write(target, sheet(paragraphs(bible_of(context)), target.suffix.lower()))
    except RedraftError as error:
        context.say(str(error))
        return
    context.say(f"The story bible is in {target.name}.")
