# SPDX-License-Identifier: GPL-3.0-or-later
"""What is raised where the tagger's model cannot be used."""

from __future__ import annotations

from pathlib import Path

from redraft.errors import RedraftError


class ModelUnavailable(RedraftError):
    """The tagger's model cannot be used; everything else goes on."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            f"The language model that finds errors in context cannot be used: {path.name} {reason}. "
            "The other checks go on; installing Redraft again brings the model back."
        )
        self.path = path
