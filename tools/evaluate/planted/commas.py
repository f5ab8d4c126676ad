# SPDX-License-Identifier: GPL-3.0-or-later
"""Commas left out and put in, sentences run together, semicolons that are none."""

from __future__ import annotations

from tools.evaluate.planted.making import Maker, swap

_SHE = r"(?:he|she|it|they|we|I)"
_VERB = r"(?:was|were|had|could|would|did|saw|knew|went|came|[a-z]{3,}ed)"
_END = r"(?<=[a-z]{3})"
_OPENER = r"(?:When|After|As|If|Before|While|Although|Because|Since|Once|Though)"

COMMAS: dict[str, Maker] = {
    "before but": swap(rf"{_END}, (?=but (?:{_SHE}|the [a-z]+|there) {_VERB})", " "),
    "before and, two clauses": swap(rf"{_END}, (?=and (?:{_SHE}|the [a-z]+|there) {_VERB})", " "),
    "before so or yet": swap(rf"{_END}, (?=(?:so|yet|or) {_SHE} {_VERB})", " "),
    "after an opening clause": swap(rf"((?:^|[.!?] )“?{_OPENER} [a-z][a-z ]{{10,50}}), (?={_SHE} )", r"\1 "),
    "after an opening participle": swap(rf"((?:^|[.!?] )[A-Z][a-z]+ing [a-z ]{{8,50}}), (?={_SHE} )", r"\1 "),
    "after a sentence adverb": swap(
        r"((?:^|[.!?] )“?(?:However|Finally|Fortunately|Besides|Meanwhile|Unfortunately)), ",
                                    r"\1 "),
    "before which": swap(rf"{_END}, (?=which (?:was|had|were|is|made|he|she)\b)", " "),
    "around an aside, first": swap(r"(?<=[a-z]{3}), (?=(?:of course|however|after all|in fact)[,.])", " "),
    "around an aside, second": swap(
        r"(?<=[a-z]), (of course|however|after all|in fact|therefore), (?=[a-z])", r", \1 "),
    "before a participle": swap(rf"{_END}, (?=[a-z]{{3,}}ing (?:his|her|the|a|at|up|down|to)\b)", " "),
    "in a list": swap(r"(?<=[a-z]{3}), (?=(?:a |the |his |her )?[a-z]+,? and (?:a |the |his |her )?[a-z]+[.;])", " "),
    "between subject and verb": swap(r"((?:^|[.!?] )“?(?:The|His|Her) [a-z]+ (?:of|in|on) (?:the|his|her) [a-z]+) "
                                     r"(?=(?:was|were|had)\b)", r"\1, "),
    "before that": swap(
        r"\b(thought|knew|believed|felt|hoped|found|seemed) (?=that (?:he|she|it|they|the)\b)", r"\1, "),
    "before and, one subject": swap(r"(?<=\b(?:he|He) )([a-z]+ed(?: [a-z]+){1,3}) (?=and [a-z]+ed\b)", r"\1, "),
}  # fmt: skip

SPLICES: dict[str, Maker] = {
    "comma before a pronoun": swap(rf"{_END}\. (He|She|It|They) (?={_VERB}\b)", lambda m: f", {m[1].lower()} "),
    "comma before I": swap(rf"{_END}\. (?=I {_VERB}\b)", ", "),
    "comma before a noun": swap(rf"{_END}\. (The|His|Her|There) (?=[a-z]+ (?:was|were|had|[a-z]+ed)\b)",
                                lambda m: f", {m[1].lower()} "),
    "comma before then": swap(rf"{_END}\. Then (?={_SHE} )", ", then "),
    "comma before a question": swap(rf"{_END}\. (What|Where|Why|How|Who) (?=(?:is|are|do|did|was|have)\b)",
                                    lambda m: f", {m[1].lower()} "),
    "run on without any mark": swap(rf"{_END}\. (He|She|It|They) (?={_VERB}\b)", lambda m: f" {m[1].lower()} "),
    "comma for a semicolon": swap(rf"{_END}; (?={_SHE} {_VERB}\b)", ", "),
}  # fmt: skip

SEMICOLONS: dict[str, Maker] = {
    "before a participle": swap(rf"{_END}, (?=[a-z]{{3,}}ing (?:his|her|the|a|at|up|down|to)\b)", "; "),
    "before a subordinate clause": swap(rf"{_END},? (?=(?:because|although|while|until|unless) {_SHE} )", "; "),
    "after an opening clause": swap(rf"((?:^|[.!?] ){_OPENER} [a-z][a-z ]{{10,50}}), (?={_SHE} )", r"\1; "),
}
