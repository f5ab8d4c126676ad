# SPDX-License-Identifier: GPL-3.0-or-later
"""Little words missing, doubled or wrong: articles, pronouns, prepositions."""

from __future__ import annotations

from tools.evaluate.planted.making import Maker, swap, words

_BEFORE = r"(?<=[a-z]) "

MISSING: dict[str, Maker] = {
    "of": swap(rf"{_BEFORE}of (?=(?:the|his|her|a|it|them)\b)", " "),
    "to before a verb": swap(r"to (?=[a-z])", "", "wanted|seemed|turned|started|going|trying|able|ought"),
    "article": swap(
        r"(?<=\b(?:in|on|at|of|to) )(?:the|a) (?=(?:door|room|house|table|window|man|woman|floor|wall|girl|boy)\b)",
                    ""),
    "pronoun": swap(r"(?:he|she|they|it) (?=(?:was|had|could|would)\b)", "", "when|that|what|as|if|because"),
    "be": swap(r"was (?=[a-z]+ing\b|(?:not|a|the|in)\b)", "", "[Hh]e|[Ss]he|[Ii]t"),
    "verb after could": swap(r"(?<=\bcould )(?:see|hear|feel|be) (?=(?:the|a|his|her)\b)", ""),
    "preposition": swap(r"(?:at|to|for) (?=(?:the|him|her|it)\b)", "",
                        "looked|stared|glanced|listened|pointed|waited"),
    "have": swap(r"have (?=been|[a-z]+ed\b)", "", "would|should|could"),
}  # fmt: skip

EXTRA: dict[str, Maker] = {
    "same word twice": swap(r"\b(?:the|and|of|to|a|was|he|she|in|it|his|with)\b(?= [a-z])",
                            lambda m: f"{m.group()} {m.group().lower()}"),
    "two articles": swap(r"(?<= )(the|a) (?=[a-z]{3,})", lambda m: "a the " if m[1] == "the" else "the a "),
    "two prepositions": swap(r"(?<=[a-z] )(in|on|at|to|from|with) (?=(?:the|his|her|a)\b)",
                             lambda m: f"{m[1]} {'to' if m[1] != 'to' else 'at'} "),
    "two verbs": swap(r"(?<=\b(?:he|He) )(was|had|could) (?=[a-z])|(?<=\b(?:she|She) )(was|had|could) (?=[a-z])",
                      lambda m: f"{m[1] or m[2]} is "),
    "of too many": swap(r"\b(inside|outside|behind|despite|off) (?=(?:the|his|her)\b)", r"\1 of "),
    "word of the first draft": swap(r"(?<=\b(?:began|tried) )to (?=[a-z])|(?<=\bwanted )to (?=[a-z])", "to was "),
}  # fmt: skip

ARTICLES: dict[str, Maker] = {
    "a before a vowel": swap(r"\b([Aa])n (?=[aeio][a-z])(?!one|uni)", r"\1 "),
    "an before a consonant": swap(r"\b([Aa]) (?=[bcdfgjklmnpqrstvwz][a-z]{2})", r"\1n "),
    "a with a plural": swap(r"(?<=[a-z] )(his|her|the) (?=(?:eyes|hands|men|people|words|things)\b)", "a "),
}

PRONOUNS: dict[str, Maker] = {
    "object for subject": swap(r"(?<=\band )(?:he|she|they|I)(?= (?:had|were|went|would)\b)",
                               lambda m: {"he": "him", "she": "her", "they": "them", "I": "me"}[m.group()]),
    "subject for object": swap(r"(?:him|me|them)(?=[.,])",
                               lambda m: {"him": "he", "me": "I", "them": "they"}[m.group()],
                               "with|to|at|for|of|from|behind|beside"),
    "reflexive": words({"himself": "hisself", "themselves": "theirselves", "ourselves": "ourself"}),
    "which for a person": swap(r"who(?= )", "which", "man|woman|boy|girl|men|people"),
}  # fmt: skip

PREPOSITIONS: dict[str, Maker] = {
    "after a verb": swap(r"(?:at|to) (?=(?:him|her|them|me|the)\b)", "on ", "looked|stared|glanced|smiled|nodded"),
    "after an adjective": swap(r"of\b", "from", "afraid|tired|full|sure|proud|fond|aware|capable"),
    "of time": swap(r"\b(in|on|at) (?=(?:the morning|the evening|night|Sunday|Monday|Saturday|noon|midnight)\b)",
                    lambda m: {"in": "at", "on": "in", "at": "on"}[m[1]] + " "),
    "after a verb that governs one": swap(
        r"(?:(?:up)?on|of)\b", "from", "depend|depended|insisted|relied|consisted|thought|spoke"),
    "at for to or with": swap(r"(?:to|with)\b", "at", "belonged|listened|married|agreed|angry|spoke|talked|used"),
}
