# SPDX-License-Identifier: GPL-3.0-or-later
"""What speaks for and against a verb in the other tense being a slip: names of signs, which the judge has weighed.

Here are those of the verb itself, its subject and its clause; what stands around it is in :mod:`.company`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from redraft.checks.lexicon import words
from redraft.checks.rules.tense.company import company
from redraft.checks.rules.tense.verbs import Verb
from redraft.checks.story import Passage
from redraft.language.analysis import Token
from redraft.language.saying import SAYING

_STATES = words(
    "have know mean live belong contain like love hate need want depend consist matter concern exist seem own"
    " lie stand remain look appear call run lead stretch hold keep make go come cost weigh suit"
)
_COMMENTS = words(
    "think suppose know believe remember recall guess mean hope confess admit wonder doubt understand see feel say"
    " call tell repeat find wish fear fancy imagine dare must assure"
)
_KINDS = words("one people everyone everybody nobody men women anyone anybody someone somebody man woman")
_DEFINITE = words("the his her their its my our that this these those")
_ALL = words("all any every each no most some many few such")
_OWN = words("is are am 's 're 'm was were has have had 've does do did can ca will wo could would says said")
_LEADS = words("that if as because when while than since after before until where what how why who whether though")
_AFTER = words("VBN VBG TO RP IN DT PRP$ PRP")
_BEHIND = words("PR NN RB CC WP WD MD VB IN JJ DT TO")
_CROSSED = words("state comment led misread direct shared negated")
_CROSSED_WHOLE = (
    "tag VBZ", "tag VBP", "tag MD", "tag VBD", "here usual 0", "here other 0", "paragraph none", "person first",
    "behind CC", "clause relcl", "clause ccomp", "clause advcl", "clause ROOT", "clause conj", "word other",
)  # fmt: skip
_COMPANIES = (
    "verb before other", "verb before usual", "here usual 0", "here usual 1", "here usual 2", "paragraph most",
    "paragraph some", "near other 2",
)  # fmt: skip
_WITH_COMPANY = frozenset((
    "state", "comment", "led", "before usual 0", "after usual 0", "before other 1", "before other 2",
    "after other 1", "after other 2", "tag VBD", "tag MD", "here other 0", "word other", "shared", "direct",
    "says time before", "says always", "clause ccomp", "clause relcl", "clause ROOT", "clause conj",
    "verb after other", "verb after usual", "verb after none", "near other 0", "near other 1", "near other 2",
    "near usual 0", "says first", "says second",
))  # fmt: skip
_WITH_AND = ("tag", "conj under", "clause", "direct")


def signs(passage: Passage, verbs: Sequence[Verb], place: int, base: str) -> set[str]:
    """The signs on ``verbs[place]``, a verb of the telling in another tense than ``base``, the scene's."""
    tokens = passage.analysis.tokens
    verb = verbs[place]
    found = {*_word(tokens, verb), *_subject(tokens, verb), *_clause(tokens, verb, verbs)}
    found.update(company(passage, verbs, verb, base))
    found.add(f"person {passage.scene.person}")
    return {*found, *_crossed(found)}


def _word(tokens: tuple[Token, ...], verb: Verb) -> Iterator[str]:
    token, head = tokens[verb.index], tokens[verb.head]
    yield "tag VBD" if token.tag == "VBN" and verb.shared else f"tag {token.tag}"
    yield f"lemma {head.lemma}"
    yield f"word {token.lower}" if token.lower in _OWN else "word other"
    if head.lemma in _STATES or token.lemma == "be":
        yield "state"
    if head.lemma in _COMMENTS:
        yield "comment"
    if not verb.sure:
        yield "misread"
    if verb.head != verb.index:
        yield f"helps {head.tag}"
    yield from _beside(tokens, verb)


def _beside(tokens: tuple[Token, ...], verb: Verb) -> Iterator[str]:
    """The words right before and right after."""
    after = tokens[verb.index + 1] if verb.index + 1 < len(tokens) else None
    if after is not None:
        yield f"next {after.tag}" if after.tag in _AFTER else "next"
        if after.lower in ("n't", "not", "never"):
            yield "negated"
    before = tokens[verb.index - 1] if verb.index else None
    yield f"behind {before.tag}" if before is not None and before.tag[:2] in _BEHIND else "behind"
    first = verb.index if verb.subject is None or verb.subject > verb.index else verb.subject
    quoted = first > 0 and tokens[first - 1].text in ("”", '"', "’")
    if quoted and tokens[verb.head].lower in SAYING:
        yield "tag of a speech"


def _subject(tokens: tuple[Token, ...], verb: Verb) -> Iterator[str]:
    if verb.subject is None:
        yield "subject none"
        return
    subject = tokens[verb.subject]
    if subject.lower in _KINDS:
        yield "subject a kind"
    elif subject.tag in ("PRP", "WP", "WDT", "DT", "EX"):
        yield f"subject {subject.lower}"
    elif subject.tag in ("NNP", "NNPS"):
        yield "subject name"
    else:
        yield f"subject {_article(tokens, verb.subject)} {subject.tag}"
    if verb.subject == verb.index - 1:
        yield "direct"
    if _clashes(tokens, verb):
        yield "number clash"
    if verb.subject > verb.index:
        yield "inverted"
    if verb.shared:
        yield "shared"


def _clashes(tokens: tuple[Token, ...], verb: Verb) -> bool:
    """Whether the form does not fit the number of a subject in plain sight."""
    token, subject = tokens[verb.index], tokens[verb.subject or 0]
    one = subject.lower in ("he", "she", "it") or subject.tag in ("NN", "NNP")
    many = subject.lower in ("i", "we", "you", "they") or subject.tag in ("NNS", "NNPS")
    joined = any(each.head == verb.subject and each.dep == "conj" for each in tokens)
    return (token.tag == "VBP" and one and not joined) or (token.tag == "VBZ" and many)


def _clause(tokens: tuple[Token, ...], verb: Verb, verbs: Sequence[Verb]) -> Iterator[str]:
    head = tokens[verb.head]
    yield f"clause {head.dep}"
    for each in tokens[max(0, verb.head - 15) : verb.head]:
        if each.head == verb.head and (each.dep == "mark" or each.tag in ("WRB", "WDT", "WP")):
            yield "led"
            if each.lower in _LEADS:
                yield f"led by {each.lower}"
    above = next((each for each in verbs if each.head == head.head and each.head != verb.head), None)
    if above is not None:
        yield f"{head.dep} under {'same' if above.tense == verb.tense else 'other'}"
    if head.dep == "relcl" and head.head < verb.head:
        yield f"who {_article(tokens, head.head)}"
        yield f"who under {tokens[tokens[head.head].head].lower}" if tokens[head.head].dep == "pobj" else "who no pobj"
    if head.dep == "conj":
        yield "joined to no verb" if above is None else "joined"


def _article(tokens: tuple[Token, ...], noun: int) -> str:
    """What kind of word determines the noun: "the", "all", "a", or "bare" where there is none."""
    known = [each.lower for each in tokens[max(0, noun - 8) : noun] if each.head == noun]
    if any(each in _DEFINITE or each == "'s" for each in known):
        return "the"
    if any(each in _ALL for each in known):
        return "all"
    return "a" if "a" in known or "an" in known else "bare"


def _crossed(found: set[str]) -> Iterator[str]:
    """Pairs of signs that mean more together than apart."""
    subjects = [each for each in found if each.startswith("subject ")]
    for one in found & {*_CROSSED, *_CROSSED_WHOLE}:
        yield from (f"{one} & {each}" for each in subjects)
    for one in found.intersection(_COMPANIES):
        yield from (f"{one} & {each}" for each in found & _WITH_COMPANY if each != one)
    if "behind CC" in found:
        yield from (f"behind CC & {each}" for each in found if each.startswith(_WITH_AND))
