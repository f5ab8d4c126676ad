# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: a verb in the wrong form behind “to”, “had” or “was”: to went, had decide, was look, must had.

Why a reader minds: each of these small words asks for one form, and stumbles over another.

When to leave it: in the mouth of somebody who speaks so.

Example: He wanted to went home. → He wanted to go home.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redraft.checks.check import Fires, Found, Quiet, check
from redraft.checks.lexicon import words
from redraft.checks.phrases import fitted
from redraft.checks.story import Passage
from redraft.language.analysis import Token, Zone
from redraft.language.inflection import inflect

_PAST = {
    "went": "go", "knew": "know", "took": "take", "gave": "give", "wrote": "write", "broke": "break", "ate": "eat",
    "spoke": "speak", "chose": "choose", "drove": "drive", "flew": "fly", "froze": "freeze", "grew": "grow",
    "stole": "steal", "threw": "throw", "tore": "tear", "wore": "wear", "began": "begin", "drank": "drink",
    "rang": "ring", "ran": "run", "sang": "sing", "sank": "sink", "swam": "swim", "came": "come", "became": "become",
    "drew": "draw", "blew": "blow", "hid": "hide", "forgot": "forget", "did": "do", "said": "say", "told": "tell",
    "got": "get", "made": "make", "kept": "keep", "caught": "catch", "brought": "bring", "bought": "buy",
    "thought": "think", "fought": "fight", "taught": "teach", "slept": "sleep", "stood": "stand", "sat": "sit",
    "met": "meet", "paid": "pay", "heard": "hear", "held": "hold", "shook": "shake", "was": "be", "were": "be",
    "lost": "lose", "meant": "mean", "sent": "send", "spent": "spend",
}  # fmt: skip
_AFTER_ADJECTIVE = words("lost made sent spent kept broke paid")
_TO = re.compile(rf"(?<![\w'-])to ({'|'.join(_PAST)}|[a-z]+ed)(?![\w'-])")
_TO_ALWAYS = words(
    "want wanted wants try tried tries trying begin began start started decide decided have had has going need needed"
    " able used seem seemed seems managed manage hoped hope refused like liked ready how supposed about forced"
    " continued proceeded turned went came wanting"
)
_BASES = words(
    "go see know take eat speak write forget give bring happen arrive remain begin tell ask follow agree believe decide"
    " enter listen realize appear seem lose choose grow throw understand remember learn become hear say keep make"
)
_LEADS = words("all what that which everything whatever")
_HAVE = words("had has have 've hadn't hasn't haven't")
_SUBJECTS = words("he she they we i it who you")
_MODAL_HAD = re.compile(
    r"(?<![\w'-])(?:would|could|should|must|might|may|wouldn't|couldn't|shouldn't|mustn't) (?:not |never )?(had|has)"
    r"(?= (?:[a-z]+ed|been|gone|fallen|seen|done|taken|known|come|had|made|got|given|told|said|left|found"
    r"|thought|felt|heard|lost|kept)\b)"
)


@check(
    id="form-after-helper",
    name="Wrong form behind to, have or be",
    category="verb-form",
    weight=0.8,
    sure=True,
    examples=(
        Fires("He wanted to ⟦went⟧ home.", "go"),
        Fires("She tried to ⟦opened⟧ the door.", "open"),
        Fires("He had ⟦decide⟧ to leave.", "decided"),
        Fires("She would ⟦had⟧ gone with him.", "have"),
        Fires("They have never ⟦see⟧ the sea.", "seen"),
        Quiet("He wanted to go home, and she had decided."),
        Quiet("It came to blows, and he was used to broken nights."),
        Quiet("All he had made sense."),
        Quiet("She would, had he gone, have followed."),
        Quiet("All they could do was go."),
        Quiet("He had them go and see to wounded men."),
        Quiet("“I want to went home,” said the child."),
    ),
)
def after_helper(passage: Passage) -> Iterator[Found]:
    """Infinitives with a past, perfects without a participle; in speech only with a second voice."""
    lower = passage.lower
    tokens = passage.analysis.tokens
    for match in _TO.finditer(lower):
        index = passage.analysis.token_index(match.start(1))
        base = _infinitive(passage, index, match.group(1))
        if base is not None:
            yield _found(passage, tokens[index], base)
    for match in _MODAL_HAD.finditer(lower):
        yield _found(passage, tokens[passage.analysis.token_index(match.start(1))], "have")
    for index, token in enumerate(tokens):
        if token.lower in _BASES and index and _behind_have(tokens, index):
            new = inflect(token.lower, "VBN")
            if new and new != token.lower:
                yield _found(passage, token, new)


def _infinitive(passage: Passage, index: int, word: str) -> str | None:
    """The plain form, where the past stands behind the "to" of an infinitive."""
    tokens = passage.analysis.tokens
    if index < 2 or tokens[index - 1].lower != "to" or passage.text[tokens[index].start].isupper():
        return None
    led = tokens[index - 2].lower in _TO_ALWAYS
    if not led and tokens[index - 1].head != index:
        return None
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    noun = after is not None and (after.tag in ("NN", "NNS", "NNP") or after.text == "-")
    if word in _PAST:
        doubtful = word in _AFTER_ADJECTIVE and not led
        return None if noun or doubtful or tokens[index].tag in ("NN", "JJ", "NNS") else _PAST[word]
    token = tokens[index]
    if not led or noun or token.tag not in ("VBD", "VBN") or token.lemma == word or tokens[index - 2].lower == "used":
        return None
    return token.lemma


def _behind_have(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether "had", with at most an adverb between, stands right before, with a subject of its own before it."""
    at = index - 1
    if tokens[at].tag == "RB" and at:
        at -= 1
    if tokens[at].lower not in _HAVE or not at or tokens[index].tag not in ("VB", "VBP", "VBD", "VBN"):
        return False
    led = at >= 2 and any(each.lower in _LEADS for each in tokens[max(0, at - 4) : at])
    return not led and (tokens[at - 1].lower in _SUBJECTS or tokens[at - 1].tag == "NNP")


def _found(passage: Passage, token: Token, new: str) -> Found:
    fix = fitted(token.text, new, passage.text)
    speech = passage.analysis.zone(token.start) is not Zone.NARRATION
    return Found(token.start, token.end, f"Instead of “{token.text}” the form here is “{fix}”.", (fix,), unsure=speech)
