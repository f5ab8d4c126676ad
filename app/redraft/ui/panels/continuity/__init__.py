# SPDX-License-Identifier: GPL-3.0-or-later
"""The continuity panel: where the story contradicts itself."""
