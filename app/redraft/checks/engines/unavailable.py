# SPDX-License-Identifier: GPL-3.0-or-later
"""What a judge that cannot work here says."""

from __future__ import annotations

from redraft.errors import RedraftError


class EngineUnavailable(RedraftError):
    """A judge cannot work; the sentence says why and what to do. The other checks go on."""
