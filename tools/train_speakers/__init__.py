# SPDX-License-Identifier: GPL-3.0-or-later
"""Learn what each clue to a speaker is worth: ``python -m tools.train_speakers ARCHIVE NOVELS OUT``."""
