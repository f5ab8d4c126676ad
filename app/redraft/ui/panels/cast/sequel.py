# SPDX-License-Identifier: GPL-3.0-or-later
"""The story's words, people and style, carried over to another manuscript."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from redraft.errors import RedraftError
from redraft.storage.sequel import carry
from redraft.storage.sidecar import Sidecar
from redraft.ui.context import Context
from redraft.ui.panels.words import plural

_LEAST = 3
"""Mentions from which on a character is carried over by name."""


def carry_to_sequel(context: Context, parent: QWidget) -> None:
    """Ask for the sequel's file and carry over what holds for it too."""
    path = context.session.manuscript.path
    folder = path.parent if path else Path.home()
    name, _ = QFileDialog.getOpenFileName(parent, "Carry Words and Cast to a Sequel", str(folder))
    if name:
        carry_over(context, Path(name))


def carry_over(context: Context, sequel: Path) -> None:
    """Carry the story's words, names and choices to ``sequel``, and tell the author how it went."""
    own = context.session.manuscript.path
    if own is not None and sequel.resolve() == own.resolve():
        context.say("That is the story itself; choose the manuscript of its sequel.")
        return
    people = [each.name for each in context.desk.cast.characters if each.named and len(each.mentions) >= _LEAST]
    try:
        count = carry(context.book.sidecar, Sidecar.open(sequel), people)
    except RedraftError as error:
        context.say(str(error))
        return
    if count:
        told = plural(count, "word, name or choice", "words, names and choices")
        context.say(f"{told} carried to {sequel.name}; they count there when it is opened next.")
    else:
        context.say(f"{sequel.name} knows all of it already.")
