# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: a past where the plain verb belongs: let her went, made him felt, why did she told, could seen.

Why a reader minds: the past is told once, by let, did or could; told twice it stumbles.

When to leave it: where the word tells a state (he saw her wounded), and in the mouth of somebody who speaks so.

Example: He let the girl went first. → He let the girl go first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redraft.checks.check import Fires, Found, Quiet, check
from redraft.checks.phrases import fitted
from redraft.checks.story import Passage
from redraft.checks.voice import own_voice
from redraft.language.analysis import Zone
from redraft.language.inflection import inflect, lemma

_PAST = (
    "went|knew|took|gave|wrote|broke|ate|spoke|chose|drove|flew|froze|grew|stole|threw|tore|wore|began|drank"
    "|rang|ran|sang|sank"
    "|swam|came|became|drew|blew|hid|forgot|did|said|told|got|fell|kept|brought|thought|slept|stood|sat|met|felt"
    "|saw|shook|had"
)
_MOVED = (
    "laughed|smiled|cried|jumped|climbed|sighed|shivered|wondered|looked|screamed|stumbled|groaned|blushed"
    "|flinched|gasped"
    "|grinned|nodded|wept|stared|disappeared|arrived|walked|talked|danced|crawled|coughed|yawned|sobbed|whispered"
    "|shrugged|winced|hesitated|wandered|waited|listened|entered|remained|realized|realised|wanted|stayed|tried"
)
_WHOM = (
    r"(?:him|them|me|us|it|her|the (?:old |young |little )?(?:man|woman|boy|girl|child|dog|horse|others|men"
    r"|stranger|cat))"
)
_LET = re.compile(
    rf"(?<![\w'-])(?:let|lets|letting|help|helped|helps|helping) {_WHOM} (?P<verb>{_PAST}"
    rf"|{_MOVED})(?![\w'-])"
)
_MADE = re.compile(
    rf"(?<![\w'-])(?:made|makes|making|watched|saw|heard|see|hear|watching) {_WHOM} (?P<verb>went|felt|fell|came"
    rf"|ran|ate"
    rf"|forgot|began|sang|drank|took|gave|threw|wrote|swam|grew|sat|stood|thought|slept|{_MOVED})(?![\w'-])"
)
_MADE_TO = re.compile(r"(?<![\w'-])(?:made|let|makes) (?:him|them|me|us|her) (?P<verb>to [a-z]+)(?![\w'-])")
_ASKED = re.compile(
    rf"(?:^|[.!?\"—,;] ?|\b(?:why|what|how|when|where|who|and|so|but) )(?:did|didn't) (?:he|she|they|you|we|i|it"
    rf"|that|this)"
    rf" (?:really |ever |just |never |even |not )?(?P<verb>{_PAST}|[a-z]+ed)(?![\w'-])"
)
_COULD = re.compile(
    r"(?<![\w'-])(?:he|she|they|we|i|it|you|who|nobody|someone) (?:could|would|should|might|must) "
    r"(?P<verb>seen|gone|done|known|taken|given|written|broken|spoken|chosen|eaten|fallen|forgotten|thrown|grown"
    r"|drawn|been"
    r"|begun|driven)(?![\w'-])"
)
_BETTER = re.compile(rf"(?<![\w'-])(?:had|you|we|they|i|he|she|'d) better (?P<verb>{_PAST})(?![\w'-])")
_LEADS = frozenset("what that which who all whatever whom if as than where when".split())
_SUBJECTS = frozenset("he she they i we it".split())
_NOUNS = frozenset(("NN", "NNS", "NNP"))


@check(
    id="form-after-causative", name="Past behind let, made, did or could", category="verb-form", weight=0.78, sure=True,
    examples=(
        Fires("He let the girl ⟦went⟧ first.", "go"),
        Fires("It made her ⟦felt⟧ small and foolish.", "feel"),
        Fires("She watched him ⟦walked⟧ across the bridge.", "walk"),
        Fires("Why did she ⟦told⟧ him about it?", "tell"),
        Fires("They could ⟦seen⟧ the lights of the city.", "have seen"),
        Fires("The old woman made him ⟦to promise⟧ it.", "promise"),
        Fires("He made her ⟦to laugh⟧.", "laugh"),
        Quiet("He let the girl go first, and what she saw him."),
        Quiet("He saw her wounded and heard her named."),
        Quiet("It was what made her felt hat so dear."),
        Quiet("He made them to order, and the man she saw came."),
        Quiet("What they could taken together do was much."),
        Quiet("She did what she did, and he told him."),
        Quiet("The cake she made him tasted of soap, and the one who helped her left."),
    ),
)
def after_causative(passage: Passage) -> Iterator[Found]:
    """Pasts in frames that only the plain verb fits; in speech with a second voice."""
    for pattern in (_LET, _MADE, _ASKED, _COULD, _BETTER, _MADE_TO):
        for match in pattern.finditer(passage.lower):
            start, end = match.span("verb")
            new = _plain(passage, pattern, match)
            if new and not own_voice(passage, start, end):
                fixes = tuple(fitted(passage.text[start:end], each, passage.text) for each in new)
                speech = passage.analysis.zone(start) is not Zone.NARRATION
                yield Found(start, end, f"Here the verb stands in its plain form: “{fixes[0]}”.", fixes, unsure=speech)


def _plain(passage: Passage, pattern: re.Pattern[str], match: re.Match[str]) -> tuple[str, ...]:
    """What to write; nothing where the parse has the word for something else."""
    verb = match["verb"]
    tokens = passage.analysis.tokens
    index = passage.analysis.token_index(match.start("verb"))
    token, after = tokens[index], tokens[index + 1] if index + 1 < len(tokens) else None
    if pattern is _MADE_TO:
        base = verb.removeprefix("to ")
        return (base,) if index + 1 < len(tokens) and tokens[index + 1].tag == "VB" and base != "order" else ()
    if after is not None and after.tag in _NOUNS and after.start == token.end + 1:
        return ()
    if _led(passage.lower, match.start()) and pattern is not _ASKED:
        return ()
    if pattern is _COULD:
        base = lemma(verb, "VERB")
        return (f"have {verb}", base) if token.tag in ("VBN", "VBD", "VB") and base != verb else ()
    if verb.endswith("ed") and token.tag not in ("VBD", "VBN"):
        return ()
    base = "have" if verb == "had" else lemma(verb, "VERB")
    if base == verb:
        return ()
    ing = inflect(base, "VBG") if re.search("hear|saw|watch", match.group()) else None
    return (base, ing) if ing else (base,)


def _led(lower: str, start: int) -> bool:
    """Whether a word before makes the frame a clause of its own: "what she saw him", "the cake she made him"."""
    before = re.split(r"[.,;:!?\"—]", lower[max(0, start - 40) : start])[-1].split()
    if any(each in _LEADS for each in before[-4:]):
        return True
    return len(before) >= 2 and before[-1] in _SUBJECTS and before[-2] not in ("and", "but", "so", "then")
