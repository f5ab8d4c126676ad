# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds what is not story: title block and labels at the start, author's notes anywhere."""

from __future__ import annotations

from collections.abc import Sequence

from redraft.manuscript.signs import Signs

_LONGEST_NOTE = 6
_TAIL = 3
TOP = 40
"""Front matter ends before this many paragraphs."""



def front_matter(texts: Sequence[str], looks: Sequence[Signs], heads: Sequence[bool]) -> int:
    """How many paragraphs at the start are front matter. ``heads`` says which are headings or marks."""
    place = _yaml(texts)
    last = place
    block = place > 0
    while place < min(len(looks), TOP):
        look = looks[place]
        if heads[place]:
            break
        if look.label or look.note or look.bare_label:
            last, block = place + 1, True
            if look.bare_label:
                last = place = _bare(looks, heads, place)
                continue
        elif not (look.short or not texts[place].strip()) or (not block and place > 2):
            break
        elif look.short and (place == 0 or block):
            last = place + 1 if block or _opens(texts, looks, place) else last
        place += 1
    return last


def title_heading(looks: Sequence[Signs]) -> int | None:
    """The place of a first heading that is the story's title: the only one, or of a higher level than the others."""
    hashed = [(place, look.level) for place, look in enumerate(looks) if look.level]
    if not hashed or any(look.words for look in looks[: hashed[0][0]]):
        return None
    first, level = hashed[0]
    others = [each for _, each in hashed[1:]]
    if any(each <= level for each in others):
        return None
    return first if others or not any(look.heading and not look.level for look in looks) else None


def notes(looks: Sequence[Signs], heads: Sequence[bool], set_off: Sequence[bool], first: int = 0) -> set[int]:
    """The places of author's notes from ``first`` on. ``set_off``: a larger gap or a mark stands before the paragraph.

    A note set off from the story runs on to the next mark, heading or larger gap; one in mid-scene is itself alone.
    """
    found: set[int] = set()
    for place, look in enumerate(looks):
        if look.note and place >= first and not heads[place]:
            found.add(place)
            if look.bare_label or set_off[place]:
                found.update(_run(heads, set_off, place))
    ends = [place for place, head in enumerate(heads) if head and looks[place].heading] + [len(looks)]
    for end in ends:
        found.update(_farewell(looks, heads, found, end))
    return found


def _yaml(texts: Sequence[str]) -> int:
    if not texts or texts[0].strip() != "---":
        return 0
    for place in range(1, min(len(texts), TOP * 2)):
        if texts[place].strip() in ("---", "..."):
            return place + 1
    return 0


def _opens(texts: Sequence[str], looks: Sequence[Signs], place: int) -> bool:
    """Whether a first short line is a title: something must follow it that is none."""
    return place + 1 < len(texts) and looks[place].words <= 12


def _bare(looks: Sequence[Signs], heads: Sequence[bool], place: int) -> int:
    """Where the text under a bare label ("Author's Note:") ends: with its first paragraph."""
    following = place + 1
    return following + 1 if following < len(looks) and not heads[following] else following


def _run(heads: Sequence[bool], set_off: Sequence[bool], place: int) -> set[int]:
    run: set[int] = set()
    for following in range(place + 1, len(heads)):
        if heads[following] or set_off[following]:
            return run
        run.add(following)
        if len(run) > _LONGEST_NOTE:
            return set()
    return run


def _farewell(looks: Sequence[Signs], heads: Sequence[bool], found: set[int], end: int) -> set[int]:
    """Lines such as "Please review!" just before a chapter's end."""
    tail: set[int] = set()
    for place in range(end - 1, max(-1, end - 1 - _TAIL), -1):
        if heads[place] or place in found or not looks[place].words:
            continue
        if not (looks[place].farewell or looks[place].ending):
            return tail
        tail.add(place)
    return tail
