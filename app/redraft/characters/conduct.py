# SPDX-License-Identifier: GPL-3.0-or-later
"""Words that tell a person by what they do, have, or are called with."""

from __future__ import annotations

from redraft.language.saying import SAYING

__all__ = ["BODY", "PEOPLE_DO", "SAYING", "SPOKEN_TO", "TO_PLACES"]

PEOPLE_DO = frozenset(
    """
    nod smile smiled smiles nodded nods frown frowned frowns laugh laughed laughs grin grinned grins sigh sighed sighs
    shrug shrugged shrugs blush blushed wink winked blink blinked scowl scowled glare glared glares stare stared stares
    glance glanced glances look looked looks gaze gazed watch watched listen listened thought thinks knew knows felt
    feels wanted wants wished wished hoped hopes loved loves hated hates liked likes believed believes wondered wonders
    remembered remembers forgot decided decides realized realised understood agreed refused promised tried sat sits
    stood stands walked walks strode stalked ran runs leaned leant knelt kneels rose bowed bows curtsied shook shakes
    swallowed gulped drank ate slept woke dressed turned turns hesitated hesitates paused pauses winced flinched
    shivered shuddered wept sobbed cried kissed hugged embraced married loved noticed heard saw sees hears grabbed
    snatched picked reached reaches lifted raised raises lit poured read wrote writes sipped chewed rubbed scratched
    drew pulled pushed opened closed took takes gave gives put puts threw caught held holds went goes came comes
    asked told said says had has did does got seemed meant means began entered followed arrived
    """.split()
)
"""Forms of verbs whose subject is mostly a person; the last, plainer ones weigh by number only."""

_PLAIN = frozenset(
    "had has did does got seemed meant means began entered followed arrived went goes came comes took takes gave gives "
    "put puts rose turned turns opened closed held holds drew ran runs stood stands sat sits tried caught read".split()
)
SURELY_PEOPLE_DO = PEOPLE_DO - _PLAIN

BODY = frozenset(
    """
    eye eyes face hand hands hair head arm arms shoulder shoulders voice mouth lips lip cheek cheeks brow brows eyebrow
    eyebrows chin finger fingers fist fists foot feet leg legs knee knees heart mind mother father sister brother wife
    husband son daughter uncle aunt cousin friend smile laugh grin gaze expression breath jaw throat chest ear ears nose
    skin tone attention coat hat dress sleeve pocket thoughts tears temper
    """.split()
)
SPOKEN_TO = frozenset(
    "told asked tells asks thanked begged warned assured informed reminded kissed hugged married met greeted addressed "
    "called".split()
)
TO_PLACES = frozenset("in at into across outside near throughout around".split())
