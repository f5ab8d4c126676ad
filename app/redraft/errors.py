# SPDX-License-Identifier: GPL-3.0-or-later
"""The root of every error that an author may see.

Each layer derives its own errors in the module that raises them; every class builds its own sentence, so that
no caller ever assembles text: what happened, what is safe, what to do.
"""


class RedraftError(Exception):
    """Something an author must be told. ``str(error)`` is a whole sentence (or two) for them."""
