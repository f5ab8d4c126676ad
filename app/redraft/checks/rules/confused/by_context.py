# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: a word that sounds or looks like the one that is meant: a *rouge* ninja, *peaked* interest.

Why a reader minds: no spell checker sees it, every reader does.

When to leave it: when you mean the word, as in a play on words or a character's own mistake.

Example: He was a rouge ninja. → He was a rogue ninja.
"""

from __future__ import annotations

from collections.abc import Iterator

from redraft.checks.check import Fires, Found, Quiet, check
from redraft.checks.finding import Severity
from redraft.checks.rules.confused.features import Piece, pieces
from redraft.checks.rules.confused.glosses import explain
from redraft.checks.rules.confused.jury import Doubt, load_jury
from redraft.checks.story import Passage
from redraft.language.analysis import Zone

_TITLES = ("Mr.", "Mrs.", "Ms.", "Dr.", "St.", "Mt.", "Capt.", "Col.", "Lt.", "Sgt.", "Prof.", "Rev.")
_OPEN = 1.5
"""So far below the bar of a clean book another engine may still confirm a doubt."""


@check(
    id="confused-word", name="Confused word", category="confusable", severity=Severity.ERROR, sure=False, weight=0.8,
    examples=(
        Fires("She looked over ⟦they’re⟧ heads and smiled.", "their"),
        Fires("He had ⟦know⟧ idea where the man had gone.", "no"),
        Fires("She could hardly ⟦breath⟧ when he came into the room.", "breathe"),
        Quiet("They’re over there with their dogs, and it’s lost its way."),
        Quiet("He knew no more than you’d know of your own brother."),
        Quiet("Mr. Wood rode down the road to the Hale house."),
    ),
)
def confused_word(passage: Passage) -> Iterator[Found]:
    """Words of the sets that do not fit their places, by the learned judges together."""
    jury = load_jury()
    if jury is None or not passage.story.english:
        return
    found = pieces(passage.straight)
    for doubt in jury.doubts(found, passage.straight, passage.marks, passage.story.counts):
        piece = found[doubt.at]
        told = doubt.score >= doubt.bars.limit(passage.story.roughness, passage.story.confusions)
        if (told or _open(doubt)) and not _excused(passage, piece, doubt.better):
            yield _found(passage, piece, doubt, unsure=not told)


def _open(doubt: Doubt) -> bool:
    """Whether another engine's word would tip the scales; the tagger's has been weighed already."""
    return doubt.score >= doubt.bars.clean - _OPEN and not doubt.evidence.tagger


def _excused(passage: Passage, piece: Piece, better: str) -> bool:
    """Names, parts of compounds, clipped words, words in capitals, and dialect."""
    text, start, end = passage.straight, piece.start, piece.start + len(piece.text)
    written = text[start:end]
    if "-" in (text[start - 1 : start], text[end : end + 1]) or (written.isupper() and len(written) > 1):
        return True
    if written[0].isupper() and "i'" not in (piece.text[:2], better[:2]) and _named(passage, start, written):
        return True
    return passage.analysis.zone(start) is not Zone.NARRATION and _dialect(passage, start)


def _named(passage: Passage, start: int, written: str) -> bool:
    """Whether a word with a capital names somebody or something, or belongs to a title.

    The parser takes many a wrong word at the start of a sentence for a name; there the story must know it as one.
    """
    before = passage.straight[:start].rstrip()
    if before[-1:].isalnum() or before[-1:] in (",", ";", "&") or before.endswith(_TITLES):
        return True
    known = passage.story.capital_counts.get(written.lower().replace("’", "'"), 0)
    return written in passage.story.names or (known > 0 and _proper(passage, start))


def _proper(passage: Passage, start: int) -> bool:
    number = passage.analysis.token_index(start)
    return number >= 0 and passage.analysis.tokens[number].tag in ("NNP", "NNPS")


def _dialect(passage: Passage, place: int) -> bool:
    """Whether the speech at ``place`` drops its letters: goin', 'ouse, an', o'."""
    for speech in passage.analysis.stretches:
        if speech.start <= place < speech.end:
            inner = passage.straight[speech.start + 1 : speech.end - 1]
            return any(each in inner for each in ("in' ", "in',", " an' ", " o' ", " '", "ain't"))
    return False


def _found(passage: Passage, piece: Piece, doubt: Doubt, *, unsure: bool) -> Found:
    start, end = piece.start, piece.start + len(piece.text)
    written = passage.text[start:end]
    better = doubt.better.replace("'", "’") if "’" in passage.text else doubt.better
    fix = _like(written, better)
    sure = doubt.score >= doubt.bars.sure
    return Found(start, end, explain(piece.text, doubt.better), (fix,), sure=sure, unsure=unsure)


def _like(written: str, fix: str) -> str:
    """The fix with the capital of what was written; "I’ll" keeps its own."""
    if written[:1].isupper() or fix.startswith(("i’", "i'")):
        return fix[0].upper() + fix[1:]
    return fix
