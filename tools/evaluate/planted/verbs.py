# SPDX-License-Identifier: GPL-3.0-or-later
"""Verbs gone wrong: tense, form, agreement."""

from __future__ import annotations

import re

from tools.evaluate.planted.making import Maker, swap, told, words

_NOW = {
    "was": "is", "had": "has", "said": "says", "went": "goes", "came": "comes", "took": "takes", "saw": "sees",
    "knew": "knows", "felt": "feels", "stood": "stands", "made": "makes", "thought": "thinks", "found": "finds",
    "looked": "looks", "turned": "turns", "walked": "walks", "asked": "asks", "seemed": "seems", "opened": "opens",
    "started": "starts", "reached": "reaches", "pulled": "pulls", "nodded": "nods", "stepped": "steps", "ran": "runs",
    "began": "begins", "held": "holds", "sat": "sits", "wanted": "wants", "heard": "hears", "spoke": "speaks",
}  # fmt: skip
_PARTICIPLES = {"gone": "went", "seen": "saw", "taken": "took", "begun": "began", "known": "knew", "given": "gave",
                "written": "wrote", "broken": "broke", "fallen": "fell", "eaten": "ate", "spoken": "spoke",
    "come": "came",
                "run": "ran", "forgotten": "forgot", "drunk": "drank", "driven": "drove", "worn": "wore"}  # fmt: skip
_REGULAR = {"caught": "catched", "brought": "brang", "taught": "teached", "threw": "throwed", "knew": "knowed",
            "drew": "drawed", "grew": "growed", "fought": "fighted", "crept": "creeped", "swept": "sweeped",
            "ground": "grinded", "hid": "hided", "burst": "bursted", "cost": "costed", "shook": "shaked"}  # fmt: skip
_VERBS = "|".join(sorted(_NOW))


def _now(match: re.Match[str]) -> str:
    return _NOW[match.group()]


_SLIPS: dict[str, Maker] = {
    "present after he or she": swap(rf"(?<=\b[Ss]he )(?:{_VERBS})\b|(?<=\b[Hh]e )(?:{_VERBS})\b", _now),
    "present after a name": swap(rf"(?<=[a-z] )(?<!\w)(?:{_VERBS})(?= (?:at|to|into|toward|up|down)\b)", _now),
    "present after and": swap(r"and (?:" + "|".join(each for each in _NOW if each.endswith("ed")) + r")\b",
                              lambda m: "and " + _NOW[m.group()[4:]], "[a-z]+ed"),
    "present of be after it": swap(r"(?<=\b[Ii]t )was\b", "is"),
    "ending left off": swap(r"(?<=\b(?:He|he) )([a-z]{3,}[lnkrwth])ed\b|(?<=\b(?:She|she) )([a-z]{3,}[lnkrwth])ed\b",
                            lambda m: m[1] or m[2]),
}  # fmt: skip

VERB_FORMS: dict[str, Maker] = {
    "past for participle": words(_PARTICIPLES, before=r"\bhad "),
    "past for participle after have": words(_PARTICIPLES, before=r"\b(?:have) "),
    "could of": swap(r"\b(could|would|should|must|might) have (?=been|had|[a-z]+ed\b)", r"\1 of "),
    "past after did": swap(r"(?<=n’t )(know|think|see|want|seem|need|like|look)\b",
                           lambda m: {"know": "knew", "think": "thought", "see": "saw"}.get(m[1], m[1] + "ed")),
    "past after could": swap(r"(?<=\bcould )(see|hear|find|tell|feel|make)\b",
                             lambda m: {"see": "saw", "hear": "heard", "find": "found", "tell": "told", "feel": "felt",
                                        "make": "made"}[m[1]]),
    "regular past of an irregular verb": words(_REGULAR),
    "lay, lie": words({"lay": "laid", "lying": "laying"}, after=" (?:on|in|there|down|awake|still|back)"),
}

_DISAGREE: dict[str, Maker] = {
    "was after they": swap(r"(?<=\b[Tt]hey )were\b|(?<=\b[Ww]e )were\b|(?<=\b[Yy]ou )were\b", "was"),
    "has for have": swap(r"(?<=\b[Tt]hey )have\b|(?<=\b[Yy]ou )have\b|(?<=\b[Ww]e )have\b", "has"),
    "don’t after he": swap(r"(?<=\b[Hh]e )doesn’t\b|(?<=\b[Ss]he )doesn’t\b|(?<=\b[Ii]t )doesn’t\b", "don’t"),
    "was after a plural noun": swap(r"were\b", "was", "eyes|hands|others|people|men|children|voices|windows"),
    "were after a singular": swap(r"(?<=\b(?:[Tt]he) )([a-rt-z][a-z]+[a-rt-z]) was\b(?! to)", r"\1 were"),
    "there was with a plural": swap(r"(?<=\b[Tt]here )were(?= (?:two|three|some|many|no|few|other)\b)", "was"),
    "across a phrase": swap(r"(?<=[Tt]he )([a-z]+s of the [a-z]+) were\b", r"\1 was"),
}  # fmt: skip

TENSE = {name: told(make) for name, make in _SLIPS.items()}
AGREEMENT = {name: told(make) for name, make in _DISAGREE.items()}
