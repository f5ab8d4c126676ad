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

    def feed(self, data: bytes) -> list[Message]:
        """The messages completed by ``data``.

        Raises:
            BrokenStream: when a length is absurd or a body is not a JSON object.
        """
        self._waiting += data
        messages: list[Message] = []
        place = 0
        while len(self._waiting) - place >= 4:
            length = int.from_bytes(self._waiting[place : place + 4], "big")
            if length > _LIMIT:
                raise BrokenStream
            if len(self._waiting) - place - 4 < length:
                break
            messages.append(_parsed(bytes(self._waiting[place + 4 : place + 4 + length])))
            place += 4 + length
        del self._waiting[:place]
        return messages


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
