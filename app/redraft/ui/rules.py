# SPDX-License-Identifier: GPL-3.0-or-later
"""What the window knows of the rules: their names, and which of them judge whole sentences. The worker tells it."""

from __future__ import annotations

from redraft.analysis.desk import Desk


class Rules:
    """Looks rules up by id; those of outside judges, and all before the worker spoke, go by their id."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def name(self, check_id: str) -> str:
        """The rule's name as an author reads it."""
        found = self._desk.rules.get(check_id)
        return found[0] if found else check_id.replace("-", " ").capitalize()

    def waits(self, check_id: str) -> bool:
        """Whether its marks wait until the caret has left the sentence."""
        found = self._desk.rules.get(check_id)
        return found[1] if found else False


def left_out(name: str, why: str) -> str:
    """What the author is told of a rule that is asked no more: it failed ("raised") or took too long ("hung")."""
    reason = "took too long over" if why == "hung" else "failed on"
    return f"The rule “{name}” {reason} this text and is left out of it; everything else goes on."
