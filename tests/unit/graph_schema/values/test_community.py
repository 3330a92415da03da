"""Names of communities."""

import pytest

from graph_schema.values.community import community_name


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ("松涛社区", "松涛社区"),
        ("石桥社区(新)", "石桥社区"),
        ("石桥社区（2026）", "石桥社区"),
        ("松涛社区居委会", "松涛社区"),
        ("石桥村村委会", "石桥村"),
        ("松涛 社区", "松涛社区"),
        ("", ""),
    ],
)
def test_what_is_written_behind_the_name_goes(cell: str, name: str) -> None:
    assert community_name(cell) == name
