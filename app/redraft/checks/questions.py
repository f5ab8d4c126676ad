# SPDX-License-Identifier: GPL-3.0-or-later
"""Which spoken sentences are questions by their form: an inversion, a question word with one, a tag question."""

from __future__ import annotations

import re

_AUX = (
    r"(?:am|are|is|was|were|do|does|did|have|has|had|can|could|will|would|shall|should|might|must|ain't"
    r"|aren't|isn't|wasn't|weren't|don't|doesn't|didn't|haven't|hasn't|hadn't|can't|couldn't|won't|wouldn't|shouldn't"
    r"|mustn't|'re|'s|'d|'ll|'ve)"
)
_PRONOUN = r"(?:i|you|he|she|it|we|they|there|this|that|these|those)"
_SUBJECT = rf"(?:{_PRONOUN}|(?:the|your|his|her|my|our|their|all|any|some|everyone|everybody|anyone|anybody)\b)"
_MORE = r"(?: (?:the (?:hell|devil|deuce|heck)|on earth|in the world|in hell|exactly|else|then|ever))?"
_WH = (
    r"(?:what|where|when|why|who|whom|how|which(?: \w+)?|whose(?: \w+)?|what (?:kind|sort|time|part|color|colour)(?: of"
    r" \w+)?|how (?:much|many|long|far|old|often|soon|bad|big|could|come)(?: \w+)?)"
)
_ASKING = re.compile(
    rf"{_WH}{_MORE} ?{_AUX} {_SUBJECT}|what's (?:wrong|up|happening|going on|new|next|so \w+)\b|who's there\b"
    r"|(?:what|how) about \w|what if \w|who (?:told|sent|gave|did|made|let|killed|sold|asked|taught) \w"
)
_INVERTED = re.compile(
    r"(?:are|is|am|was|do|does|did|have|has|can|isn't|aren't|wasn't|weren't|didn't|doesn't|haven't|hasn't|ain't|may"
    rf"|shall) {_PRONOUN}\b(?! dare)"
    r"|(?:is|are|does) (?:your|his|her|my|their|our|the|any|anyone|anybody|everyone|everybody|someone|somebody)\b"
    r"|(?:did|has|was|have|were) (?:anyone|anybody|everyone|everybody|any of)\b"
    r"|can't (?:you|he|she|it|we|they|i) (?:see|hear|tell|feel|just|do|be|wait|stop|leave|understand|go|find|get)\b"
    r"|(?:could|would|will|should) (?:you|he|she|it|they|we|i) (?:like|mind|be|have|really|ever|want|think|know|tell"
    r"|do)\b"
    r"|don't (?:you|they|we|i) (?:know|think|see|want|like|remember|understand|have|believe|feel|love|agree|mind|wish"
    r"|hear|get|need|care|find|trust|realise|realize|recognise|recognize)\b"
)
_HUNG = re.compile(
    r", (?:isn't|aren't|wasn't|weren't|don't|doesn't|didn't|haven't|hasn't|hadn't|can't|couldn't|won't|wouldn't"
    r"|shouldn't|ain't) (?:i|you|he|she|it|we|they|there)$"
)
_LEAD = re.compile(
    r"(?:[a-z']+, )?(?:(?:and|but|oh|well|so|then|now|okay|ok|hey|wait|god|yeah|yes|no|jesus|christ|tell me|look here"
    r"|excuse me|i say|i mean|my god|good god|my dear),? )*"
)
_IDIOMS = re.compile(
    r"what do you know$|how do you do$|^do you know,|^don't you (?:know|see),|^do you mind\b.*,"
    r"|^do (?:you|we|they|i)$"
    r"|^(?:am|is|are|was|do|does|did|have|has|can) (?:i|you|he|she|it|we|they|there)(?: [a-z]+)?$"
    r"|^do (?:this|that|these|those|it)\b|^have (?:that|this|it|those|these)\b(?! (?:\w+ )?(?:been|ever|got|made))"
    r"|^may (?:you|he|she|it|they|the|god|this|that)\b|\b(?:or else|i wonder|i suppose)\b"
    r"|^(?:is|was) (?:that|it|this) (?:a fact|so|right)$|^how (?:is|are|was|were) the"
    r"|^what (?:'s|is|was) (?:the|his|her|your|my) \w+ (?:is|was)\b|^was it (?:not|any wonder)"
)
_ALSO = re.compile(rf"(?:so|nor|neither) {_AUX} {_PRONOUN}(?:,|$)")
_RELATIVE = ("who ", "whom ", "whose ", "which ", "when ", "where ")
_BREAK = re.compile(r"[.!?…;:—]|--")


def asks(speech: str) -> bool:
    """Whether the last sentence of a speech (straight quotes, with or without its end mark) is a question by form.

    Only sure forms count: "Where are you", "Did he come", "You know him, don't you"; not "Had I known", "Do come".
    """
    last = _last_sentence(speech)
    if last.count(" ") < 1:
        return False
    if _HUNG.search(last):
        return True
    lead = _LEAD.match(last)
    bare = last[lead.end() :] if lead else last
    if lead and lead.group().rstrip().endswith(",") and bare.startswith(_RELATIVE):
        return False
    if _ALSO.match(last):
        return False
    if _IDIOMS.search(bare):
        return bool(_ASKING.match(bare)) and not re.search(r"what do you know$|how do you do$", bare)
    return bool(_ASKING.match(bare) or _INVERTED.match(bare))


def _last_sentence(speech: str) -> str:
    parts = [each.strip(" \"'") for each in _BREAK.split(speech.rstrip(" .,!?…").lower())]
    return next((each for each in reversed(parts) if each), "")
