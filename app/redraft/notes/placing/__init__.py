# SPDX-License-Identifier: GPL-3.0-or-later
"""Finding a note's words again in a text that has changed since: by the copy it was made in, or by its quotation."""
