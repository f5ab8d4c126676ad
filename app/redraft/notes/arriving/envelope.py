# SPDX-License-Identifier: GPL-3.0-or-later
"""A mail saved as a file (.eml, RFC 5322): its words, and what is attached to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage
from html.parser import HTMLParser

_HEAD = re.compile(rb"\A(?:[A-Za-z][A-Za-z0-9-]*:[^\n]*\n(?:[ \t][^\n]*\n)*)+\r?\n")
_MIME = re.compile(rb"^(?:MIME-Version|Content-Type|Message-ID|Received):", re.IGNORECASE | re.MULTILINE)
_LINES = frozenset({"p", "div", "br", "tr", "li", "blockquote", "h1", "h2", "h3"})


@dataclass(frozen=True, slots=True)
class Envelope:
    """``text`` begins with who wrote when, as a mail's head does; ``attached`` are files by name."""

    text: str
    attached: tuple[tuple[str, bytes], ...]


def opened(data: bytes) -> Envelope | None:
    """The mail that the bytes are; None when they are none."""
    head = _HEAD.match(data)
    if head is None or not _MIME.search(head.group()):
        return None
    message = message_from_bytes(data, policy=policy.default)
    try:
        return _read(message)
    except Exception:  # the library's reader of headers raises whatever a strange one makes it stumble over
        return None


def _read(message: EmailMessage) -> Envelope:
    body = message.get_body(("plain", "html"))
    words = _words(body) if isinstance(body, EmailMessage) else ""
    return Envelope("\n".join([*_heads(message), "", words]), tuple(_attached(message)))


def _heads(message: EmailMessage) -> Iterator[str]:
    """Who wrote and when; a line of the head that nothing can be made of costs itself only."""
    for name in ("From", "Date"):
        try:
            told = message[name]
        except Exception:  # as in opened()
            continue
        if told:
            yield f"{name}: {told}"


def _words(body: EmailMessage) -> str:
    try:
        text = str(body.get_content())
    except (LookupError, UnicodeError, AssertionError):
        return ""
    if body.get_content_subtype() != "html":
        return text
    stripper = _Stripper()
    stripper.feed(text)
    return "".join(stripper.parts)


def _attached(message: EmailMessage) -> Iterator[tuple[str, bytes]]:
    for part in message.iter_attachments():
        data = part.get_payload(decode=True)
        if isinstance(data, bytes) and data:
            yield part.get_filename() or "attachment", data


class _Stripper(HTMLParser):
    """The words of a page of markup, a line for each of its blocks; quoted mail is marked as in a plain one."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self._silent = self._quoted = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent += tag in ("style", "script", "title")
        self._quoted += tag == "blockquote"
        if tag in _LINES:
            self.parts.append("\n" + "> " * self._quoted)

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in ("style", "script", "title") and self._silent > 0
        self._quoted -= tag == "blockquote" and self._quoted > 0
        if tag in ("p", "div", "blockquote"):
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.parts.append(" ".join(data.split("\n")))
