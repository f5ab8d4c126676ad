# SPDX-License-Identifier: GPL-3.0-or-later
"""What the window knows of the rules: their names, and which of them judge whole sentences.

The catalogue is read when it is first asked for, not when the window opens.
"""

from __future__ import annotations

from redraft.checks.catalogue import by_id


class Rules:
    """Looks rules up by id; rules of outside judges are not in the catalogue."""

    def name(self, check_id: str) -> str:
        """The rule's name as an author reads it."""
        found = by_id().get(check_id)
        return found.name if found else check_id.replace("-", " ").capitalize()

    def waits(self, check_id: str) -> bool:
        """Whether its marks wait until the caret has left the sentence."""
        return bool(getattr(by_id().get(check_id), "sentence_bound", False))
