# SPDX-License-Identifier: GPL-3.0-or-later
"""Names, aliases, mentions, speakers and the cast drawn from them."""
