"""共产党员户: a list of homes that calls itself one of party-member households says so of each."""

from loaders.themes.stating import Stating

FIELDS = frozenset(("resident",))
_PROPERTY = "is_party_household"
_WORDS = ("党员户", "党员家庭")


def state(stating: Stating) -> None:
    """That the row's home is a party-member household; where a column says it, the column counts alone."""
    table, home = stating.row.table, stating.placed.household
    if home is None or f"Household.{_PROPERTY}" in table.layout.found:
        return
    if any(word in said for said in (*table.titles, table.sheet.name) for word in _WORDS):
        stating.draft.state(home, _PROPERTY, True)
