# SPDX-License-Identifier: GPL-3.0-or-later
"""The line of time as rows: days, and the moments in them with what changed. Knows no Qt."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from redraft.errors import RedraftError
from redraft.manuscript.differences import difference
from redraft.manuscript.model import Manuscript
from redraft.storage.history import Kind, Moment

BROKEN = "Damaged or not there whole: it cannot be had back"
FIRST = "The earliest state there is"
UNREADABLE = "The state before this one cannot be read"
_KINDS = {Kind.UNSAVED: "Typed, not saved yet", Kind.SAVED: "Saved"}


@dataclass(frozen=True, slots=True)
class Day:
    """A day that stands over its moments."""

    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """A moment, or the present (None). ``title`` says what it is, ``clock`` when on its day; ``changed`` what changed
    in it since the one before ("" while it is being read)."""

    moment: Moment | None
    title: str
    clock: str
    changed: str

    @property
    def broken(self) -> bool:
        """Whether it cannot be read."""
        return self.changed == BROKEN


Row = Day | Line


def rows(found: Sequence[Moment], changes: Mapping[str, str], present: str, today: date | None = None) -> list[Row]:
    """The present, then the moments under their days. ``changes``: what changed, by the moment's id; ``present`` what
    changed since the newest."""
    made: list[Row] = [Line(None, "Now, as it is on the page", "", present)]
    last: date | None = None
    for each in found:
        moment = datetime.fromtimestamp(each.when)
        if moment.date() != last:
            last = moment.date()
            made.append(Day(day_said(last, today or date.today())))
        made.append(Line(each, title(each), f"{moment:%H:%M}", changes.get(each.id, "")))
    return made


def title(moment: Moment) -> str:
    """What the state is, as a heading."""
    if moment.kind is Kind.NAMED:
        return moment.title
    said = _KINDS.get(moment.kind, moment.title)
    return said[:1].upper() + said[1:]


def day_said(day: date, today: date) -> str:
    """ "Today", "Yesterday", "Tuesday", "Tuesday, 3 March", "3 March 2025"."""
    if day == today:
        return "Today"
    if day == today - timedelta(days=1):
        return "Yesterday"
    if timedelta(0) < today - day < timedelta(days=7):
        return f"{day:%A}"
    return f"{day:%A}, {day.day} {day:%B}" if day.year == today.year else f"{day.day} {day:%B %Y}"


def when_said(moment: Moment, today: date | None = None) -> str:
    """The moment in the midst of a sentence: "today at 14:32", "on Tuesday at 9:05", "on 3 March 2025 at 11:00"."""
    then, now = datetime.fromtimestamp(moment.when), today or date.today()
    day = day_said(then.date(), now)
    day = day.lower() if day in ("Today", "Yesterday") else f"on {day}"
    return f"{day} at {then:%H:%M}"


def spoken(row: Row) -> str:
    """A row in words, for screen readers and tool tips."""
    if isinstance(row, Day):
        return row.text
    when = f", {when_said(row.moment)}" if row.moment is not None else ""
    return f"{row.title}{when}. {row.changed or 'Being read'}"


def changes_of(found: Sequence[Moment], present: Manuscript, known: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """What changed in each moment since the one before it, by its id, the newest first; with "" for its id, what
    changed since the newest. What is ``known`` (by :func:`key`) is not read again."""
    held: tuple[str, Manuscript | None] = ("", present)
    for place in range(len(found) + 1):
        later = found[place - 1] if place else None
        earlier = found[place] if place < len(found) else None
        if later is not None and key(later, earlier) in known:
            yield later.id, known[key(later, earlier)]
            continue
        mark = later.id if later is not None else ""
        after = held[1] if held[0] == mark or later is None else _read(later)
        before = _read(earlier) if earlier is not None else None
        held = (earlier.id if earlier is not None else "", before)
        yield mark, _said(later is None, earlier is None, before, after)


def key(later: Moment, earlier: Moment | None) -> str:
    """By what the change between two neighbours is remembered."""
    return f"{later.id}<{earlier.id if earlier is not None else ''}"


def _said(is_present: bool, is_first: bool, before: Manuscript | None, after: Manuscript | None) -> str:
    if after is None:
        return BROKEN
    if is_first:
        return "" if is_present else FIRST
    if before is None:
        return UNREADABLE
    told = difference(before.paragraphs, after.paragraphs).sentence
    return f"{told} since the state below" if is_present else told


def _read(moment: Moment) -> Manuscript | None:
    try:
        return moment.read()
    except RedraftError:
        return None
