# SPDX-License-Identifier: GPL-3.0-or-later
"""What the story says of each possible name: does it speak, act, get spoken to; or is it gone to, or "the" one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from redraft.characters.chains import Chain
from redraft.characters.conduct import BODY, PEOPLE_DO, SAYING, SPOKEN_TO, SURELY_PEOPLE_DO, TO_PLACES
from redraft.characters.descriptions import NOUNS
from redraft.characters.tables import tables
from redraft.language.analysis import Analysis

_DETERMINERS = frozenset("the a an this that these those every each any no some another which".split())
_OWNERS = frozenset("my your his her our their its".split())
_NAMED = frozenset("named called".split())
_CLOSES = frozenset(",.!?;”’\"'…—–")
_OPENS = frozenset("“‘\"',…—–")


@dataclass
class Evidence:
    """How often a possible name was seen, and how. All fields are numbers of occurrences."""

    count: int = 0
    middle: int = 0
    titled: int = 0
    honoured: int = 0
    says: int = 0
    acts: int = 0
    does: int = 0
    vocative: int = 0
    owns_body: int = 0
    addressed: int = 0
    named: int = 0
    determined: int = 0
    owned: int = 0
    placed: int = 0
    modifies: int = 0
    person_votes: int = 0
    other_votes: int = 0
    relative: int = 0
    subject: int = 0
    pronoun: int = 0
    owns: int = 0
    chains: list[Chain] = field(default_factory=list)

    @property
    def human(self) -> float:
        """Occurrences that show a person, the less certain ones in part."""
        sure = self.titled + self.honoured + self.says + self.acts + self.vocative + self.addressed
        likely = 0.8 * self.owns_body + 0.6 * self.relative + 0.5 * self.named + 0.4 * self.pronoun
        return sure + likely + 0.25 * self.does + 0.1 * self.subject

    @property
    def shown(self) -> int:
        """Occurrences that only a person's name has: with a title, saying, acting, spoken to in narration."""
        return self.titled + self.honoured + self.says + self.acts + self.addressed + self.owns_body

    @property
    def cried(self) -> bool:
        """Whether it is only ever called out, mostly where a capital is due: an oath, a greeting, a foreign yes."""
        return self.vocative > 0 and self.shown + self.does + self.named == 0 and self.middle * 3 <= self.count

    @property
    def against(self) -> float:
        """Occurrences as no person's name occurs: with an article, an owner, as a place to be in, before a noun."""
        return self.determined + 0.7 * self.owned + 0.7 * self.placed + 0.4 * self.modifies


def gather(analyses: Sequence[Analysis], found: Sequence[Chain]) -> dict[tuple[str, ...], Evidence]:
    """The evidence on every possible name, by its words."""
    evidence: dict[tuple[str, ...], Evidence] = defaultdict(Evidence)
    for chain in found:
        _note(evidence[chain.key], analyses[chain.paragraph], chain)
    return dict(evidence)


def _note(seen: Evidence, analysis: Analysis, chain: Chain) -> None:
    seen.count += 1
    seen.chains.append(chain)
    seen.middle += not chain.due
    sign = bool(chain.titles) and chain.before == "the" and chain.titles[0].lower() in _ON_SIGNS
    seen.titled += bool(chain.titles) and not sign
    seen.honoured += bool(chain.suffix)
    if sign or not chain.titles:
        seen.determined += chain.before in _DETERMINERS and not _joins(analysis, chain)
        seen.owned += chain.before in _OWNERS
    seen.placed += chain.before in TO_PLACES or (chain.before in ("to", "from") and _goes(analysis, chain))
    seen.placed += chain.before == "of" and _is_ruled(analysis, chain)
    seen.named += chain.before in _NAMED or _introduced(analysis, chain)
    seen.addressed += chain.before in SPOKEN_TO or (chain.before == "to" and _says_to(analysis, chain))
    seen.vocative += chain.speech and is_vocative(analysis, chain)
    _note_after(seen, analysis, chain)
    _note_subject(seen, analysis, chain)
    for token in analysis.tokens[chain.first : chain.last]:
        if token.entity:
            seen.person_votes += token.entity.endswith("PERSON")
            seen.other_votes += not token.entity.endswith("PERSON")
            break


def _note_after(seen: Evidence, analysis: Analysis, chain: Chain) -> None:
    """What follows the name: a verb of speech or of people, an own body, a noun it only describes."""
    tokens = analysis.tokens
    index = chain.last
    if chain.possessive:
        body = any(each.lower in BODY for each in tokens[index + 1 : index + 4])
        seen.owns_body += body
        seen.owns += not body
        return
    seen.says += chain.first > 0 and tokens[chain.first - 1].lower in SAYING and _after_speech(analysis, chain)
    if index < len(tokens) and tokens[index].tag == "RB":
        index += 1
    if index >= len(tokens):
        return
    word = tokens[index].lower
    if word in SAYING and tokens[index].tag not in ("NN", "NNS", "JJ"):
        seen.says += 1
    elif word in SURELY_PEOPLE_DO:
        seen.acts += 1
    elif word in PEOPLE_DO:
        seen.does += 1
    elif word == "who" or (word == "," and index + 1 < len(tokens) and tokens[index + 1].lower == "who"):
        seen.relative += 1
    elif tokens[index].tag in ("NN", "NNS") and tokens[index].start == tokens[index - 1].end + 1:
        seen.modifies += 1


def _note_subject(seen: Evidence, analysis: Analysis, chain: Chain) -> None:
    """Whether the name is a subject, and a pronoun of a person follows it in its sentence before any other name."""
    tokens = analysis.tokens
    if tokens[chain.last - 1].dep != "nsubj":
        following = tokens[chain.last].tag if chain.last < len(tokens) else ""
        if following not in ("VBD", "VBZ", "MD"):
            return
    seen.subject += 1
    for token in tokens[chain.last : chain.last + 25]:
        if token.lower in _PERSONAL:
            seen.pronoun += 1
            return
        if token.text in ".!?;" or (token.text[0].isupper() and token.text != "I"):
            return


_PERSONAL = frozenset("he she his her him himself herself hers".split())


def _joins(analysis: Analysis, chain: Chain) -> bool:
    """Whether "that" before a name only joins a clause ("He knew that Robert was dead")."""
    return chain.before == "that" and analysis.tokens[chain.first - 1].tag == "IN"


def _introduced(analysis: Analysis, chain: Chain) -> bool:
    """"My name is NAME"."""
    index = chain.first - 2
    return index >= 0 and chain.before in ("is", "was", "'s") and analysis.tokens[index].lower == "name"


def _after_speech(analysis: Analysis, chain: Chain) -> bool:
    """Whether "said NAME" stands right behind the end of a speech (or a comma)."""
    index = chain.first - 2
    return index >= 0 and analysis.tokens[index].text[-1] in "”’\"',"


def _goes(analysis: Analysis, chain: Chain) -> bool:
    index = chain.first - 2
    before = analysis.tokens[index].lower if index >= 0 else ""
    return before in _TRAVEL or (chain.before == "from" and before in NOUNS.keys() | _GROUPS)


def _is_ruled(analysis: Analysis, chain: Chain) -> bool:
    """"Tara of Helium", "the gates of Helium"."""
    index = chain.first - 2
    if index < 1:
        return False
    word = analysis.tokens[index]
    return word.lower in _RULED or (word.text[0].isupper() and analysis.tokens[index - 1].lower not in _DETERMINERS)


_RULED = frozenset(
    "king queen prince princess lord lady duke earl city town village people men women army streets gates walls "
    "kingdom land realm lands island bay port outskirts inhabitants citizens ruler rulers throne".split()
)
_ON_SIGNS = frozenset("king queen prince duke admiral captain lord general president marquis".split())
"""Titles before which "the" makes an inn or a ship: "the Admiral Benbow"."""

_GROUPS = frozenset("couple people men women family folk folks visitors boys girls soldiers".split())


_TRAVEL = frozenset(
    "went go goes going gone came come back return returned returning travel travelled traveled journey trip road way "
    "walk walked ran run rode ride headed hurried marched flew drove drive "
    "sailed sail flight train miles far north south east west moved".split()
)


def _says_to(analysis: Analysis, chain: Chain) -> bool:
    index = chain.first - 2
    return index >= 0 and (analysis.tokens[index].lower in SAYING or analysis.tokens[index].lower in _TALKS)


_TALKS = frozenset("talk talks talked talking speaking nodded smiled waved turned bowed married".split())


def is_vocative(analysis: Analysis, chain: Chain) -> bool:
    """Whether a name in speech stands as an address does: set apart by marks on both sides, one of them a comma."""
    text = analysis.text
    before = text[: chain.start].rstrip()
    after = text[chain.end :].lstrip()
    opened = not before or before[-1] in _OPENS or (before[-1] in ".!?" and after[:1] == ",")
    closed = not after or after[0] in _CLOSES
    if not (opened and closed) or chain.possessive:
        return False
    comma = (before[-1:] == ",") or after[:1] in ",!?"
    listed = after.startswith(", and ") or chain.before in ("and", "or")
    return comma and not listed


def given(word: str) -> bool:
    """Whether the word is in the table of given names, as itself or as a short form."""
    return word in tables().given or word in tables().short
