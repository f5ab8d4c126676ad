# SPDX-License-Identifier: GPL-3.0-or-later
"""How many syllables a word has: by rule, and by a table of the words where the rule errs.

The table (``resources/words/syllables.txt``) is made from the CMU pronouncing dictionary by
``tools/words/make_syllables.py``; invented names and rare words fall to the rule, which agrees with that
dictionary on nine words of ten.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from redraft.places import resource

_VOWELS = re.compile(r"[aeiouyàâäáãåæèéêëìíîïòóôöõøœùúûü]+")
_SILENT_END = re.compile(r"(?:[^aeioulr]les?|[^aeiouy]ed)$")
_ADDS = re.compile(r"i(?:a(?!g|n$|r)|o(?!u)|um|us)|[aeiouy]ing|(?<!q)u[ae](?:l|t|r)|eo|ii|[^aeiou]ier$|ya|creat|dial")
_DROPS = re.compile(r"tion|sion|[cgst]ious?|[cst]ia[ln]?|[^aeioul]ely|[^aeiou]e(?:ful|less|ness|ment)|g[ie]ous|quie")
_PARTS = re.compile(r"[-‑–—]")


@lru_cache(maxsize=50_000)
def syllables(word: str) -> int:
    """The syllables of a word, at least 1; the parts of a hyphenated one add up. Case and quote style are ignored."""
    word = word.lower().replace("’", "'")
    known = _table().get(word)
    if known is not None:
        return known
    parts = [each for each in _PARTS.split(word) if each]
    if len(parts) > 1:
        return sum(syllables(each) for each in parts)
    return by_rule(word)


def by_rule(word: str) -> int:
    """The syllables of a lower-case word by its spelling alone, at least 1."""
    if word.endswith("'s"):
        stem = word[:-2]
        return by_rule(stem) + (stem.endswith(("s", "x", "z", "ch", "sh", "ce", "ge", "se", "ze")))
    plain = word.replace("'", "")
    count = len(_VOWELS.findall(plain))
    if plain.endswith("e") and not plain.endswith(("le", "ee", "oe", "ie", "ye", "ue")) and count > 1:
        count -= 1
    elif plain.endswith("es") and not plain.endswith(("ses", "zes", "ces", "ges", "xes", "ches", "shes", "ies", "ees")):
        count -= count > 1 and (not plain.endswith("les") or plain[-4:-3] in "aeiouy")
    elif plain.endswith("ed") and not plain.endswith(("ted", "ded", "eed", "ied")):
        count -= count > 1 and _SILENT_END.search(plain) is not None
    elif plain.endswith(("ale", "ele", "ile", "ole", "ule", "yle")) and count > 1:
        count -= 1
    count += len(_ADDS.findall(plain)) - len(_DROPS.findall(plain))
    count += plain.endswith(("n't", "sm", "thm"))
    return max(1, count)


@cache
def _table() -> dict[str, int]:
    table: dict[str, int] = {}
    for line in resource("words", "syllables.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            number, *words = line.split()
            table.update(dict.fromkeys(words, int(number)))
    return table
