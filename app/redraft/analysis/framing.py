# SPDX-License-Identifier: GPL-3.0-or-later
"""Messages on a pipe: four bytes of length (big-endian), then that many bytes of JSON.

Plain data only; nothing that runs is ever sent, so a damaged stream can at worst be refused.
"""

from __future__ import annotations

import json
from typing import IO, Any

from redraft.errors import RedraftError
from redraft.text.plain_data import plain_data

Message = dict[str, Any]
"""One message: an object with a ``type`` and whatever that type carries."""

_LIMIT = 1 << 30


class BrokenStream(RedraftError):
    """What came over the pipe is no message of ours."""

    def __init__(self) -> None:
        super().__init__("The analysis process sent something unreadable; it is started again. Your text is safe.")


def encode(message: Message) -> bytes:
    """The bytes of one message."""
    body = json.dumps(message, ensure_ascii=True, separators=(",", ":")).encode("ascii")
    return len(body).to_bytes(4, "big") + body


class Decoder:
    """Collects bytes as they come, in whatever pieces, and hands out whole messages."""

    def __init__(self) -> None:
        self._waiting = bytearray()
        self._place = 0

    def feed(self, data: bytes) -> list[Message]:
        """The messages completed by ``data``.

        Raises:
            BrokenStream: when a length is absurd or a body is not a JSON object.
        """
        self.collect(data)
        messages: list[Message] = []
        while (message := self.next()) is not None:
            messages.append(message)
        return messages

    def collect(self, data: bytes) -> None:
        """Keep ``data`` until it is asked for."""
        del self._waiting[: self._place]
        self._place = 0
        self._waiting += data

    def next(self) -> Message | None:
        """The next message; None while it is not complete.

        Raises:
            BrokenStream: as :meth:`feed`.
        """
        start = self._place + 4
        if len(self._waiting) < start:
            return None
        length = int.from_bytes(self._waiting[self._place : start], "big")
        if length > _LIMIT:
            raise BrokenStream
        if len(self._waiting) < start + length:
            return None
        self._place = start + length
        return _parsed(bytes(self._waiting[start : self._place]))


def read_message(stream: IO[bytes]) -> Message | None:
    """The next message of a blocking stream; None at its end (also when it ends in the middle of one)."""
    head = stream.read(4)
    if len(head) < 4:
        return None
    length = int.from_bytes(head, "big")
    if length > _LIMIT:
        raise BrokenStream
    body = stream.read(length)
    return _parsed(body) if len(body) == length else None


def _parsed(body: bytes) -> Message:
    try:
        message = plain_data(body)
    except ValueError as error:
        raise BrokenStream from error
    if not isinstance(message, dict):
        raise BrokenStream
    return message
