# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds the markup in a paragraph of fiction: Markdown emphasis, heading hashes, escapes, HTML and BBCode tags.

CommonMark's rules for emphasis (spec 0.31, "Emphasis and strong emphasis"), but shyer: a star is also a footnote, a
multiplication, a bleeped letter, an ornament. What is not surely markup is text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from redraft.text.span import Span


@dataclass(frozen=True, slots=True)
class Mark:
    """One piece of markup. ``turn``: +1 opens ``kind`` ("italic", "bold"; "": no look), -1 closes it."""

    span: Span
    kind: str = ""
    turn: int = 0


@dataclass(slots=True)
class _Run:
    """A run of one to three stars or underscores that may open or close emphasis; ``left`` are still unused."""

    start: int
    char: str
    left: int
    opens: bool
    closes: bool
    used: int = 0


_ANY = re.compile(r"[*_<\[\\]|^\s*[#>]")
_RUN = re.compile(r"\*+|_+")
_ESCAPE = re.compile(r"\\(?=[*_#\[\]<>`~\\.+-])")
_HEAD = re.compile(r"\s{0,3}(?:#{1,6}[ \t]+(?=\S)|(?:>[ \t]?)+(?=\S))")
_HTML = re.compile(
    r"(?<!\\)</?(i|em|cite|b|strong|u|s|del|ins|strike|small|big|sub|sup|span|font|center|p|div|q|tt)\b[^<>]*>",
    re.IGNORECASE,
)
_BBCODE = re.compile(
    r"(?<!\\)\[(/?)(i|b|u|s|center|right|left|indent|colou?r|size|font|quote|spoiler)(?:=[^\]\[]*)?\]", re.IGNORECASE
)
_LOOKS = {"i": "italic", "em": "italic", "cite": "italic", "u": "italic", "b": "bold", "strong": "bold"}


def marks(text: str) -> list[Mark]:
    """Every piece of markup in ``text``, in order, none overlapping."""
    if not _ANY.search(text):
        return []
    found = [*_tags(text), *_codes(text)]
    if head := _HEAD.match(text):
        found.append(Mark(Span(0, head.end())))
    found.extend(Mark(Span(*each.span())) for each in _ESCAPE.finditer(text))
    found.sort(key=lambda each: each.span)
    found.extend(_emphasis(text, found))
    found.sort(key=lambda each: each.span)
    return _apart(found)


def _apart(found: list[Mark]) -> list[Mark]:
    kept: list[Mark] = []
    for mark in found:
        if not kept or mark.span.start >= kept[-1].span.end:
            kept.append(mark)
    return kept


def _tags(text: str) -> list[Mark]:
    """HTML tags, paired or not: nobody reads "<i>" aloud. Only a pair sets a look."""
    if "<" not in text:
        return []
    found = [(each, each.group(1).lower(), each.group().startswith("</")) for each in _HTML.finditer(text)]
    return _paired([(Span(*each.span()), name, closing) for each, name, closing in found], keep_lone=True)


def _codes(text: str) -> list[Mark]:
    """BBCode, only in pairs: a lone "[i]" is a footnote."""
    if "[" not in text:
        return []
    found = [(Span(*each.span()), each.group(2).lower(), bool(each.group(1))) for each in _BBCODE.finditer(text)]
    return _paired(found, keep_lone=False)


def _paired(found: list[tuple[Span, str, bool]], *, keep_lone: bool) -> list[Mark]:
    result: list[Mark] = []
    opened: list[tuple[Span, str]] = []
    for span, name, closing in found:
        if not closing:
            opened.append((span, name))
            continue
        partner = next((each for each in reversed(opened) if each[1] == name), None)
        if partner is None:
            result.extend([Mark(span)] if keep_lone else [])
            continue
        opened.remove(partner)
        look = _LOOKS.get(name, "")
        result.extend([Mark(partner[0], look, 1 if look else 0), Mark(span, look, -1 if look else 0)])
    if keep_lone:
        result.extend(Mark(span) for span, _ in opened)
    return result


def _emphasis(text: str, taken: list[Mark]) -> list[Mark]:
    starts = [each.span.start for each in taken]
    result: list[Mark] = []
    openers: list[_Run] = []
    for match in _RUN.finditer(text):
        run = _run(text, match, taken, starts)
        if run is None:
            continue
        if run.closes:
            _close(text, run, openers, result)
        if run.opens and run.left:
            openers.append(run)
    return result


def _run(text: str, match: re.Match[str], taken: list[Mark], starts: list[int]) -> _Run | None:
    """The run as a delimiter, by CommonMark's "flanking"; None where it surely is text."""
    start, end = match.span()
    if end - start > 3:
        return None
    index = bisect_right(starts, start) - 1
    if index >= 0 and start < taken[index].span.end:
        return None
    if start and text[start - 1] == "\\":
        return None
    before, after = text[start - 1 : start] or " ", text[end : end + 1] or " "
    if before.isdigit() and after.isdigit():
        return None
    left = not after.isspace() and (after.isalnum() or not before.isalnum())
    right = not before.isspace() and (before.isalnum() or not after.isalnum())
    if text[start] == "_":
        left, right = left and not before.isalnum(), right and not after.isalnum()
    return _Run(start, text[start], end - start, left, right) if left or right else None


def _close(text: str, run: _Run, openers: list[_Run], result: list[Mark]) -> None:
    """Match the run with openers before it, innermost first, as long as both have marks left."""
    while run.left:
        opener = next((each for each in reversed(openers) if _fits(text, each, run)), None)
        if opener is None:
            return
        del openers[openers.index(opener) + 1 :]
        size = 2 if opener.left >= 2 and run.left >= 2 else 1
        kind = "bold" if size == 2 else "italic"
        inner = opener.start + opener.left
        result.append(Mark(Span(inner - size, inner), kind, 1))
        result.append(Mark(Span(run.start + run.used, run.start + run.used + size), kind, -1))
        opener.left -= size
        run.left -= size
        run.used += size
        if not opener.left:
            openers.remove(opener)


def _fits(text: str, opener: _Run, closer: _Run) -> bool:
    """Whether the two embrace words, and do not stand for bleeped letters ("d*mn … h*ll") or half of a pair."""
    if opener.char != closer.char or (opener.left != closer.left and 3 not in (opener.left, closer.left)):
        return False
    inner = text[opener.start + opener.left : closer.start]
    if not any(char.isalnum() for char in inner):
        return False
    inside_before = text[opener.start - 1 : opener.start].isalnum()
    end = closer.start + closer.used + closer.left
    inside_after = text[end : end + 1].isalnum()
    if inside_before and inside_after:
        return False
    return not (inside_before or inside_after) or " " not in inner
