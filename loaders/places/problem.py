"""A problem of a row, and which of its fields has it."""

from graph_schema.problems import ValueProblem


class FieldProblem(Exception):
    """A problem, and the field of the row that has it."""

    def __init__(self, field: str, problem: ValueProblem) -> None:
        super().__init__(field)
        self.field = field
        self.problem = problem
