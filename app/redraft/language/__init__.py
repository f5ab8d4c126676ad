# SPDX-License-Identifier: GPL-3.0-or-later
"""What several checks need to know of a paragraph: tokens, sentences, speech, tags, parse."""
