"""The registry of problems: every constant of the modules beside this one, by code."""

from collections.abc import Mapping
from types import MappingProxyType

from graph_schema.problems import cells, files, organisations, people, places
from graph_schema.problems.problem import Problem

PROBLEMS: Mapping[str, Problem] = MappingProxyType(
    {
        problem.code: problem
        for module in (files, cells, people, places, organisations)
        for problem in vars(module).values()
        if isinstance(problem, Problem)
    }
)
