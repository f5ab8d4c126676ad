# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes, saves, decides and is killed: ``python -m tools.torture.victim STORY``.

Every state of the story says its number in every paragraph, so that a mixture of two would be seen. On standard output
it says what is safe by its own account: ``kept N`` (unsaved text on disk), ``saved N``, ``decided N``.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

from redraft.storage.recovery import RecoveryFile
from redraft.ui.story import Story

PARAGRAPHS = 40


def texts(number: int) -> list[str]:
    """The paragraphs of the story's state of that number."""
    return [f"State {number} of the story, paragraph {place}, and more words in it." for place in range(PARAGRAPHS)]


def number_of(paragraphs: list[str]) -> int | None:
    """Which state these paragraphs are; None when they are a mixture."""
    try:
        number = int(paragraphs[0].split()[1])
    except (IndexError, ValueError):
        return None
    return number if paragraphs == texts(number) else None


def main(path: Path) -> None:
    """Work until somebody ends it."""
    story = Story.read(path)
    recovery = RecoveryFile()
    story.session.subscribe(lambda event: recovery.note(event.changes))
    chance = random.Random()
    number = number_of([each.text for each in story.session.paragraphs]) or 0
    while True:
        number += 1
        story.session.replace(0, PARAGRAPHS, texts(number), label="edit", initiator="victim")
        recovery.flush(story.session.manuscript)
        _say("kept", number)
        if chance.random() < 0.4:
            story.book.sidecar.put("torture", str(number), {"number": number})
            _say("decided", number)
        if chance.random() < 0.4:
            story.save()
            _say("saved", number)
            recovery.safe()


def _say(what: str, number: int) -> None:
    print(what, number, flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
