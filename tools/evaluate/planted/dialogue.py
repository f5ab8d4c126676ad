# SPDX-License-Identifier: GPL-3.0-or-later
"""Dialogue punctuation as drafts get it wrong: at tags, at actions, at the ends of speeches, around addresses."""

from __future__ import annotations

from tools.evaluate.planted.making import Maker, swap

_WHO = r"(?:he|she|they|the [a-z]+|[A-Z][a-z]+)"
_SAID = r"(?:said|asked|replied|answered|whispered|muttered|cried|shouted|added|demanded|murmured|called|agreed)"
_TAG = rf"(?:(?:{_WHO}|I) {_SAID}|{_SAID} {_WHO})\b"
_SMALL = rf"(?:(?:he|she|they|the [a-z]+) {_SAID}|{_SAID} {_WHO})\b"
_DOES = r"(?:smiled|nodded|shrugged|looked|turned|laughed|grinned|frowned|sighed|shook|stood|leaned|glanced)"
_TITLE = r"(?:sir|madam|ma’am|my dear|boys|[A-Z][a-z]+)"

KINDS: dict[str, Maker] = {
    "stop before tag": swap(rf"(?<=[a-z]),(?=” {_TAG})", "."),
    "stop, capital on tag": swap(rf"(?<=[a-z]),” (?={_SMALL})(.)", lambda m: ".” " + m[1].upper()),
    "no comma before tag": swap(rf"(?<=[a-z]),(?=” {_TAG})", ""),
    "comma outside the marks": swap(rf"(?<=[a-z]),”(?= {_TAG})", "”,"),
    "capital on tag after comma": swap(rf"(?<=[a-z],” )(?={_SMALL})(.)", lambda m: m[1].upper()),
    "capital on tag after question": swap(rf"(?<=[?!]” )(?={_SMALL})(.)", lambda m: m[1].upper()),
    "comma for a question mark": swap(rf"\?(?=” {_TAG})", ","),
    "comma after question mark": swap(rf"(?<=[?!])”(?= {_TAG})", "”,"),
    "action for a tag": swap(rf"(?<=[a-z])\.” (?=(?:He|She) {_DOES}\b)(.)", lambda m: ",” " + m[1].lower()),
    "small action after stop": swap(rf"(?<=[a-z]\.” )(?=(?:He|She) {_DOES}\b).", lambda m: m.group().lower()),
    "comma where speech starts anew": swap(rf"(?<=,” )({_TAG})\. (?=“[A-Z][a-z])", r"\1, "),
    "stop in a broken sentence": swap(rf"(?<=,” )({_TAG}), (?=“[a-z])", r"\1. "),
    "no comma into speech": swap(rf"\b({_SAID}), (?=“[A-Z])", r"\1 "),
    "small letter into speech": swap(r"(?<=said, “)[A-Z](?=[a-z]+ )|(?<=asked, “)[A-Z](?=[a-z]+ )",
                                     lambda m: m.group().lower()),
    "no end mark in speech": swap(r"(?<=[a-z]{3})\.”$", "”"),
    "never closed": swap(r"(?<=[a-z][.!?])”$", ""),
    "never opened": swap(r"^“(?=[A-Z][^“”]+[,.?!]” (?:he|she|said))", ""),
    "stop and comma before tag": swap(rf"(?<=[a-z]),(?=” {_TAG})", ",."),
    "name’s action for a tag": swap(rf"(?<=[a-z])\.(?=” [A-Z][a-z]+ {_DOES}\b)", ","),
    "small letter at speech’s start": swap(r"(?<=^“)[A-Z](?=[a-z]+ [a-z])", lambda m: m.group().lower()),
    "mark turned round": swap(r"(?<=[.,?!])”(?= |$)", "“"),
    "space inside the marks": swap(r"(?<=[a-z][.,?!])”(?= |$)", " ”"),
    "no space after the marks": swap(r"(?<=[a-z][.,?!])” (?=[A-Za-z])", "”"),
    "mark doubled": swap(r"(?<=[.?!])”$", "””"),
    "address at the end": swap(rf"(?<=[a-z]), (?={_TITLE}[.?!]”)", " "),
    "address at the start": swap(rf"(?<=“)({_TITLE}), (?=(?:you|I|do|don’t|what|why|come|please)\b)", r"\1 "),
    "yes and no": swap(r"(?<=“)(Yes|No|Oh|Well), (?=(?:I|you|he|she|it|we|they|sir|that)\b)", r"\1 "),
    "tag question": swap(
        r"(?<=[a-z]), (?=(?:isn’t|aren’t|don’t|doesn’t|didn’t|won’t|can’t) (?:it|you|he|she|they)\?)", " "),
}  # fmt: skip
