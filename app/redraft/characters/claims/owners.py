# SPDX-License-Identifier: GPL-3.0-or-later
"""The ways in which a text says whose something is, as parts of regular expressions."""

from __future__ import annotations

NAME = r"[A-Z][\w’'-]*\w"
WHOSE = r"(?P<owner>\b(?:[Hh]is|[Hh]er|[Mm]y|[A-Z][\w-]+[’']s?))"
"""A possessive: "his", "Anna’s"."""

WHO = r"(?P<owner>\b(?:[Hh]e|[Ss]he|I|[A-Z][\w-]+))"
"""A subject: "she", "Anna"."""

OTHERS = (
    "student|pupil|apprentice|disciple|teacher|tutor|mentor|sensei|governess|master|mistress|friend|partner|colleague"
    "|boss|employer|assistant|secretary|servant|maid|butler|valet|cook|housekeeper|nurse|neighbour|neighbor|roommate"
    "|flatmate|bodyguard|rival|enemy|girlfriend|boyfriend|lover|sweetheart|betrothed|squire|ward|guardian|godfather"
    "|godmother|godson|goddaughter|landlady|landlord|teammate|classmate|schoolfriend|comrade|commander|deputy|lawyer"
    "|doctor|agent|ex-wife|ex-husband"
)
"""Who somebody may be to another without being kin."""

KIN = (
    "father|mother|dad|mum|mom|brother|sister|husband|wife|son|daughter|uncle|aunt|cousin|nephew|niece|grandfather"
    "|grandmother|grandson|granddaughter|twin|stepfather|stepmother|stepbrother|stepsister|fiancé|fiancée"
)
