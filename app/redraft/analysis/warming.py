# SPDX-License-Identifier: GPL-3.0-or-later
"""Loads what rules load when they first need it (dictionaries, word forms), before an edited paragraph waits for it."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable

from redraft.characters.english_words import is_known
from redraft.checks.catalogue import catalogue
from redraft.checks.commas.model import load_judge
from redraft.checks.frames import missing
from redraft.checks.rules.confused.jury import load_jury
from redraft.checks.rules.forms.kin import kin
from redraft.checks.rules.slips.meant import meant_by
from redraft.checks.rules.spelling.shape import oddity
from redraft.checks.rules.spelling.suggest import suggestions
from redraft.language.inflection import inflect, lemma

LOADS: tuple[Callable[[], object], ...] = (
    lambda: catalogue(),
    lambda: lemma("walks", "VERB"),
    lambda: inflect("walk", "VBD"),
    lambda: suggestions("teh"),
    lambda: oddity("teh"),
    lambda: missing("out", "of", "the"),
    lambda: meant_by("moth"),
    kin,
    load_judge,
    load_jury,
    lambda: is_known("the"),
)
"""Each, called once, loads something that stays."""


def warm_beside() -> threading.Thread:
    """Load it all in a thread of its own. What cannot be loaded says so when it is needed."""

    def warm() -> None:
        for load in LOADS:
            with contextlib.suppress(Exception):
                load()

    thread = threading.Thread(target=warm, name="warming", daemon=True)
    thread.start()
    return thread
