"""What the words above a table say for all of its rows, where the table has no column for it."""

import re
from dataclasses import replace

from loaders.recognise import Table
from loaders.rows import Sorted

HOLDER = "party:holder"
_DATED = re.compile(r"20\d{2}年?(?:度|\d{1,2}月份?(?:\d{1,2}日)?)?|中共")
_ORGANISATION = re.compile(r"[一-鿿0-9]{2,30}?(?:党支部|党总支|党委|党小组)")


def titled(rows: Sorted, table: Table) -> Sorted:
    """The rows of an attendance sheet with the party organisation that its title names (…党支部主题党日签到表)."""
    fields = {party.field for party in table.roster.parties}
    name = _organisation(table) if HOLDER in fields and HOLDER not in table.layout.found else ""
    if not name:
        return rows
    return replace(rows, typed=tuple(replace(row, values={**row.values, HOLDER: name}) for row in rows.typed))


def _organisation(table: Table) -> str:
    for said in (*table.titles, table.sheet.name):
        found = _ORGANISATION.search(_DATED.sub("", said).replace(" ", ""))
        if found:
            return found[0]
    return ""
