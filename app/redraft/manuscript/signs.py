# SPDX-License-Identifier: GPL-3.0-or-later
"""What one line says of itself: a heading, a scene mark, a line of front matter, an author's note."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from redraft.manuscript.counts import words
from redraft.manuscript.jumps import Jump, jump, time_line
from redraft.text.folding import read_markup

_ONES = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
_ONES += "|eighteen|nineteen"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_ORDINALS = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|last"
_ROMAN = r"(?=[ivxlc])(?:xc|xl|l?x{0,3}|c)?(?:ix|iv|v?i{0,3})"
_NUMBER = rf"(?:\d{{1,3}}|(?:{_TENS})(?:[ -](?:{_ONES}))?|{_ONES}|(?:the )?(?:{_ORDINALS})|{_ROMAN})"
_PARTED = re.compile(
    rf"(?:chapter|part|book|act|volume|section|episode|scene|canto)\s+{_NUMBER}(?P<rest>$|\s*[:.–—-].*|\s.*)",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"(?:prologue|epilogue|interlude|intermezzo|introduction|preface|foreword|afterword)(?P<rest>$|\s*[:.–—-].*)",
    re.IGNORECASE,
)
_NUMERAL = re.compile(r"(?=[IVXLC])(?:XC|XL|L?X{0,3}|C)?(?:IX|IV|V?I{0,3})\.?(?P<rest>$|\s*[:–—-]\s.*)")
_FIGURE = re.compile(r"(?:\d{1,3}|[—–-]\s?\d{1,3}\s?[—–-])\.?$")
_FIGURED = re.compile(r"\d{1,3}[.:)]\s+(?P<rest>[A-Z“‘\"'].*)")
_HASHES = re.compile(r"\s{0,3}(#{1,6})\s+(\S.*?)\s*#*\s*$")
_SMALL = frozenset("a an and as at but by for from in into of off on or out over the to up upon with".split())

_ORNAMENT = re.compile(r"(?:[^\w\s]|_)+(?:\s+(?:[^\w\s]|_)+)*")
_QUOTE = re.compile(r"[“”„«»\"]")
_LETTERS = re.compile(r"[oOxX0\W_]{3,}")
_SPOKEN = re.compile(r"[“”‘’\"'„«».…!?,;:()\[\]\s]+")
_RULE = re.compile(r"<hr\b[^>]*>", re.IGNORECASE)
_DECORATION = r"[\s\W_]*"
_SPELLED = re.compile(
    _DECORATION
    + r"(?:(?:insert\s)?(?:line|scene|page|section|story)\W?(?:break|change|shift|divider|line|switch)(?:\shere)?|break"
    r"|line|time\W?(?:skip|jump|lapse)|(?:(?:begin|start|end)\w*\s)?(?:of\s)?flash\W?back(?:\s(?:end|over|begin|start)\w*)?"
    r"|pov\s(?:change|switch|shift))" + _DECORATION,
    re.IGNORECASE,
)
_VIEWPOINT = re.compile(
    r"[^\w“\"‘']*(?:(?:[A-Z][\w.-]*|normal|third person|first person|no one)(?:\s(?:[A-Z][\w.-]*|and|&|of|the)){0,3}?"
    r"(?:['’]s?)?"
    r"\s(?:POV|P\.O\.V\.?|pov|[Pp]oint [Oo]f [Vv]iew)"
    r"|(?:POV|Pov)(?:\sof)?\W+[A-Z][\w.-]*(?:\s[A-Z][\w.-]*){0,2})[\W_]*"
)
_LABEL = re.compile(
    r"\W*(?:by|author|title|rating|rated|warnings?|trigger warnings?|disclaimer|summary|fandom|pairings?|ships?"
    r"|characters?|genres?|words?|word count|category|archive warnings?|additional tags|tags|series|status|prompt"
    r"|betas?|beta'd by|beta reader|copyright|spoilers?|time ?line|setting|dedication|dedicated to|language"
    r"|published|updated|written for|written by|contact|e-?mail|draft|version|notes?|content notes?|chapter summary"
    r"|previously|recap|credits?)"
    r"\s*[:–—]\s*\S.*",
    re.IGNORECASE,
)
_BARE_LABEL = re.compile(
    r"\W*(?:author[’']?s?[’']? notes?|end notes?|notes?|a/n|disclaimer|summary|warnings?)\s*[:.–—-]?\W*", re.IGNORECASE
)
_BY = re.compile(r"(?:by|written by|from)\s+\S.{0,50}", re.IGNORECASE)
_COPYRIGHT = re.compile(r"(?:copyright\s)?(?:©|\([cC]\))\s.{0,60}|all rights reserved\.?", re.IGNORECASE)
_NOTE = re.compile(
    r"[\W_]*(?:(?:A/N|A\.N\.|[Aa]/n)\b\s*\d?[^\w\s]*(?:\s|$)|AN\s*[:–—.)-]"
    r"|(?i:disclaimer|end notes?)\s*[:–—-])"
)
_NOTE_LOWER = re.compile(r"[\W_]*(?i:author[’']?s?[’']?\s+(?:end\s?)?notes?)\s*(?:[:–—.)\]-]|$)")
_FAREWELL = re.compile(
    r"\b(?:please\s(?:read\sand\s)?review|R\s?&\s?R|review(?:s|ed)?\s(?:are|is|please|make)|leave\sa\s(?:review|comment)"
    r"|thank(?:s|\syou)\s(?:so\smuch\s)?for\sreading|(?:see\syou|until|in\sthe)\snext\s(?:chapter|time|update)|next\schapter"
    r"|constructive\scriticism|favou?rite\sand\sfollow)\b",
    re.IGNORECASE,
)
_ENDING = re.compile(r"\W*(?:the\s+)?end\W*|\W*fin(?:is)?\W*|\W*(?:to be continued|t\.?b\.?c\.?)\W*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Signs:
    """What a paragraph's own words say of its part in the story; ``words`` counts those that are read."""

    words: int
    heading: str | None = None
    level: int = 0
    mark: bool = False
    title: str = ""
    note: bool = False
    bare_label: bool = False
    label: bool = False
    farewell: bool = False
    ending: bool = False
    short: bool = False
    jump: Jump | None = None


@lru_cache(maxsize=65536)
def signs(text: str) -> Signs:
    """Read the signs of one paragraph's shown text. Remembered: an outline made again reads only what changed."""
    hashes = _HASHES.match(text) if "#" in text[:9] else None
    read = read_markup(text).text.strip()
    count = words(read)
    if len(read) > 200 and not hashes:
        return Signs(count, note=_is_note(read), label=bool(_LABEL.fullmatch(read)), jump=jump(read, text))
    if hashes and any(each.isalnum() for each in hashes.group(2)):
        return Signs(count, heading=read_markup(hashes.group(2)).text, level=len(hashes.group(1)))
    if _is_mark(text.strip(), read):
        return Signs(count, mark=True)
    if _VIEWPOINT.fullmatch(read) or time_line(read, text):
        return Signs(count, mark=True, title=read.strip("*_~-–—=<>[]() \t.…") or read)
    note = _is_note(read)
    return Signs(
        count,
        heading=None if note else _heading(read),
        note=note,
        bare_label=bool(_BARE_LABEL.fullmatch(read)),
        label=bool(_LABEL.fullmatch(read) or _BY.fullmatch(read) or _COPYRIGHT.fullmatch(read)),
        farewell=bool(_FAREWELL.search(read)) and not read.startswith(("“", '"', "‘")),
        ending=bool(_ENDING.fullmatch(read)),
        short=_is_short(read),
        jump=jump(read, text),
    )


def _heading(read: str) -> str | None:
    """The text as a heading, when it is one by its words: "Chapter 7", "PROLOGUE", "IV", "XII: The Gate"."""
    if not read or len(read) > 90:
        return None
    if found := _PARTED.fullmatch(read):
        rest = found.group("rest")
        return read if not rest or _is_title(rest.lstrip(" \t:.–—-"), bare=rest[:1].isspace()) else None
    if found := _NAMED.fullmatch(read) or _NUMERAL.fullmatch(read):
        rest = found.group("rest")
        return read if not rest or _is_title(rest.lstrip(" \t:.–—-"), bare=False) else None
    if _FIGURE.fullmatch(read):
        return read
    if (found := _FIGURED.fullmatch(read)) and _is_title(found.group("rest"), bare=True):
        return read
    return None


def _is_title(rest: str, *, bare: bool) -> bool:
    """Whether what follows "Chapter 7" is a title. Without a colon before it ("bare") it must be written as one."""
    if not rest:
        return True
    if len(rest) > 60 or (bare and rest[-1] in ".,;:"):
        return False
    if not bare:
        return not (rest[-1] in ",;" or (rest[-1] == "." and len(rest.split()) > 6))
    return all(word[:1].isupper() or not word[:1].isalpha() or word.lower() in _SMALL for word in rest.split())


def _is_mark(text: str, read: str) -> bool:
    if len(text) > 60:
        return False
    if _RULE.fullmatch(text):
        return True
    if _SPELLED.fullmatch(read):
        return _is_set_off(text, read)
    bare = text.replace("\\", "")
    if _ORNAMENT.fullmatch(bare):
        if _QUOTE.search(bare):
            return False
        return not _SPOKEN.fullmatch(bare) or bool(re.fullmatch(r"\.(?:\s\.){2,}|\.{4,}", bare))
    return bool(_LETTERS.fullmatch(bare)) and len(set(bare.lower()) & set("ox0")) >= 1 and not bare.isdigit()


def _is_set_off(text: str, read: str) -> bool:
    """Whether it is a mark: "Line" or "Break" alone may be a word of the story, in brackets or capitals it is none."""
    lower = read.lower()
    return len(read.split()) > 1 or read.isupper() or not text[:1].isalnum() or "flash" in lower or "break" in lower[3:]


def _is_note(read: str) -> bool:
    head = read[:60]
    return bool(_NOTE.match(head) or _NOTE_LOWER.match(head))


def _is_short(read: str) -> bool:
    """A short line that is no sentence: a title, a name, the "and" between two names."""
    return 0 < len(read) <= 60 and read[-1] not in ".,;:!?…”\"—" and read[0] not in "“\"‘'"
