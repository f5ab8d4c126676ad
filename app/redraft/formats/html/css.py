# SPDX-License-Identifier: GPL-3.0-or-later
"""As much of CSS as says how letters look: declarations, and sheets of simple selectors (``p.letter``, ``.c3``)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice

_SELECTOR = re.compile(r"([a-zA-Z][\w-]*)?((?:\.[\w-]+)*)")
_MOST_RULES = 20_000
_BOLD = 600
_LOOKED_AT = frozenset({
    "font-style", "font-weight", "text-decoration", "text-decoration-line", "font-variant", "font-variant-caps",
    "vertical-align", "display", "visibility", "mso-hide", "mso-list", "text-align", "white-space",
})  # fmt: skip
"""The properties that say how letters look; a sheet may have any number of others."""



@dataclass(frozen=True, slots=True)
class Style:
    """What an element hands down to those inside it."""

    italic: bool = False
    bold: bool = False
    underline: bool = False
    strike: bool = False
    small_caps: bool = False
    raised: str = ""
    hidden: bool = False
    align: str = ""
    preformatted: bool = False
    link: str = ""
    language: str = ""
    inserted: str = ""


@lru_cache(maxsize=4096)
def declarations(text: str) -> tuple[tuple[str, str], ...]:
    """The properties and values of ``style="…"``, in lower case."""
    found = []
    for each in text.split(";"):
        name, colon, value = each.partition(":")
        if colon:
            found.append((name.strip().lower(), value.replace("!important", "").strip().lower()))
    return tuple(found)


@lru_cache(maxsize=16384)
def applied(style: Style, text: str) -> Style:
    """The style with the declarations ``text`` put on it."""
    for name, value in declarations(text):
        style = _with(style, name, value)
    return style


def _with(style: Style, name: str, value: str) -> Style:
    if name == "font-style":
        return replace(style, italic=value.startswith(("italic", "oblique")))
    if name == "font-weight":
        return replace(style, bold=value.startswith("bold") or (value.isdecimal() and int(value) >= _BOLD))
    if name in ("text-decoration", "text-decoration-line"):
        return _decorated(style, value)
    if name in ("font-variant", "font-variant-caps"):
        return replace(style, small_caps="small-caps" in value)
    if name == "vertical-align":
        return replace(style, raised={"super": "superscript", "sub": "subscript"}.get(value, ""))
    return _laid_out(style, name, value)


def _decorated(style: Style, value: str) -> Style:
    """Lines of an element are drawn beside those of the elements round it; only "none" takes them away."""
    if value.startswith("none"):
        return replace(style, underline=False, strike=False)
    return replace(style, underline=style.underline or "underline" in value,
                   strike=style.strike or "line-through" in value)


def _laid_out(style: Style, name: str, value: str) -> Style:
    if (name, value) in (("display", "none"), ("visibility", "hidden"), ("mso-hide", "all")):
        return replace(style, hidden=True)
    if name == "mso-list" and value == "ignore":
        return replace(style, hidden=True)
    if name == "text-align":
        return replace(style, align={"center": "centre", "right": "right", "justify": "justify"}.get(value, ""))
    if name == "white-space":
        return replace(style, preformatted=value in ("pre", "pre-wrap", "break-spaces"))
    return style


class Sheet:
    """The rules of a document's style sheets. Selectors that look at more than one element are passed over."""

    def __init__(self, text: str = "") -> None:
        self._rules: dict[tuple[str, str], dict[str, str]] = {}
        for selector, body in islice(_rules(text), _MOST_RULES):
            for tag, classes in _simple(selector):
                known = {name: value for name, value in declarations(body) if name in _LOOKED_AT}
                self._rules.setdefault((tag, classes), {}).update(known)

    def __bool__(self) -> bool:
        return bool(self._rules)

    def of(self, tag: str, classes: str) -> str:
        """The declarations for an element, the most special last. ``classes``: its class attribute."""
        names = classes.split()
        found: dict[str, str] = {}
        for key in ((tag, ""), *(("", each) for each in names), *((tag, each) for each in names)):
            for name, value in self._rules.get(key, {}).items():
                found.pop(name, None)
                found[name] = value
        return ";".join(f"{name}:{value}" for name, value in found.items())


def _rules(text: str) -> Iterator[tuple[str, str]]:
    """The selector and the declarations of every rule, also of those inside of others (``@media``).

    Looked for piece by piece: a pattern for a whole rule would go through what has no end again from every place.
    """
    *pieces, _ = _without_comments(text).split("}")
    for piece in pieces:
        before, brace, body = piece.rpartition("{")
        selector = before.rpartition("{")[2]
        if brace and selector:
            yield selector, body


def _without_comments(text: str) -> str:
    """As in CSS, a comment without an end goes on to the end of the sheet."""
    kept: list[str] = []
    place = 0
    while (start := text.find("/*", place)) >= 0:
        kept.append(text[place:start])
        end = text.find("*/", start + 2)
        if end < 0:
            return " ".join(kept)
        place = end + 2
    return " ".join((*kept, text[place:]))


def _simple(selector: str) -> Iterator[tuple[str, str]]:
    for each in selector.split(","):
        match = _SELECTOR.fullmatch(each.strip())
        if match and each.strip():
            tag, classes = (match.group(1) or "").lower(), match.group(2).lstrip(".")
            if "." not in classes:
                yield tag, classes
