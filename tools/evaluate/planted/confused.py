# SPDX-License-Identifier: GPL-3.0-or-later
"""One word for another: by sound, by look, by a form that is not the one wanted."""

from __future__ import annotations

from tools.evaluate.planted.making import Maker, swap, words

_PAST = {"go": "went", "see": "saw", "take": "took", "come": "came", "make": "made", "find": "found", "leave": "left",
         "think": "thought", "say": "said", "tell": "told", "get": "got"}  # fmt: skip

CONFUSED: dict[str, Maker] = {
    "its, it’s": words({"its": "it’s"}, after=r" (?:own|[a-z]+ (?:and|was|of|in))\b"),
    "it’s, its": words({"it’s": "its"}, after=r" (?:a|the|not|all|no|only|too|been)\b"),
    "their, there": words({"their": "there"}, after=" [a-z]"),
    "there, their": words({"there": "their"}, after=" (?:was|were|is|are)"),
    "your, you’re": words({"your": "you’re"}, after=" [a-z]"),
    "you’re, your": words({"you’re": "your"}),
    "to, too": words({"too": "to"}, after=r" (?:much|many|late|far|long|small|big|old|[a-z]+ to)\b|[.,]"),
    "than, then": words({"than": "then"}),
    "then, than": words({"then": "than"}, before=r"\band "),
    "of, off": words({"off": "of"}, after=r" (?:the|his|her)\b"),
    "whose, who’s": words({"whose": "who’s"}),
    "lose, loose": words({"lose": "loose", "losing": "loosing", "loses": "looses"}),
    "quiet, quite": words({"quiet": "quite", "quietly": "quitely"}),
    "passed, past": words({"passed": "past"}, after=" (?:the|him|her|through|by)"),
    "past, passed": words({"past": "passed"}, after=" (?:the|him|her|them) "),
    "threw, through": words({"threw": "through"}),
    "knew, new": words({"knew": "new"}),
    "here, hear": words({"hear": "here"}),
    "where, were": words({"where": "were"}, after=" (?:he|she|they|the|it) "),
    "were, where": words({"were": "where"}, before="(?:They|they) "),
    "breath, breathe": words({"breath": "breathe"}),
    "affect, effect": words({"effect": "affect"}),
    "accept, except": words({"accept": "except", "accepted": "excepted"}),
    "by sound": words({
        "brake": "break", "peace": "piece", "piece": "peace", "waist": "waste", "hole": "whole", "whole": "hole",
        "plain": "plane", "stairs": "stares", "bare": "bear", "site": "sight", "sight": "site", "weak": "week",
        "week": "weak", "rode": "road", "led": "lead", "aloud": "allowed", "higher": "hire", "steal": "steel",
        "knight": "night", "wait": "weight", "weight": "wait", "heel": "heal", "pale": "pail", "poured": "pored",
        "principal": "principle", "altar": "alter", "desert": "dessert", "reign": "rein", "reins": "reigns"}),
    "by look": words({"form": "from", "from": "form", "thought": "though", "though": "thought", "trail": "trial",
                      "angle": "angel", "diary": "dairy", "quiet": "quit", "collage": "college", "bought": "brought"}),
}

WRONG_FORMS: dict[str, Maker] = {
    "adjective for adverb": swap(r"(?<=[a-z]ed )([a-z]{3,}[bcdfgkmnprst])ly(?=[.,])", r"\1"),
    "adverb for adjective": swap(r"(strange|sad|angry|bad|odd|nice|sweet)\b",
                                 lambda m: {"angry": "angrily"}.get(m[1], m[1] + "ly"), "looked|seemed|felt"),
    "use to, suppose to": words({"used": "use", "supposed": "suppose"}, after=" to "),
    "participle without its end": swap(r"(?<=\bhad )([a-z]{3,}[^e\W])ed\b", r"\1"),
    "participle after was": swap(r"(?<=\bwas )([a-z]{3,}[kltwhp])ed(?= (?:by|to|in|with)\b)", r"\1"),
    "plural lost": swap(
        r"(?<=\b(?:two|six|ten|few) )([a-z]{3,}[^s\W])s\b|(?<=\b(?:these|three|those) )([a-z]{3,}[^s\W])s\b",
                        lambda m: m[1] or m[2]),
    "double comparative": words({"better": "more better", "easier": "more easier", "larger": "more larger",
                                 "older": "more older", "faster": "more faster", "stronger": "more stronger"}),
    "infinitive in the past": swap(r"(?<=\bto )(go|see|take|come|make|find|leave|think|say|tell|get)\b",
                                   lambda m: _PAST[m[1]]),
}  # fmt: skip
