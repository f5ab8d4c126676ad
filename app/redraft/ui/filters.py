# SPDX-License-Identifier: GPL-3.0-or-later
"""What file dialogs list: every format that is opened, and those that a story can be saved in. Knows no Qt."""

from __future__ import annotations

from redraft.formats.export import FORMATS
from redraft.formats.registry import SUFFIXES

NAMES = {
    "docx": "Word", "odt": "OpenDocument", "rtf": "Rich Text", "html": "Web page", "epub": "EPUB book",
    "markdown": "Markdown", "text": "Plain text",
}  # fmt: skip
"""The formats by the names that authors know them by."""

_ENDINGS = {"docx": ".docx", "odt": ".odt", "rtf": ".rtf", "html": ".html", "markdown": ".md", "text": ".txt"}
_ALL = "All files (*)"


def open_filter() -> str:
    """All stories first, then each format by itself."""
    every = " ".join(f"*{suffix}" for suffix in SUFFIXES)
    return ";;".join((f"Stories ({every})", *(_named(form) for form in NAMES), _ALL))


def save_filter(form: str) -> str:
    """The formats that a story can be saved in, its own (``form``, a name of the registry) first."""
    forms = [form, *(each for each in _ENDINGS if each != form and _is_written(each))]
    return ";;".join(f"{NAMES[each]} (*{_ENDINGS.get(each, f'.{each}')})" for each in forms)


def ending(form: str) -> str:
    """The ending of files in a format; of one in which no new files are made, of the one that is made instead."""
    return _ENDINGS[form] if form in _ENDINGS and _is_written(form) else ".docx"


def ending_of(chosen: str) -> str:
    """The ending that a chosen line of :func:`save_filter` stands for; "" for another."""
    return next((suffix for suffix in _ENDINGS.values() if f"*{suffix})" in chosen), "")


def _is_written(form: str) -> bool:
    """Whether a story can be written anew in the format."""
    return _ENDINGS[form] in FORMATS


def _named(form: str) -> str:
    return f"{NAMES[form]} ({' '.join(f'*{suffix}' for suffix, name in SUFFIXES.items() if name == form)})"
