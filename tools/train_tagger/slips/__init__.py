# SPDX-License-Identifier: GPL-3.0-or-later
"""The slips that drafts make, one module a family; each module's ``slips`` yields every slip a chunk offers."""
