"""Yes or no, in the signs that forms use."""

import re

from graph_schema.problems import ValueProblem
from graph_schema.values import text

_YES = "是 有 对 已 √ ✓ ✔ ☑ y yes true 1"
_NO = "否 无 没有 非 未 不 不是 × ✗ ✘ ☒ x n no false 0"
_REMARK = re.compile(r"(?<=[是否有无])\s*\([^()]*\)$|(?<=[是否])[√✓]$|^[√✓](?=[是否])|(?<=[是有])的$")
_UNSAID = "/ - — 不详 未知"


def parse(cell: object) -> bool | None:
    """True, False, or None where nothing is said. Raises choice_unknown."""
    written = _REMARK.sub("", text.tidy(cell).lower())
    if not written or written in _UNSAID.split():
        return None
    if written in _YES.split():
        return True
    if written in _NO.split():
        return False
    raise ValueProblem("choice_unknown", value=cell, choices="是、否")
