"""Coverage gaps: one .cypher file a rule, and where it finds nobody responsible.

A rule returns only what is a gap, what is unknown, and what is worth a note; never what is in order. The rules are
described in docs/gaps.md.
"""

from queries.gaps.board import Board, BoardRow, board
from queries.gaps.counting import Count, summary
from queries.gaps.finding import Gap, find
from queries.gaps.rules import OF, RULES, Of, Rule, chosen

__all__ = ["OF", "RULES", "Board", "BoardRow", "Count", "Gap", "Of", "Rule", "board", "chosen", "find", "summary"]
