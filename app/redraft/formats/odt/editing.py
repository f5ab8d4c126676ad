# SPDX-License-Identifier: GPL-3.0-or-later
"""Changes the characters of one paragraph in an OpenDocument tree; every element round them stays where it is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml import etree

from redraft.formats.flow import LINE_BREAK
from redraft.formats.odt.names import TRANSPARENT, q
from redraft.formats.odt.styles import Styles
from redraft.formats.odt.walk import Piece, Pieces, Place, Slot
from redraft.manuscript.marks import MarkKind
from redraft.text.edits import Edit, trimmed, word_edits

_CUT = re.compile(f"((?<= ) +|[\t{LINE_BREAK}\n])")
_FOLDED = " \t\r\n"
_S, _C = q("text:s"), q("text:c")
_NAMES = {"\t": q("text:tab"), LINE_BREAK: q("text:line-break"), "\n": q("text:line-break")}


def rewrite(place: Place, styles: Styles, text: str) -> None:
    """Make the paragraph read ``text``, word by word where it differs."""
    old = shown(place, styles)
    for edit in reversed(trimmed(word_edits(old, text), old)):
        apply(pieces_of(place, styles), place.element, edit)
    if shown(place, styles) != text:
        _start_anew(place, styles, text)


def pieces_of(place: Place, styles: Styles) -> list[Piece]:
    """The pieces of the paragraph's text as it is now."""
    return Pieces(styles).read(place).found


def shown(place: Place, styles: Styles) -> str:
    """The paragraph's characters as they are now."""
    return "".join(each.text for each in pieces_of(place, styles))


def set_slot(node: etree._Element, slot: Slot, left: str, middle: Sequence[str | etree._Element], right: str) -> None:
    """Fill a slot: characters, then characters and elements in turn, then characters."""
    parent = node if slot is Slot.TEXT else node.getparent()
    at = 0 if slot is Slot.TEXT or parent is None else parent.index(node) + 1
    last: etree._Element | None = None
    held = left
    for part in [*middle, right]:
        if isinstance(part, str):
            held += part
            continue
        _fill(node, slot, last, held)
        if parent is not None:
            parent.insert(at, part)
        at, last, held = at + 1, part, ""
    _fill(node, slot, last, held)


def _fill(node: etree._Element, slot: Slot, last: etree._Element | None, text: str) -> None:
    if last is not None:
        last.tail = text
    elif slot is Slot.TEXT:
        node.text = text
    else:
        node.tail = text


def content(node: etree._Element, slot: Slot) -> str:
    """What stands in a slot."""
    return (node.text if slot is Slot.TEXT else node.tail) or ""


def apply(pieces: list[Piece], element: etree._Element, edit: Edit) -> None:
    """One edit. What is put in stands where the first character replaced stood, or behind the character before it."""
    start, end = edit.span.start, edit.span.end
    hit, place = [], 0
    for piece in pieces:
        low, high = max(start, place), min(end, place + len(piece.text))
        if low < high:
            hit.append((piece, low - place, high - place))
        place += len(piece.text)
    text = "".join(each.text for each in pieces)
    blank = start == 0 or text[start - 1] in (" ", LINE_BREAK)
    for piece, low, high in reversed(hit[1:] if hit else []):
        _replace(piece, low, high, "", blank=False)
    if hit:
        _replace(*hit[0], edit.replacement, blank=blank)
    else:
        _insert(pieces, element, start, edit.replacement, blank=blank)


def _replace(piece: Piece, low: int, high: int, new: str, *, blank: bool) -> None:
    """Put ``new`` in the place of characters ``low``–``high`` of a piece."""
    if piece.slot is not Slot.WHOLE:
        held = content(piece.node, piece.slot)
        end = piece.start + high
        if low < high == len(piece.text) and piece.text.endswith(" "):
            end += len(held[end:]) - len(held[end:].lstrip(_FOLDED))  # white space folded into the one taken out
        left, right = held[: piece.start + low], held[end:]
        set_slot(piece.node, piece.slot, left, parts(new, left, right, blank), right)
        return
    before, slot = _before(piece.node)
    left = content(before, slot)
    keep = len(piece.text) - (high - low)
    if new:
        set_slot(before, slot, left, parts(new, left, "", blank), "")
    if keep:
        piece.node.set(_C, str(keep))
    else:
        take_out(piece.node)


def _insert(pieces: list[Piece], element: etree._Element, at: int, new: str, *, blank: bool) -> None:
    place = 0
    for number, piece in enumerate(pieces):
        end = place + len(piece.text)
        if at <= end and (at > place or at == 0):
            following = pieces[number + 1] if number + 1 < len(pieces) and at == end else None
            _insert_in(piece, at - place, following, new, blank=blank)
            return
        place = end
    set_slot(element, Slot.TEXT, "", parts(new, "", element.text or "", blank), element.text or "")


def _insert_in(piece: Piece, at: int, following: Piece | None, new: str, *, blank: bool) -> None:
    """Behind character ``at`` of the piece; behind a link, not in it."""
    link = next((each for each in piece.node.iterancestors(q("text:a"))), None)
    if piece.node.tag == q("text:a") and piece.slot is Slot.TEXT:
        link = piece.node
    leaves = at == len(piece.text) and link is not None and not (
        following and any(kind is MarkKind.LINK for kind, _, _ in following.looks))
    if leaves and link is not None:
        set_slot(link, Slot.TAIL, "", parts(new, "", link.tail or "", blank), link.tail or "")
    elif piece.slot is Slot.WHOLE:
        node = piece.node
        if at:
            set_slot(node, Slot.TAIL, "", parts(new, "", node.tail or "", blank), node.tail or "")
        else:
            _replace(piece, 0, 0, new, blank=blank)
    else:
        _replace(piece, at, at, new, blank=blank)


def _before(node: etree._Element) -> tuple[etree._Element, Slot]:
    """The slot that ends where an element begins."""
    previous, parent = node.getprevious(), node.getparent()
    assert parent is not None
    return (previous, Slot.TAIL) if previous is not None else (parent, Slot.TEXT)


def parts(new: str, left: str, right: str, blank: bool) -> list[str | etree._Element]:
    """New characters as OpenDocument writes them: what would be folded away is an element."""
    found: list[str | etree._Element] = []
    after_space = left[-1:].isspace() if left else blank
    if new.startswith(" ") and after_space:
        count = len(new) - len(new.lstrip(" "))
        found.append(_spaces(count))
        new = new[count:]
    end = len(new.rstrip(" ")) if right[:1].isspace() else len(new)
    for number, part in enumerate(_CUT.split(new[:end])):
        if number % 2:
            found.append(etree.Element(_NAMES[part]) if part in _NAMES else _spaces(len(part)))
        elif part:
            found.append(part)
    if end < len(new):
        found.append(_spaces(len(new) - end))
    return found


def _spaces(count: int) -> etree._Element:
    element = etree.Element(_S)
    if count > 1:
        element.set(_C, str(count))
    return element


def take_out(element: etree._Element) -> None:
    """Remove an element from a paragraph; what stands behind it stays."""
    before, slot = _before(element)
    parent = element.getparent()
    tail = element.tail or ""
    element.tail = None
    if parent is not None:
        parent.remove(element)
    set_slot(before, slot, content(before, slot) + tail, [], "")


def _start_anew(place: Place, styles: Styles, text: str) -> None:
    """The characters as one, at the paragraph's start; for folded white space that word by word gives no way to."""
    _clear(place.element)
    set_slot(place.element, Slot.TEXT, "", parts(text, "", "", blank=True), "")


def _clear(element: etree._Element) -> None:
    """Take all characters out of a paragraph; notes, pictures and the like stay."""
    element.text = None
    for child in [*element]:
        child.tail = None
        if child.tag in TRANSPARENT:
            _clear(child)
        elif child.tag in (_S, *_NAMES.values()):
            element.remove(child)
