# SPDX-License-Identifier: GPL-3.0-or-later
"""The scene panel: how the scene under the cursor reads."""
