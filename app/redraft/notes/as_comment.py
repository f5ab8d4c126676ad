# SPDX-License-Identifier: GPL-3.0-or-later
"""What a note says where there is only text to say it in: a comment in a document."""

from __future__ import annotations

from redraft.notes.note import Kind, Note

_KINDS = {
    Kind.PRAISE: "Praise", Kind.CONFUSION: "Confusing", Kind.CONTINUITY: "Continuity", Kind.TODO: "To do",
}  # fmt: skip


def comment_text(note: Note) -> str:
    """The words of the comment: the question answered, the kind where it is not plain from them, the note, and what it
    suggests instead."""
    lines = [note.asked] if note.asked else []
    said = note.body
    if note.reaction:
        said = f"({note.reaction.value})" + (f" {said}" if said else "")
    elif note.kind in _KINDS:
        said = f"{_KINDS[note.kind]}: {said}" if said else _KINDS[note.kind]
    lines += [said] if said else []
    if note.suggestion is not None:
        lines.append(f"Instead: {note.suggestion}" if note.suggestion else "Take this out.")
    return "\n".join(lines)
