# SPDX-License-Identifier: GPL-3.0-or-later
"""Notes in a mail or a chat: "¶ 214: I was lost here", or quoted words and what the reader says of them.

What mail programs do to a text is undone first: quote marks before each line, lines wrapped, the signature behind
"-- ", the mail that is answered. What belongs to no place is a note on the whole story, so that nothing is dropped.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from email.utils import parsedate_to_datetime

from redraft.notes import times
from redraft.notes.arriving.arrived import NOBODY, Arrived, NoNotes
from redraft.notes.note import Note, Place, Quote, Target

Numbered = Callable[[str, int, str], Place | None]
"""Where the paragraph of that number is, in the copy whose digest begins so ("": the copy handed out last); of words
quoted from it, where those are."""

_ENTRY = re.compile(
    r"^\s*(?:[-*•]\s+)?(?:¶|§|par(?:a|agraph)?\.?|absatz)\s*(?:nr\.?|no\.?|#)?\s*(?P<number>\d{1,6})\s*[:.,)–—-]*\s*",
    re.IGNORECASE,
)
_QUOTED_FIRST = re.compile(r"^[“\"«„](?P<quote>.+?)[”\"»“]\s*(?:[-–—:]+\s*)?(?P<said>\S.*)$", re.DOTALL)
_QUOTE_MARK = re.compile(r"^[ \t]*>[> \t]*")
_SIGNATURE = re.compile(r"^--\s*$|^(?:sent from my |get outlook for |von meinem )", re.IGNORECASE)
_ANSWERED = re.compile(
    r"^(?:on .{4,120}wrote:|am .{4,120}schrieb.*:|-{2,}\s*original message.*|begin forwarded.*)$", re.IGNORECASE
)
_HEADER = re.compile(r"^(from|date|to|cc|subject|sent|reply-to):\s*(.*)$", re.IGNORECASE)
_CHAT = re.compile(r"^(?:\[[^\]]{4,30}\]|\d[\d./:, -]{4,25}(?:[ap]m)?\s+-)\s+(?P<who>[^:]{1,40}):\s*", re.IGNORECASE)
_TITLED = re.compile(r"^notes on “(?P<title>.*)” by (?P<who>.+)$", re.IGNORECASE)
_COPY = re.compile(r"^copy (?P<copy>[0-9a-f]{6,64})$", re.IGNORECASE)
_GREETING = re.compile(
    r"^(?:hi|hello|hey|dear|good (?:morning|evening)|thanks|thank you|best|love|cheers|yours|xx*)\b", re.IGNORECASE
)
_SHORT_GREETING = 8
_LONGEST_QUOTE = 2_000


@dataclass
class _Mail:
    """What was found so far."""

    author: str = ""
    date: str = ""
    title: str = ""
    copy: str = ""


@dataclass
class _Entry:
    """One remark: the number of its paragraph (0: none), the words that it quotes, and what it says."""

    number: int = 0
    quote: str = ""
    said: str = ""


def read_mail(text: str, name: str, numbered: Numbered, author: str = "") -> Arrived:
    """The notes in a text. ``author``: who wrote it, where it does not say.

    Raises:
        NoNotes: when there is not one.
    """
    mail = _Mail(author)
    entries = list(_entries(_lines(text, mail)))
    notes: list[Note] = []
    missing: list[int] = []
    for each in entries:
        note, found = _note(each, mail, numbered)
        notes.append(note)
        missing += [each.number] if not found else []
    if not notes:
        raise NoNotes(f"“{name}” holds no notes that Redraft knows; a note looks so: ¶ 214: I was lost here.")
    notices = tuple(f"“{name}” speaks of ¶ {each}, which the copy does not have." for each in missing)
    return Arrived(name, tuple(notes), (), "", mail.author, mail.title, notices)


def _lines(text: str, mail: _Mail) -> list[str]:
    """The lines of the reader's own words; what the mail's head says goes into ``mail``."""
    lines = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    marked = sum(bool(_QUOTE_MARK.match(each)) for each in lines if each.strip())
    if any(_ENTRY.match(_QUOTE_MARK.sub("", each)) for each in lines if _QUOTE_MARK.match(each)) or (
        marked and marked == sum(bool(each.strip()) for each in lines)
    ):
        lines = [_QUOTE_MARK.sub("", each) for each in lines]
    kept: list[str] = []
    for each in lines:
        line = each.strip()
        if _SIGNATURE.match(line) or (_ANSWERED.match(line) and any(one.strip() for one in kept)):
            break
        if _ANSWERED.match(line) or (not any(one.strip() for one in kept) and _is_head(line, mail)):
            continue
        if _told(line, mail):
            continue
        if chat := _CHAT.match(line):
            mail.author = mail.author or " ".join(chat.group("who").split())
            kept.append("")
            each = line[chat.end() :]
        kept.append(each)
    return kept


def _is_head(line: str, mail: _Mail) -> bool:
    """A line of a mail's head ("From: …")."""
    head = _HEADER.match(line)
    if head is None:
        return False
    what, told = head.group(1).lower(), head.group(2).strip()
    if what == "from":
        mail.author = mail.author or re.sub(r"\s*<.*>$", "", told).strip('" ')
    elif what in ("date", "sent"):
        mail.date = mail.date or _dated(told)
    return True


def _told(line: str, mail: _Mail) -> bool:
    """The two lines that head the notes of a reader copy sent as a mail."""
    if titled := _TITLED.match(line):
        mail.title, mail.author = titled.group("title"), mail.author or titled.group("who").strip()
    elif copy := _COPY.match(line):
        mail.copy = copy.group("copy").lower()
    else:
        return False
    return True


def _entries(lines: list[str]) -> Iterator[_Entry]:
    """The remarks: one begins at a paragraph's number or behind a blank line, quoted words go with what follows."""
    quote = ""
    for block in _blocks(lines):
        if _QUOTE_MARK.match(block[0]):
            quote = _joined([_QUOTE_MARK.sub("", each) for each in block])
            continue
        entry = _ENTRY.match(block[0])
        if entry:
            said = _joined([block[0][entry.end() :], *block[1:]])
            yield _split(_Entry(int(entry.group("number")), "", said))
        elif quote:
            yield _Entry(0, quote, _joined(block))
        elif not _is_greeting(_joined(block)):
            yield _split(_Entry(0, "", _joined(block)))
        quote = ""


def _blocks(lines: list[str]) -> Iterator[list[str]]:
    """Lines that belong together: up to a blank line, the next number, or where quoting begins or ends."""
    block: list[str] = []
    for line in lines:
        quoted = bool(_QUOTE_MARK.match(line))
        apart = block and (_ENTRY.match(line) or quoted != bool(_QUOTE_MARK.match(block[0])))
        if block and (not line.strip() or apart):
            yield block
            block = []
        if line.strip():
            block.append(line)
    if block:
        yield block


def _split(entry: _Entry) -> _Entry:
    """“Quoted words” – and what is said of them."""
    found = _QUOTED_FIRST.match(entry.said)
    if found is None or len(found.group("quote")) > _LONGEST_QUOTE:
        return entry
    return replace(entry, quote=found.group("quote").rstrip("…"), said=found.group("said"))


def _joined(lines: list[str]) -> str:
    return " ".join(" ".join(lines).split())


def _is_greeting(said: str) -> bool:
    words = said.split()
    return len(words) <= 1 or said.endswith((":", ",")) or (
        len(words) <= _SHORT_GREETING and bool(_GREETING.match(said))
    )


def _note(entry: _Entry, mail: _Mail, numbered: Numbered) -> tuple[Note, bool]:
    """The note, and whether the paragraph that it names was found."""
    place = numbered(mail.copy, entry.number, entry.quote) if entry.number else None
    target = Target.WORDS if entry.quote else Target.PARAGRAPH if entry.number else Target.MANUSCRIPT
    missing = bool(entry.number) and place is None
    quote = Quote(entry.quote or f"¶ {entry.number}") if missing or (entry.quote and not place) else Quote()
    note = Note("", mail.author or NOBODY, entry.said, target=target, quote=quote,
                origin=place, created=mail.date, source="mail")  # fmt: skip
    return note, not missing


def _dated(told: str) -> str:
    """A mail's date (RFC 5322), or one in figures; "" for another."""
    try:
        return times.written(parsedate_to_datetime(told))
    except (ValueError, TypeError, OverflowError):
        return times.normal(told)
