# SPDX-License-Identifier: GPL-3.0-or-later
"""A copy of the first sample story in the user's own folder, to try things on."""

from __future__ import annotations

import shutil
from pathlib import Path

from redraft.errors import RedraftError
from redraft.places import data_folder, seed


class NoSample(RedraftError):
    """The sample stories are not where they should be."""

    def __init__(self) -> None:
        super().__init__("The sample stories are missing from this installation; open a story of your own instead.")


def sample_copy() -> Path:
    """The path of the copy; an earlier copy, with what was done to it, is kept.

    Raises:
        NoSample: when the program was installed without its stories.
    """
    stories = sorted(each for each in seed().glob("0*") if each.suffix in (".txt", ".md"))
    if not stories:
        raise NoSample
    target = data_folder() / "samples" / stories[0].name
    if not target.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(stories[0], target)
    return target
