# SPDX-License-Identifier: GPL-3.0-or-later
"""What file dialogs list: every format that is opened, and those that a story can be saved in. Knows no Qt."""

from __future__ import annotations

from pathlib import Path

from redraft.formats.codec import CODEC_SUFFIXES, saves
from redraft.formats.registry import SUFFIXES

NAMES = {
    "docx": "Word", "odt": "OpenDocument", "rtf": "Rich Text", "html": "Web page", "epub": "EPUB book",
    "markdown": "Markdown", "text": "Plain text",
}  # fmt: skip
"""The formats by the names that authors know them by."""

_ENDINGS = {"docx": ".docx", "odt": ".odt", "markdown": ".md", "text": ".txt"}
_ALL = "All files (*)"


def open_filter() -> str:
    """All stories first, then each format by itself."""
    every = " ".join(f"*{suffix}" for suffix in SUFFIXES)
    return ";;".join((f"Stories ({every})", *(_named(form) for form in NAMES), _ALL))


def save_filter(form: str) -> str:
    """The formats that a story can be saved in, its own (``form``, a name of the registry) first."""
    forms = sorted(_ENDINGS, key=lambda each: each != form)
    return ";;".join(f"{NAMES[each]} (*{_ENDINGS[each]})" for each in forms)


def ending(form: str) -> str:
    """The ending of files in a format; of one that is only read, of the format that it is saved in instead."""
    return _ENDINGS.get(form, ".docx")


def ending_of(chosen: str) -> str:
    """The ending that a chosen line of :func:`save_filter` stands for; "" for another."""
    return next((suffix for suffix in _ENDINGS.values() if f"*{suffix})" in chosen), "")


def can_save(path: Path) -> bool:
    """Whether a story can be saved under such a name; unknown endings are plain text."""
    suffix = path.suffix.lower()
    return suffix not in CODEC_SUFFIXES or (saves(CODEC_SUFFIXES[suffix]) and suffix in _ENDINGS.values())


def _named(form: str) -> str:
    return f"{NAMES[form]} ({' '.join(f'*{suffix}' for suffix, name in SUFFIXES.items() if name == form)})"
