# SPDX-License-Identifier: GPL-3.0-or-later
"""Rules that are a phrase: one entry in ``resources/phrases/*.toml`` each.

An entry has ``id``, ``name``, ``category``, ``pattern``, ``fix`` (one or several), ``why``, ``fails`` (texts with the
place marked ⟦so⟧) and ``passes``, and may have ``severity``, ``sure``, ``leave`` (when to leave it) and ``where``
("narration": not in speech). The pattern is a regular expression over the text in lower case with straight quotes,
with word edges added; a fix may name groups as ``\\1``. ``behind``: patterns that the text up to the phrase's end must
all end with, ``never_behind``: none of which it may end with. ``needs`` are pieces of text without one of which the
pattern cannot match: they make 200 rules as cheap as a search.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from redraft.checks.check import Check, Fires, Found, Quiet, Rule
from redraft.checks.finding import Severity
from redraft.checks.story import Passage
from redraft.language.analysis import Zone
from redraft.places import resource

_NOTHING: Iterator[Found] = iter(())
_LEAD = 80
"""Characters before a phrase's end that ``behind`` may look at."""
_OPENING = re.compile(r"\((?:\?:)?(?!\?)")
_LETTERS = re.compile(r"(?:[a-z' ](?![?*{]))*")


@dataclass(frozen=True, slots=True)
class Phrase:
    """One entry; the meanings are in the module's own words."""

    id: str
    name: str
    category: str
    pattern: str
    fix: Sequence[str]
    why: str
    fails: Sequence[str]
    passes: Sequence[str]
    needs: Sequence[str]
    severity: str = "error"
    sure: bool = True
    behind: Sequence[str] = ()
    never_behind: Sequence[str] = ()
    leave: str = "Leave it in the mouth of somebody who would say it so."
    where: str = "everywhere"


def load(folder: Path | None = None) -> tuple[Check, ...]:
    """The checks of every phrase file in a folder (by default the program's own), in order of file and entry.

    Raises:
        ValueError: for an entry that lacks something or whose pattern is no regular expression.
    """
    files = sorted((folder or resource("phrases")).glob("*.toml"))
    entries = ((entry, file) for file in files for entry in tomllib.loads(file.read_text("utf-8"))["phrase"])
    return tuple(_check(_phrase(entry, file)) for entry, file in entries)


def _phrase(entry: dict[str, object], file: Path) -> Phrase:
    try:
        filled = {**entry, "fix": entry.get("fix", []), "needs": entry.get("needs") or _needs(str(entry["pattern"]))}
        for name in ("fix", "needs"):
            filled[name] = [filled[name]] if isinstance(filled[name], str) else filled[name]
        return Phrase(**filled)  # type: ignore[arg-type]
    except (TypeError, KeyError) as error:
        raise ValueError(f"{file.name}: {entry.get('id', 'an entry')}: {error}") from error


def _needs(pattern: str) -> Sequence[str]:
    """Pieces of text one of which is in every match, and as long as can be, for the long ones are rare."""
    return max([_literal(pattern)], _openings(pattern), key=lambda pieces: min(map(len, pieces), default=0))


def _openings(pattern: str) -> list[str]:
    """How the alternatives of a group with which the pattern opens begin; none where one of them begins with no letter.

    Only the letters that are surely there are taken: of "colou?r" the first four.
    """
    opening = _OPENING.match(pattern)
    if opening is None:
        return []
    depth, begun, place = 0, [opening.end()], opening.end()
    while place < len(pattern) and depth >= 0:
        each = pattern[place]
        place += 2 if each == "\\" else 1
        depth += (each in "([") - (each in ")]")
        if each == "|" and not depth:
            begun.append(place)
    letters = [str(_LETTERS.match(pattern, each)[0]) for each in begun]  # type: ignore[index]
    optional = pattern[place : place + 1] in ("?", "*", "{") or "|" in _outside(pattern[place:])
    return [] if optional or not all(letters) else letters


def _outside(pattern: str) -> str:
    """The pattern without its groups."""
    while (shorter := re.sub(r"\\.|\[[^\]]*\]|\([^()]*\)", "", pattern)) != pattern:
        pattern = shorter
    return pattern


def _literal(pattern: str) -> str:
    """The longest run of plain letters that every match must hold; the pattern itself has no groups around it."""
    flat = re.sub(r"\([^()]*\([^()]*\)[^()]*\)\??", "\n", pattern)
    flat = re.sub(r"\([^()]*\)[?*]?|\[[^\]]*\][?*+]?|\\.|.\?", "\n", flat)
    if "|" in flat:
        return ""
    return max((each.strip() for each in re.findall(r"[a-z' -]+", flat)), key=len, default="")


def _check(phrase: Phrase) -> Check:
    fires = [Fires(each) for each in phrase.fails]
    examples: tuple[Fires | Quiet, ...] = (*fires, *(Quiet(each) for each in phrase.passes))
    manual = (
        f"What it finds: {phrase.name}.\n\nWhy a reader minds: {phrase.why}\n\n"
        f"When to leave it: {phrase.leave}\n\nExample: {phrase.fails[0].replace('⟦', '*').replace('⟧', '*')}"
    )
    return Check(
        phrase.id, phrase.name, phrase.category, Severity(phrase.severity), phrase.sure, 0.9, False, examples,
        _rule(phrase), manual,
    )


def _rule(phrase: Phrase) -> Rule:
    pattern = re.compile(rf"(?<![\w'-])(?:{phrase.pattern})(?![\w-]|'\w)")
    behind = [re.compile(rf"(?:{each})$") for each in phrase.behind]
    never = [re.compile(rf"(?:{each})$") for each in phrase.never_behind]

    def found(passage: Passage) -> Iterator[Found]:
        for match in pattern.finditer(passage.lower):
            if phrase.where == "narration" and passage.analysis.zone(match.start()) is not Zone.NARRATION:
                continue
            lead = passage.lower[max(0, match.end() - _LEAD) : match.end()]
            if not all(each.search(lead) for each in behind) or any(each.search(lead) for each in never):
                continue
            old = passage.text[match.start() : match.end()]
            fixes = tuple(fitted(old, match.expand(each), passage.text) for each in phrase.fix)
            yield Found(match.start(), match.end(), phrase.why, fixes)

    first, *others = phrase.needs

    def rule(passage: Passage) -> Iterator[Found]:
        lower = passage.lower
        if first in lower or (others and any(each in lower for each in others)):
            return found(passage)
        return _NOTHING

    return rule


def fitted(old: str, new: str, text: str) -> str:
    """``new`` in the capitals and the apostrophes that ``old`` and its paragraph have."""
    if any(each in text for each in "’“”") and "'" not in text:
        new = new.replace("'", "’")
    letters = [each for each in old if each.isalpha()]
    if len(letters) > 3 and all(each.isupper() for each in letters):
        return new.upper()
    if old[:1].isupper() and new:
        return new[0].upper() + new[1:]
    return new
