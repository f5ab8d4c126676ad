# SPDX-License-Identifier: GPL-3.0-or-later
"""How kinds of note and reactions look: a name, an icon and a colour for each, on light and dark. Knows no Qt.

No two are told apart by colour alone; the colours have a contrast of 4.5:1 to their page.
"""

from __future__ import annotations

from dataclasses import dataclass

from redraft.notes.note import Kind, Note, Reaction


@dataclass(frozen=True, slots=True)
class Look:
    """``name`` as an author reads it; ``icon`` in ``resources/icons``; the colours as #rrggbb."""

    name: str
    icon: str
    light: str
    dark: str

    def colour(self, dark: bool) -> str:
        """The colour on a dark or a light page."""
        return self.dark if dark else self.light


KINDS: dict[Kind, Look] = {
    Kind.NOTE: Look("Note", "note", "#7a5c00", "#e2bd52"),
    Kind.QUESTION: Look("Question", "question", "#1262b0", "#7fb8f0"),
    Kind.PRAISE: Look("Praise", "praise", "#a8324e", "#f08ba4"),
    Kind.CONFUSION: Look("Confusion", "confusion", "#6a4fa3", "#bda6ee"),
    Kind.SUGGESTION: Look("Suggestion", "suggestion", "#00705a", "#4fc7a4"),
    Kind.CONTINUITY: Look("Continuity", "continuity", "#28606f", "#7cc3d4"),
    Kind.TODO: Look("To do", "to-do", "#9a3b12", "#f0a07a"),
}
"""In the order in which they are offered."""

REACTIONS: dict[Reaction, Look] = {
    Reaction.LAUGHED: Look("Laughed", "laughed", "#a8324e", "#f08ba4"),
    Reaction.LOVED: Look("Loved it", "praise", "#a8324e", "#f08ba4"),
    Reaction.CONFUSED: Look("Confused", "confusion", "#6a4fa3", "#bda6ee"),
    Reaction.BORED: Look("Bored", "bored", "#6a655b", "#a8a296"),
    Reaction.TYPO: Look("Typo", "typo", "#00705a", "#4fc7a4"),
}


def look_of(note: Note) -> Look:
    """How a note looks: by its reaction, where it is one, else by its kind."""
    return REACTIONS[note.reaction] if note.reaction else KINDS[note.kind]


def said(note: Note) -> str:
    """What a note says in one text: reaction, answer to a question, suggestion, words."""
    parts = [
        REACTIONS[note.reaction].name if note.reaction else "",
        note.asked,
        "" if note.suggestion is None else f"→ {note.suggestion}" if note.suggestion else "→ leave it out",
        note.body,
    ]
    return "\n".join(filter(None, parts))
