# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether the learned judges among our own rules are whole: what the rules themselves pass over in silence.

A rule whose model is missing or damaged finds nothing and says nothing, so that the others go on; the author is told
here, once. The tagger has a process of its own and tells its own state.
"""

from __future__ import annotations

import hashlib
from functools import cache

from redraft.places import not_whole, resource

_LIST = "SHA256SUMS"
_TELLS_ITSELF = "tagger/"


@cache
def broken_models() -> str:
    """A sentence that names the files of models that are missing or are not those on the list; "" when all is well."""
    folder = resource("models")
    try:
        listed = [line.split() for line in (folder / _LIST).read_text("utf-8").splitlines()]
    except OSError:
        return _sentence([_LIST])
    strange = [f"words/{name}" for name in not_whole("words")]
    names = {row[1]: row[0] for row in listed if len(row) == 2 and not row[1].startswith(_TELLS_ITSELF)}
    return _sentence([*(name for name, digest in names.items() if _digest(name) != digest), *strange])


def _digest(name: str) -> str:
    try:
        return hashlib.sha256(resource("models", *name.split("/")).read_bytes()).hexdigest()
    except OSError:
        return ""


def _sentence(names: list[str]) -> str:
    if not names:
        return ""
    if len(names) == 1:
        return f"The model file {names[0]} is missing or damaged; what it finds is left out. Install Redraft again."
    both = ", ".join(names)
    return f"The model files {both} are missing or damaged; what they find is left out. Install Redraft again."
