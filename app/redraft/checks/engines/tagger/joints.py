# SPDX-License-Identifier: GPL-3.0-or-later
"""Closed lists: words that drafts write as one, and contractions that drafts write without the apostrophe."""

from __future__ import annotations

from types import MappingProxyType

_APART = """
a lot/a while ago/a bit/each other/every time/no one/in front/at least/as well/in case/in fact/even though/of course/
up to/thank you/all right/at all/in between/so far/any more/every day/some day/any time/every one/some one/
any one/all ready/may be/al most/never mind/what ever/out side/in side/to gether/at once/as if/in spite/by now/
kind of/sort of/high school/living room/front door/a few/all over/no where/far away/each time/this time/next door
"""
_KEPT_TOGETHER = frozenset(
    "almost together outside inside nowhere already anymore anyone someone everyone maybe whatever everyday someday "
    "anytime upto anyway".split()
) - {"upto"}

SPLITS = MappingProxyType(
    {
        pair.replace(" ", ""): pair
        for pair in (" ".join(item.split()) for item in _APART.replace("\n", " ").split("/"))
        if pair.count(" ") == 1 and pair.replace(" ", "") not in _KEPT_TOGETHER
    }
    | {
        "everyday": "every day",
        "anymore": "any more",
        "someday": "some day",
        "anytime": "any time",
        "already": "all ready",
        "maybe": "may be",
        "everyone": "every one",
        "awhile": "a while",
        "alright": "all right",
        "into": "in to",
        "onto": "on to",
    }
)
"""Joined form to the two words that were meant."""

CONTRACTIONS = MappingProxyType(
    {
        whole.replace("'", ""): whole
        for whole in (
            "don't doesn't didn't isn't aren't wasn't weren't haven't hasn't hadn't won't wouldn't can't "
            "couldn't shouldn't mustn't needn't ain't i'm i've i'll i'd you're you've you'll you'd he's he'd "
            "he'll she's she'd she'll it's it'll it'd we're we've we'll we'd they're they've they'll they'd "
            "that's that'll that'd there's there'll here's what's who's who'd where's how's let's could've "
            "would've should've might've must've o'clock ma'am y'all"
        ).split()
    }
)
"""The form without its apostrophe to the form with it."""
