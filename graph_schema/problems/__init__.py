"""Everything that can be wrong with a file, a row or a cell: a constant each, in words for the clerk who wrote it.

Templates are filled with `{value}` (already masked, see `shown`) and the details that whoever raises it gives.
"""

from graph_schema.problems.problem import Problem, shown
from graph_schema.problems.refusal import FileRefused, Refusal, ValueProblem
from graph_schema.problems.registry import PROBLEMS

__all__ = ["PROBLEMS", "FileRefused", "Problem", "Refusal", "ValueProblem", "shown"]
