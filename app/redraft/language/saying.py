# SPDX-License-Identifier: GPL-3.0-or-later
"""Verbs that report words or thoughts ("said", "whispers"), in every form a tag can take."""

from __future__ import annotations

_REGULAR = (
    "accuse add admit admonish advise affirm agree announce answer argue ask assert assure babble bark bawl beg bellow "
    "bleat blurt boast breathe burble call caution challenge chant chide chime chirp choke chorus chuckle claim cluck "
    "coax command comment complain concede conclude concur confess confide confirm console continue coo correct "
    "counsel counter croak croon cry declare demand demur deny drawl drone echo ejaculate emphasize emphasise enquire "
    "enthuse exclaim explain expostulate finish fume gasp giggle greet groan growl grumble grunt gulp gush hazard hint "
    "hiss holler howl huff implore inform inquire insist instruct interject interpose interrupt intone jeer jest joke "
    "lament laugh lecture lie lisp marvel mimic moan mock mumble murmur muse mutter nag note object observe offer "
    "opine order pant persist pipe plead pledge point praise pray press proclaim promise prompt pronounce propose "
    "protest purr query question rage rant rasp reason reassure recall recite reckon recommend reflect "
    "rejoin relate remark remind repeat reply report request respond resume retort reveal roar rumble scoff scold "
    "scream screech shout shriek shrill sigh slur snap snarl sneer snicker sniff snort sob spit splutter sputter "
    "squeak squeal stammer state stress stutter suggest surmise supply swear taunt tease "
    "thunder urge venture volunteer vow "
    "wail warn wheeze whimper whine whisper whistle whoop wonder yell yelp"
).split()
_IRREGULAR = {
    "say": "say says said saying", "tell": "tell tells told telling", "think": "think thinks thought thinking",
    "speak": "speak speaks spoke speaking", "begin": "begin begins began beginning",
    "sing": "sing sings sang singing", "spit": "spit spits spat spitting",
    "swear": "swear swears swore swearing", "go": "goes went", "cry": "cries cried crying",
    "know": "knew", "lie": "lied lying", "put": "put", "grind": "ground", "bite": "bit",
    "quip": "quip quips quipped quipping",
}  # fmt: skip
_VOWELS = frozenset("aeiou")


def _forms(base: str) -> set[str]:
    if base in _IRREGULAR:
        return set(_IRREGULAR[base].split())
    if base.endswith("e"):
        return {base, base + "s", base + "d", base[:-1] + "ing"}
    if base.endswith("y") and base[-2] not in _VOWELS:
        return {base, base[:-1] + "ies", base[:-1] + "ied", base + "ing"}
    sibilant = base.endswith(("s", "sh", "ch", "x"))
    forms = {base, base + ("es" if sibilant else "s"), base + "ed", base + "ing"}
    short = base[-1] not in _VOWELS | set("wxyh") and base[-2] in _VOWELS and base[-3] not in _VOWELS
    return forms | ({base + base[-1] + "ed", base + base[-1] + "ing"} if short else set())


SAYING: frozenset[str] = frozenset(form for base in (*_REGULAR, *_IRREGULAR) for form in _forms(base))
"""Lower-case forms of verbs of speech and thought. A few too many forms ("offerred") do no harm here."""

THINKING: frozenset[str] = frozenset(
    "think thinks thought thinking wonder wonders wondered wondering muse mused muses reflect reflected reflects "
    "reason reasoned reasons recall recalled recalls realize realized realizes realise realised realises "
    "decide decided decides".split()
)
"""Forms that tag a thought rather than a spoken sentence."""
