# SPDX-License-Identifier: GPL-3.0-or-later
"""Word classes that the slips ask for, and what the corpus says of words (counts, names, compounds)."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from train_tagger.chunk import Chunk

DATA = Path(__file__).parent / "data"


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


SAID = _set(
    """
    said says say asked asks ask replied replies whispered whispers shouted shouts cried cries answered
    answers muttered mutters murmured murmurs called calls yelled yells exclaimed added adds continued
    continues snapped snaps growled growls demanded demands agreed agrees began screamed screams repeated
    remarked observed suggested told tells declared inquired stammered pleaded begged insisted protested
    admitted announced warned commented explained hissed barked bellowed responded retorted queried mumbled
    urged offered ordered commanded croaked gasped grumbled groaned moaned sobbed wailed roared drawled
    bawled argued objected echoed concluded confessed complained chimed interrupted mused stuttered shrieked
    questioned wondered
    """
)
SUBJECTS = _set("i you he she it we they there this that these those who everyone someone nobody nothing everything")
PRONOUNS = _set("he she it they we i you")
CONJUNCTIONS = _set("and but so or yet for nor")
SUBORDINATORS = _set(
    "when while if as after before because although though since until once unless whenever wherever whether despite"
)
INTERJECTIONS = _set(
    "yes no yeah yep nope oh ah well hey hello hi please sorry thanks okay ok sure right alas now look listen wait god"
    " goodbye indeed anyway"
)
ADDRESS = _set(
    """
    sir madam ma'am miss mister lady gentlemen ladies boys girls boy girl man dear darling honey sweetheart
    love mate buddy friend friends captain doctor officer mother father mum mom dad mama papa sister brother
    uncle aunt son kid sergeant professor lord majesty everyone guys dude child
    """
)
ASIDES = _set("however therefore perhaps anyway instead though too indeed nevertheless meanwhile besides otherwise")
AUXILIARIES = _set(
    "have has had having be am is are was were been being 've 'd ain't isn't wasn't weren't haven't"
    " hasn't hadn't get got"
)
MODALS = _set(
    "will would can could shall should may might must do does did don't doesn't didn't can't couldn't won't wouldn't"
    " shouldn't mustn't to let help"
)
THIRD = _set("he she it who that which everyone everybody someone somebody nobody nothing something")
PLURAL = _set("i we you they")
COUNTING = _set("two three four five six seven eight nine ten many several these those few both all other some")
SINGLE = _set("a an this that one each every another")
PREPOSITIONS = _set("in on at to of for from by with into onto over about off around through")
SMALL = _set(
    "a an the to of in on at for and with was were had is are his her he she it i that be as been up out from by"
    " not into"
    " have has my you they their them him so if but or would could did do what who all"
)
DROPPED = SMALL - _set("so but") | _set("am me us your than just like then when there himself herself its our own")
LINKING = _set("felt looked seemed was were is are became grew smelled tasted sounded remained stayed")


@dataclass
class Lexicon:
    """What was counted in the clean corpus: word counts (lower case), names, and compounds written as one."""

    counts: dict[str, int] = field(default_factory=dict)
    names: frozenset[str] = frozenset()
    closed: dict[str, tuple[str, str]] = field(default_factory=dict)
    hyphened: frozenset[tuple[str, str]] = frozenset()


@dataclass
class Corpus:
    """Clean chunks to train on, in an order of their own, clean paragraphs of each book held out, and the lexicon."""

    train: list[Chunk]
    held_out: dict[str, list[str]]
    lexicon: Lexicon
