# SPDX-License-Identifier: GPL-3.0-or-later
"""The learned error tagger: a small transformer that says of each word whether it should be changed, and how."""

from redraft.checks.engines.tagger.model import ModelUnavailable
from redraft.checks.engines.tagger.tagger import FLOOR, ModelEdit, Tagger

__all__ = ["FLOOR", "ModelEdit", "ModelUnavailable", "Tagger"]
