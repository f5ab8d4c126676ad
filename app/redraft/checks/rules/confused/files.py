# SPDX-License-Identifier: GPL-3.0-or-later
"""The files that the judges of confusable words read, checked before they are trusted."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from redraft.places import resource

FOLDER = "confusables"


def readable(names: Sequence[str]) -> bool:
    """Whether every file is there and is the one listed in ``resources/models/SHA256SUMS``."""
    folder = resource("models", FOLDER)
    try:
        lines = resource("models", "SHA256SUMS").read_text("utf-8").splitlines()
        sums = {name.strip(): digest for digest, _, name in (line.partition(" ") for line in lines)}
        return all(
            hashlib.sha256((folder / name).read_bytes()).hexdigest() == sums.get(f"{FOLDER}/{name}") for name in names
        )
    except OSError:
        return False
