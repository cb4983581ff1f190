"""Proposals: what the workshops and the outside answers propose, side by side, and as documents."""

from proposals.actions import report_of, tie_input, ties_of, untie

__all__ = ["report_of", "tie_input", "ties_of", "untie"]
