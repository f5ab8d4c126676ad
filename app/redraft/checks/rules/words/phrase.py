# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: fixed phrases and words that are written wrong by ear; each is a rule of its own.

Why a reader minds: see each phrase.

When to leave it: in the mouth of somebody who would say it so.

Example: for all intensive purposes → for all intents and purposes
"""

from __future__ import annotations

from redraft.checks.phrases import load

CHECKS = load()
"""The rules that ``resources/phrases/*.toml`` holds."""
