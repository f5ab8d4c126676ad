# SPDX-License-Identifier: GPL-3.0-or-later
"""What the author decided of one story, carried to the next: its words, its people, how it is written."""

from __future__ import annotations

from collections.abc import Iterable

from redraft.storage.sidecar import Sidecar

KINDS = (
    "word", "character-name", "character-merge", "character-split", "character-added", "character-pinned",
    "character-apart", "character-pronouns", "not-a-person", "style", "in-speech",
)
"""The kinds of record that hold for a sequel as well; what is pinned to a place does not."""


def carry(story: Sidecar, sequel: Sidecar, people: Iterable[str] = ()) -> int:
    """Put the story's records into the sequel's, where it has none of that id, and its ``people`` as characters by
    name; how many were put.

    Raises:
        SaveError: when they could not be written.
    """
    count = 0
    for kind in KINDS:
        have = {each.id for each in sequel.records(kind)}
        for record in story.records(kind):
            if record.id not in have:
                sequel.put(kind, record.id, record.fields)
                count += 1
    have = {each.id for each in sequel.records("character-added")}
    for name in people:
        if name not in have:
            sequel.put("character-added", name, {})
            count += 1
    return count
