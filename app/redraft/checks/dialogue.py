# SPDX-License-Identifier: GPL-3.0-or-later
"""Where speech and narration meet: the turns of a passage, and the tags ("she said") beside them.

Everything is read from the text with straight quotes; offsets are those of the passage.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from redraft.checks.lexicon import words
from redraft.checks.questions import asks
from redraft.checks.rates import CLEAN
from redraft.checks.speech_verbs import Saying, plain_saying, saying
from redraft.checks.story import Passage
from redraft.language.analysis import Stretch
from redraft.language.saying import SAYING
from redraft.text.folding import straighten

ENDS = ".!?…"
_TITLE = r"(?:(?:Mr|Mrs|Ms|Dr|St|Prof|Capt|Lt|Sgt)\.? )?"
_NAME = rf"{_TITLE}(?:[A-Z][\w'-]*)(?: (?:[A-Z][\w'-]*|of|the|de|von|van)){{0,3}}?"
_NOUN = r"(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Mm]y|[Tt]heir|[Oo]ur|[Oo]ne of the|[Aa]nother|[Bb]oth)(?: [\w'-]+){1,4}?"
_ADVERB = (
    r"(?:had |has )?(?:[a-z]+ly |then |just |only |at last |finally |again |also |soon |almost |once again |both )?"
)
_PRONOUN = (
    r"(?:[Hh]e|[Ss]he|[Tt]hey|[Ww]e|I|[Yy]ou|[Ii]t|(?:[Ee]very|[Ss]ome|[Nn]o)(?:one|body)|[Nn]o one"
    r"|(?:[Tt]he|[Aa]n)other)"
)
_SUBJECT_FIRST = re.compile(
    rf"\s*(?:(?P<pronoun>{_PRONOUN})|(?P<noun>{_NOUN})|(?P<name>{_NAME}))"
    rf" (?P<adverb>{_ADVERB})(?P<verb>[a-z]+)\b(?!')"
)
_VERB_FIRST = re.compile(
    rf"\s*(?P<verb>[A-Za-z][a-z]+) (?:(?P<pronoun>he|she|they|we|I|it)|(?P<noun>{_NOUN})|(?P<name>{_NAME}))(?![\w'])"
)
_END = r"\s*(?:[.,;:!?…)—–-]|$)"
_ADVERBIAL = (
    r"\s+(?:[a-z]+ly\b|again|aloud|back\b|at (?:last|once|length|the same)|finally|then\b|quietly|under (?:his|her"
    r"|their|my)|"
    r"in (?:a|an|his|her|their|my|the same|that|return|reply|response|surprise|shock|confusion|disbelief|awe|unison"
    r"|between)\b|"
    r"with (?:a|an|his|her|their|my|the|no|some|more|great|as|\w+ing)\b|without\b|"
    r"through (?:his|her|gritted|clenched|a|the)|between\b|from (?:behind|the|under|across|over|above|his|her|beside)|"
    r"over (?:his|her|the|their)|as (?:he|she|they|if|though|the|soon|[A-Z])|while\b|when\b|before\b|after\b|"
    r"and\b|but\b|to (?:him|her|them|me|us|it|himself|herself|themselves|myself|no one|nobody|everyone|the \w+"
    r"|[A-Z]\w+)\b|"
    r"into (?:his|her|the)|(?!nothing|something|anything|everything)[a-z]+ing\b)"
)
_OBJECT = (
    r"(?:\s+(?:him|her|them|me|us|you|himself|herself|the (?:other )?\w+|(?:his|her|my|their) (?!to\b)\w+"
    r"|[A-Z][\w-]+(?: [A-Z][\w-]+)?))"
)
_TAG_REST = re.compile(f"(?:{_END}|{_ADVERBIAL})")
_SHORT_REST = re.compile(rf"(?:{_END}|\s+(?:[a-z]+ly\b|in a\b|with a\b|as (?:he|she|they)\b))")
_ASKED_REST = re.compile(rf"{_OBJECT}?(?:{_END}|{_ADVERBIAL})")
_TOLD_REST = re.compile(rf"{_OBJECT}(?:{_END}|{_ADVERBIAL})")
_WITH_OBJECT = words("ask asked asks tell told tells warned warns reminded reminds informed assured urged")
_NEEDS_OBJECT = words("tell told tells reminded reminds informed informs assured assures")
_NOISY = words(
    "added continued cried gasped growled hissed snarled moaned groaned grumbled roared bellowed barked whimpered "
    "wailed"
    " whined sobbed screamed shrieked screeched echoed ordered reported promised objected stated observed noted"
)
_ASKING = words("asked asks ask inquired inquires enquired enquires queried queries")
_PLAIN_SUBJECTS = words("i you we they")
_SENTENCE = 7
"""Words from which on a quotation with a small letter at its head is speech all the same."""
_SELDOM = 0.3
"""Share of pauses with their comma below which leaving it out is the author's habit."""
_LINE = 60
"""Characters that a line of verse has at most."""
_NOT_VERBS = words("be been had has have was were is are would could did does do might will can must should")


@dataclass(frozen=True, slots=True)
class Turn:
    """A stretch of speech: ``start``–``end`` with its marks, ``inner_start``–``inner_end`` without.

    ``before``: where the narration before it begins (the paragraph's start or the end of the speech before);
    ``after``: where the narration after it ends. ``opens``/``last``: no speech before / after in the paragraph.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    before: int
    after: int
    opens: bool
    last: bool
    closed: bool

    def inner(self, text: str) -> str:
        """The spoken words."""
        return text[self.inner_start : self.inner_end]


@dataclass(frozen=True, slots=True)
class Tag:
    """Words that may tag a speech: who (``subject``) and the ``verb``; ``kind`` is "pronoun", "noun" or "name".

    ``first`` is where its first word starts; ``inverted``: "said Tom". ``fits``: what follows the verb is what
    follows a tag, and not an object ("she said nothing").
    """

    first: int
    subject: str
    kind: str
    verb: str
    verb_start: int
    verb_end: int
    inverted: bool
    saying: Saying | None
    fits: bool


def turns(passage: Passage) -> list[Turn]:
    """The turns of speech in a passage that hold words, in order."""
    speeches = passage.speeches
    found: list[Turn] = []
    for number, each in enumerate(speeches):
        before = speeches[number - 1].end if number else 0
        after = speeches[number + 1].start if number + 1 < len(speeches) else len(passage.text)
        inner = _inner(passage.straight, each)
        if any(char.isalnum() for char in passage.text[inner[0] : inner[1]]):
            found.append(
                Turn(each.start, each.end, *inner, before, after, not number, number + 1 == len(speeches), each.closed)
            )
    return found


def _inner(text: str, speech: Stretch) -> tuple[int, int]:
    start = speech.start + (speech.opened and text[speech.start] in "\"'")
    end = speech.end - (speech.closed and text[speech.end - 1] in "\"'")
    return start, max(start, end)


def first_word(passage: Passage, tag: Tag) -> str:
    """The tag's first word, as written."""
    return passage.text[tag.first : tag.first + len(passage.text[tag.first :].split(maxsplit=1)[0])]


def wants_lower_case(passage: Passage, tag: Tag) -> bool:
    """Whether the tag begins with a capital that is there only because a sentence seemed to begin."""
    word = first_word(passage, tag)
    if not word[0].isupper() or word.replace("’", "'").split("'")[0] == "I":
        return False
    if tag.kind == "noun":
        return word not in passage.story.names and "'s" not in tag.subject
    return tag.inverted or tag.kind == "pronoun"


def lowered(word: str) -> str:
    """The word with a small first letter."""
    return word[0].lower() + word[1:]


def raised(word: str) -> str:
    """The word with a capital."""
    return word[0].upper() + word[1:]


def shown(passage: Passage, tag: Tag) -> str:
    """The tag's words for a message: "she said"."""
    end = max(tag.verb_end, tag.first + len(tag.subject))
    if tag.inverted:
        end = passage.straight.index(tag.subject, tag.verb_end) + len(tag.subject)
    phrase = passage.text[tag.first : end]
    return lowered(phrase) if wants_lower_case(passage, tag) else phrase


def spoken(passage: Passage, turn: Turn) -> bool:
    """Whether the turn is somebody's speech and not quoted words (a title, a nickname) in the narration."""
    inner = turn.inner(passage.straight).strip().lstrip("'")
    lead = passage.straight[turn.before : turn.start].rstrip()
    if not inner[:1].isupper() and not inner.startswith(("…", "...", "—", "-")):
        goes_on = not turn.opens and lead[-1:] in ("", ",", ";", ":", "—", "-")
        if not goes_on and lead and inner.count(" ") < _SENTENCE:
            return False
    return not lead or lead[-1] in ".!?…,:;—(-" or lead.endswith(("--", '."', '"'))


def is_line_of_verse(passage: Passage) -> bool:
    """Whether it may be a line of a song that is quoted over several: short, and so is what stands beside it."""
    beside = [each.text for each in (passage.before, passage.after) if each is not None]
    short = [each for each in beside if len(each) < _LINE and '"' not in straighten(each)[1:-1]]
    return len(passage.text) < _LINE and bool(short) and '"' not in passage.straight[1:-1] and not rough(passage)


def rough(passage: Passage) -> bool:
    """Whether the story is a draft, or may be one: what edited books do as well is told only there."""
    return passage.story.roughness is None or passage.story.roughness > CLEAN


def sets_pauses(passage: Passage) -> bool:
    """Whether the author sets the comma of “Well, I think” at all; one who never does has chosen so."""
    share = passage.story.pause_commas
    return share is None or share >= _SELDOM


def joining_marks(passage: Passage, turn: Turn, tag: Tag) -> tuple[str, ...]:
    """The marks that may stand between the speech and its tag, the likeliest first: a question keeps its own."""
    if asks(turn.inner(passage.straight)) or tag.verb in _ASKING:
        return ("?", ",")
    return (",",)


def is_small(passage: Passage, tag: Tag) -> bool:
    """Whether the tag's first word is written with a small letter."""
    return passage.text[tag.first].islower()


def is_small_at(passage: Passage, tag: Tag) -> bool:
    """Whether the tag begins as one does inside a sentence: with a small letter, or with a capital that it needs."""
    return is_small(passage, tag) or not wants_lower_case(passage, tag)


def says(tag: Tag) -> bool:
    """Whether the words surely tag a speech: a verb that only speaks, and nothing behind it that it governs."""
    return tag.saying is Saying.PURE and tag.fits


def may_say(tag: Tag) -> bool:
    """Whether the words can tag a speech, and do so unless their marks and capitals say otherwise."""
    return tag.saying in (Saying.PURE, Saying.BOTH) and tag.fits


def acts(passage: Passage, tag: Tag) -> bool:
    """Whether the verb is something done and not said: one of the list, or any other finite verb that never speaks."""
    if tag.saying is not None or tag.inverted:
        return tag.saying is Saying.NEVER
    index = passage.analysis.token_index(tag.verb_start)
    return tag.verb not in SAYING and passage.analysis.tokens[index].tag in ("VBD", "VBZ")


def last_word(text: str, start: int, end: int) -> int:
    """Where the word that ends at ``end`` starts, not before ``start``."""
    place = end - 1
    while place > start and (text[place - 1].isalnum() or text[place - 1] in "'’-"):
        place -= 1
    return place


def tag_after(passage: Passage, turn: Turn) -> Tag | None:
    """The tag that the narration after a speech begins with, whatever its marks and capitals."""
    return tag_at(passage.straight, turn.end, turn.after)


def tag_at(text: str, start: int, end: int) -> Tag | None:
    """A tag that begins at ``start`` in straight ``text``, blanks before it aside; None when there is none.

    Of a subject of several words the shortest that is followed by a known verb counts.
    """
    stretch = text[start : min(end, start + 160)]
    inverted = _VERB_FIRST.match(stretch)
    if inverted and saying(inverted["verb"].lower()) in (Saying.PURE, Saying.BOTH):
        return _tag(inverted, start, stretch, True)
    straight = _straight_tag(stretch)
    return _tag(straight, start, stretch, False) if straight else None


def _straight_tag(stretch: str) -> re.Match[str] | None:
    match = _SUBJECT_FIRST.match(stretch)
    if not match or saying(match["verb"]) or match["pronoun"]:
        return match
    for extra in range(2, 5):
        longer = _longer(extra).match(stretch)
        if longer and saying(longer["verb"]):
            return longer
    return match


@cache
def _longer(size: int) -> re.Pattern[str]:
    noun = _NOUN.replace("{1,4}?", f"{{{size}}}")
    name = rf"{_TITLE}[A-Z][\w'-]*(?: (?:[A-Z][\w'-]*|of|the|de|von|van)){{{size - 1}}}"
    return re.compile(
        rf"\s*(?:(?P<pronoun>(?!))|(?P<noun>{noun})|(?P<name>{name})) "
        rf"(?P<adverb>{_ADVERB})(?P<verb>[a-z]+)\b(?!')"
    )


def _tag(match: re.Match[str], start: int, stretch: str, inverted: bool) -> Tag | None:
    verb = match["verb"].lower()
    if verb in _NOT_VERBS:
        return None
    kind = next(each for each in ("pronoun", "noun", "name") if match[each])
    known = saying(verb)
    if known is None and match[kind].lower() in _PLAIN_SUBJECTS:
        known = plain_saying(verb)
    return Tag(
        first=start + len(stretch) - len(stretch.lstrip()),
        subject=match[kind],
        kind=kind,
        verb=verb,
        verb_start=start + match.start("verb"),
        verb_end=start + match.end("verb"),
        inverted=inverted,
        saying=known,
        fits=_fits(verb, known, stretch[match.end() :], inverted),
    )


def _fits(verb: str, known: Saying | None, rest: str, inverted: bool) -> bool:
    if inverted:
        return True
    if verb in _NEEDS_OBJECT:
        return bool(_TOLD_REST.match(rest))
    if verb in _WITH_OBJECT:
        return bool(_ASKED_REST.match(rest))
    pure = known is Saying.PURE and verb not in _NOISY
    return bool((_TAG_REST if pure else _SHORT_REST).match(rest))
