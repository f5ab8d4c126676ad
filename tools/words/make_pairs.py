# SPDX-License-Identifier: GPL-3.0-or-later
"""Make ``resources/words/pairs.npz``: which words follow one another in novels, to tell what a misspelt word means.

``python tools/words/make_pairs.py NOVELS [--target FILE] [--without AUTHOR …]`` with ``app`` and ``tools`` on
PYTHONPATH. The books held out by ``train_confusables`` are left alone. Kept are pairs that stand at least three times;
of each only a hash of 32 bits and log2 of its count, so that no text can be read out of the table.
"""

from __future__ import annotations

from itertools import pairwise

from hashing import make

if __name__ == "__main__":
    make("pairs.npz", __doc__, pairwise)
