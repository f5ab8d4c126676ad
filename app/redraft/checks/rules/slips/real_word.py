# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: a word that is one and makes no sense here, a letter or an ending away from one that does.

Why a reader minds: the spelling is right, so nobody but a reader finds it; and every reader does.

When to leave it: when you mean the word: a play on words, a trade's own term, somebody's way of talking.

Example: The moth of the cave was dark. → The mouth of the cave was dark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redraft.checks.check import Fires, Found, Quiet, check
from redraft.checks.phrases import fitted
from redraft.checks.rules.confused.jury import load_jury
from redraft.checks.rules.slips.odds import Doubt, Place, bar, certain, doubt, score, uneasy
from redraft.checks.rules.spelling.lexicon import lexicon
from redraft.checks.rules.spelling.pairs import EDGE
from redraft.checks.rules.spelling.variety import counterpart
from redraft.checks.story import FAINT, Passage
from redraft.checks.voice import own_voice
from redraft.language.analysis import Token
from redraft.language.inflection import inflect

_PIECE = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*|[.,;:!?\"]|\d+")
_WORD = re.compile(r"(?<![\w'-])[a-z]+(?![\w'-])", re.IGNORECASE)
_STOPS = frozenset('.!?"')
_OPENERS = ("", ".", "!", "?", ":", "…", "—")
"""What stands before a sentence, blanks and quote marks aside."""
_WIDE = 60
"""Characters on either side in which the two neighbours are looked for."""
_OPEN = 2.0
"""So far below the bar another engine or rule may still confirm a doubt."""
_KIN = 1.25
_PRESENT = frozenset(("VB", "VBP", "VBZ", "NNS"))
_FORMS = ("VBD", "VBG", "VB", "VBZ")
_PASTS = {"has": ("had",), "have": ("had",), "is": ("was",), "are": ("were",), "do": ("did",), "does": ("did",)}


@check(
    id="real-word-slip", name="A word, but not the one meant", category="confusable", weight=0.66, sentence_bound=True,
    examples=(
        Fires("The ⟦moth⟧ of the cave was dark and still.", "mouth", mark="R_other", probability=0.9),
        Fires("He ⟦closet⟧ his eyes and slept.", "closed", mark="$PAST", probability=0.9),
        Fires("She was ⟦sue⟧ that he had seen it.", "sure", mark="$ING", probability=0.9),
        Quiet("The mouth of the cave was dark, and a moth sat on the wall."),
        Quiet("The ⟦mouth⟧ of the cave was dark and still.", mark="R_other", fix="month", probability=0.3),
        Quiet("They ⟦wipe⟧ their feet and go in.", mark="$PAST", fix="wiped", probability=0.9, tense="present"),
        Quiet("“I ⟦were⟧ one of the four,” he said.", mark="R_was", fix="was", probability=0.9),
        Quiet("He had a ⟦mouse⟧ in his pocket.", mark="R_other", fix="house", probability=0.1),
    ),
)
def real_word_slip(passage: Passage) -> Iterator[Found]:
    """Words that leave the tagger uneasy, where another that looks like them fits far better."""
    for match, found in doubts(passage):
        strength = score(found.told)
        least = bar(passage.story.roughness)
        if strength < least - _OPEN:
            continue
        old = passage.text[match.start() : match.end()]
        fix = fitted(old, found.better, passage.text)
        message = f"“{old}” makes no sense here; “{fix}”, which looks much like it, does."
        kin = found.told["slips"] >= _KIN
        yield Found(match.start(), match.end(), message, (fix,), sure=strength >= certain(),
                    category="wrong-form" if kin else None, unsure=strength < least)


def doubts(passage: Passage) -> Iterator[tuple[re.Match[str], Doubt]]:
    """The words of a passage that leave the tagger uneasy, and what may have been meant."""
    marks = [each for each in passage.marks if each.engine in ("tagger", FAINT)]
    if not marks:
        return
    for match in _WORD.finditer(passage.straight, min(each.start for each in marks), max(each.end for each in marks)):
        heard = list(uneasy(marks, match.start(), match.end()))
        if heard and not _excused(passage, match):
            place = _place(passage.straight, match)
            found = doubt(place, heard, passage.story.counts.get(place[1], 1))
            token = passage.analysis.tokens[passage.analysis.token_index(match.start())]
            if found is not None and not _told_elsewhere(token, place[1], found.better):
                yield match, found


def _excused(passage: Passage, match: re.Match[str]) -> bool:
    """Names, words in capitals, dialect, and words that no list knows, which the rules of spelling judge."""
    word = match.group()
    lower = word.lower()
    if lexicon().level(lower) < 0 or lower in passage.story.own_words or (word.isupper() and len(word) > 1):
        return True
    if word[0].isupper():
        opens = passage.straight[: match.start()].rstrip(" \"'(-")[-1:] in _OPENERS
        named = 2 * passage.story.capital_counts.get(lower, 0) > passage.story.counts.get(lower, 0)
        if not opens or named or word in passage.story.names:
            return True
    return own_voice(passage, match.start(), match.end())


def _place(straight: str, match: re.Match[str]) -> Place:
    before = [_piece(each) for each in _PIECE.findall(straight[max(0, match.start() - _WIDE) : match.start()])]
    behind = [_piece(each) for each in _PIECE.findall(straight[match.end() : match.end() + _WIDE])]
    two, one = [EDGE, EDGE, *before][-2:]
    next_, last = [*behind, EDGE, EDGE][:2]
    return (two, one), match.group().lower(), (next_, last)


def _piece(found: str) -> str:
    return EDGE if found in _STOPS else "0" if found.isdigit() else found.lower()


def _told_elsewhere(token: Token, word: str, better: str) -> bool:
    """Whether other rules decide: "a" and "an", "was" and "were", one word as Americans and Britons spell it, another
    form of a verb in the present."""
    if {word, better} in ({"a", "an"}, {"was", "were"}):
        return True
    if token.tag in _PRESENT and any(better == inflect(token.lemma, each) for each in _FORMS):
        return True
    if better in (counterpart(word, "US"), counterpart(word, "GB")):
        return True
    if better in _PASTS.get(word, ()) or (word.endswith("s") and better in (f"{word[:-1]}d", f"{word[:-1]}ed")):
        return True
    jury = load_jury()
    return jury is not None and jury.knows(word, better)
