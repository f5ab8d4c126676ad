# SPDX-License-Identifier: GPL-3.0-or-later
"""The facts of a story that its checks need: how often its words occur, its names, its habits."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from redraft.checks.comma_habit import comma_habits, opening_commas
from redraft.checks.pause_habit import pause_commas
from redraft.checks.story import StoryFacts
from redraft.language.analysis import Analysis
from redraft.language.english import is_english
from redraft.language.quotes import habit
from redraft.text.folding import straighten

_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_MID_CAPITAL = re.compile(r"(?<=[a-z,;] )[A-Z][^\W\d_]*(?:['-][^\W\d_]+)*")
_AMERICAN = re.compile(
    r"(?:col|fav|hon|lab|neighb|harb|rum|flav|hum|vap|ard|arm|glam|behavi|parl|sav)or(?:s|ed|ing|ful|less|able|ite)?"
    r"|(?:center|theater|gray|traveled|traveling|jewelry|plow|skeptical|defense|canceled|mom|toward|realiz\w+)"
)
_BRITISH = re.compile(
    r"(?:col|fav|hon|lab|neighb|harb|rum|flav|hum|vap|ard|arm|glam|behavi|parl|sav)our(?:s|ed|ing|ful|less|able|ite)?"
    r"|(?:centre|theatre|grey|travelled|travelling|jewellery|plough|sceptical|defence|cancelled|mum|towards|realis\w+)"
)


def story_facts(
    texts: Sequence[str], analyses: Sequence[Analysis], names: Iterable[str], own_words: Iterable[str] = (),
    *, habits: bool = True,
) -> StoryFacts:
    """The facts of a story with these paragraphs (as they are read) and these words of names.

    ``analyses`` may be shorter than ``texts`` or empty: the facts that are known so far are given. How the author
    sets commas, which takes as long to tell as all else, is left unknown without ``habits``.
    """
    counts: Counter[str] = Counter()
    capitals: Counter[str] = Counter()
    words = 0
    for text in texts:
        straight = straighten(text)
        found = _WORD.findall(straight)
        words += len(found)
        counts.update(each.lower() for each in found)
        capitals.update(each.lower() for each in _MID_CAPITAL.findall(straight))
    return StoryFacts(
        counts=counts, capital_counts=capitals, names=frozenset(names),
        own_words=frozenset(each.lower() for each in own_words), variety=_variety(counts),
        quotes=habit(texts), pause_commas=pause_commas(map(straighten, texts)),
        english=is_english(_sample(texts)), words=words, opening_commas=opening_commas(analyses) if habits else None,
        comma_habits=comma_habits(analyses) if habits else None,
    )


def _sample(texts: Sequence[str]) -> str:
    """Enough of the story, from its middle outwards, to tell its language."""
    middle = texts[len(texts) // 4 : len(texts) // 4 + 200] if len(texts) > 400 else texts
    return "\n".join(middle)


def _variety(counts: Counter[str]) -> str | None:
    """"US" or "GB" when the spellings that differ speak for one by three to one, else None."""
    american = sum(number for word, number in counts.items() if _AMERICAN.fullmatch(word))
    british = sum(number for word, number in counts.items() if _BRITISH.fullmatch(word))
    if american >= 3 and american > 3 * british:
        return "US"
    if british >= 3 and british > 3 * american:
        return "GB"
    return None
