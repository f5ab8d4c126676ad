# SPDX-License-Identifier: GPL-3.0-or-later
"""What outside grammar checkers mark, as findings of ours."""
