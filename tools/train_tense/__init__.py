# SPDX-License-Identifier: GPL-3.0-or-later
"""``python -m tools.train_tense NOVELS``: weighs the signs of a slip of tense, on clean novels with slips put in."""
