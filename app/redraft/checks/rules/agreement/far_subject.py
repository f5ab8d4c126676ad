# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: a verb that goes with the nearest noun instead of its subject: The box of letters were hidden.

Why a reader minds: the verb belongs to the box, and the letters have led it astray.

When to leave it: where the group acts as many (a crowd of people were shouting), and in speech.

Example: The box of letters were hidden. → The box of letters was hidden.
"""

from __future__ import annotations

from collections.abc import Iterator

from redraft.checks.check import Fires, Found, Quiet, check
from redraft.checks.clauses import Clause, clauses
from redraft.checks.lexicon import words
from redraft.checks.phrases import fitted
from redraft.checks.story import Passage
from redraft.checks.voice import own_voice, zone_of
from redraft.language.analysis import Sentence, Token, Zone

_TO_MANY = {"was": "were", "is": "are", "has": "have", "wasn't": "weren't", "isn't": "aren't"}
_TO_ONE = {"were": "was", "are": "is", "have": "has", "weren't": "wasn't", "aren't": "isn't"}
_GROUPS = words(
    "number lot rest majority minority half most some all none any couple pair group band gang crowd host handful dozen"
    " hundred thousand row line series set bunch army troop flock herd pack swarm team crew family party company mob"
    " throng horde score total variety kind sort type quarter third part plenty percent range mass cluster cloud string"
    " stream collection squad clan council court class pile heap stack trio quartet list sea wave mixture succession"
    " procession multitude abundance myriad scatter sprinkling pride brood litter population population public youth"
    " combination legion garrison detachment staff board committee jury audience people police cattle folk more"
    " less lots"
    " two three four five six ten twenty remainder bulk proportion percentage few many several both what which who that"
    " this such and each other others one ones something anything nothing everything everyone nobody so matter choir"
)
_OPENERS = words("the his her their my our this its your a an that")
_MANY_OPENERS = words("the his her their my our these those its your")
_BETWEEN = frozenset(("IN", "DT", "JJ", "NN", "NNS", "PRP$", "NNP", "POS", "VBN", "CD", "JJR", "JJS"))
_WISHES = words("if though wish wished as unless lest whether suppose let nor or either neither than because")
_FARTHEST = 9
_SUMS = words("pounds dollars miles yards feet hours minutes seconds days weeks months years times degrees")


@check(
    id="far-subject", name="Verb led astray by a nearer noun", category="agreement", weight=0.71, sure=True,
    sentence_bound=True,
    examples=(
        Fires("The box of old letters ⟦were⟧ hidden under a floorboard.", "was"),
        Fires("The smell of the flowers ⟦were⟧ so strong that it made her dizzy.", "was"),
        Fires("The lights of the city ⟦was⟧ visible from the deck.", "were"),
        Fires("The leaves on the old oak ⟦was⟧ turning yellow.", "were"),
        Fires("The men who ⟦was⟧ guarding the door had fallen asleep.", "were"),
        Fires("My sister and her son ⟦was⟧ sitting at the table.", "were"),
        Fires("Tobin and I ⟦was⟧ the only ones who came back.", "were"),
        Quiet("Marks and Spencer was a shop."),
        Quiet("A crowd of people were shouting in the square."),
        Quiet("The box of old letters was hidden under a floorboard."),
        Quiet("It was one of the men who was guarding the door."),
        Quiet("If the sound of the bells were louder, he would hear it."),
        Quiet("His friend and partner was dead."),
        Quiet("Ten pounds of flour was all they had."),
        Quiet("“The lights of the city was lovely,” she said."),
        Quiet("The house and the garden they were so proud of were gone."),
    ),
)
def far_subject(passage: Passage) -> Iterator[Found]:
    """Subjects with a phrase between them and the verb, two subjects, and the verb behind “who” or “that”."""
    tokens = passage.analysis.tokens
    for sentence in passage.analysis.sentences:
        inside = tokens[sentence.first : sentence.last]
        if not any(each.lower in _TO_MANY or each.lower in _TO_ONE for each in inside):
            continue
        for clause in clauses(passage.analysis, sentence):
            verb = tokens[clause.finite]
            new = _far(tokens, sentence, clause) or _relative(tokens, sentence, clause)
            new = new or _two(tokens, sentence, clause, passage.story.names)
            if new and zone_of(passage, verb.start) is Zone.NARRATION and not own_voice(passage, verb.start, verb.end):
                yield _found(passage, verb, tokens[clause.subject], new)


def _far(tokens: tuple[Token, ...], sentence: Sentence, clause: Clause) -> str | None:
    """The form that goes with a subject that has "of …", "on …" behind it."""
    subject, verb = tokens[clause.subject], tokens[clause.finite]
    between = tokens[clause.subject + 1 : clause.finite]
    if not 3 <= len(between) + 1 <= _FARTHEST or clause.led or any(each.tag not in _BETWEEN for each in between):
        return None
    if between[0].tag != "IN" or between[-1].tag not in ("NN", "NNS", "NNP") or subject.lower in _GROUPS:
        return None
    if not _opens(tokens, sentence, clause.subject, many=subject.tag == "NNS"):
        return None
    if any(each.lower in _WISHES for each in tokens[sentence.first : clause.finite]):
        return None
    if subject.tag == "NN" and verb.lower in _TO_ONE and between[-1].tag == "NNS":
        return _TO_ONE[verb.lower]
    if subject.tag == "NNS" and subject.lower.endswith("s") and subject.lower not in _SUMS and verb.lower in _TO_MANY:
        return _TO_MANY[verb.lower] if between[-1].tag == "NN" else None
    return None


def _opens(tokens: tuple[Token, ...], sentence: Sentence, index: int, *, many: bool) -> bool:
    """Whether the noun has its article, at most an adjective between, and opens the sentence or follows ", and"."""
    first = index - 1
    if first > sentence.first and tokens[first].tag in ("JJ", "NN", "VBN"):
        first -= 1
    if first < sentence.first or tokens[first].lower not in (_MANY_OPENERS if many else _OPENERS):
        return False
    if first == sentence.first or tokens[first - 1].text in ("“", '"', ";", ":", "—"):
        return True
    return tokens[first - 1].lower in ("and", "but", "so") and first >= 2 and tokens[first - 2].text == ","


def _relative(tokens: tuple[Token, ...], sentence: Sentence, clause: Clause) -> str | None:
    """The form behind "who" or "that" right after "the men", and no "one of" before them."""
    subject, verb = tokens[clause.subject], tokens[clause.finite]
    if subject.lower not in ("who", "that", "which") or clause.finite != clause.subject + 1 or clause.subject < 2:
        return None
    noun = tokens[clause.subject - 1]
    plural = noun.tag == "NNS" and (noun.lower.endswith("s") or noun.lower in ("men", "women", "people", "children"))
    if verb.lower not in _TO_MANY or not plural or noun.lower in _SUMS or noun.lower in _GROUPS - {"people"}:
        return None
    before = tokens[max(sentence.first, clause.subject - 7) : clause.subject - 1]
    led = any(each.tag in ("IN", "CC") or each.lower in ("one", "any", "none", "only", "it") for each in before)
    return None if led or not any(each.lower in _MANY_OPENERS for each in before[-3:]) else _TO_MANY[verb.lower]


def _two(tokens: tuple[Token, ...], sentence: Sentence, clause: Clause, known: frozenset[str]) -> str | None:
    """The form behind "my sister and her son", both with a word of their own before them, at a sentence's head."""
    verb = tokens[clause.finite]
    before = tokens[sentence.first : clause.finite]
    if verb.lower not in ("was", "is", "has", "wasn't") or len(before) > 7 or clause.led:
        return None
    names = [each for each in before if each.text not in ("“", '"')]
    places = [place for place, each in enumerate(names) if each.lower == "and"]
    if len(places) != 1 or not 0 < places[0] < len(names) - 1:
        return None
    one, other = names[: places[0]], names[places[0] + 1 :]
    mine = [each.lower for each in other] == ["i"]
    return _TO_MANY[verb.lower] if _a_person(one) and (mine or _a_person(other, known)) else None


def _a_person(phrase: list[Token], known: frozenset[str] | None = None) -> bool:
    """Whether this is "my old sister", "the captain" or a lone name, one of those known if they are given."""
    if len(phrase) == 1:
        return phrase[0].tag == "NNP" and (known is None or phrase[0].text in known)
    opened = phrase[0].lower in ("his", "her", "their", "my", "our", "the", "your", "its")
    plain = all(each.tag in ("JJ", "NN") for each in phrase[1:])
    return len(phrase) <= 3 and opened and plain and phrase[-1].tag == "NN"


def _found(passage: Passage, verb: Token, subject: Token, new: str) -> Found:
    fix = fitted(verb.text, new, passage.text)
    return Found(verb.start, verb.end, f"The verb goes with “{subject.text}”, and so is “{fix}”.", (fix,))
