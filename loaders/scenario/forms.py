"""The forms in which people write the same thing: dates, entrances, phone numbers."""

from datetime import date
from random import Random

from loaders.scenario.workbook import Cell

_HAN = "零一二三四五六七八九十"
_MONTHS_BACK = (2, 50)


class Hand:
    """Whoever fills in a form, with changing habits; the same random source writes the same."""

    def __init__(self, random: Random, today: date) -> None:
        self._random = random
        self._today = today

    def month(self) -> Cell:
        """A month of the last four years, as it stands in 任职时间."""
        back = self._today.year * 12 + self._today.month - 1 - self._random.randint(*_MONTHS_BACK)
        year, month = back // 12, back % 12 + 1
        forms: list[Cell] = [f"{year}年{month}月", f"{year}{month:02d}", date(year, month, 1)]
        if month not in (1, 10):  # 2024.1 and 2024.10 are the same number
            forms.append(f"{year}.{month}")
        return self._random.choice(forms)

    def birth(self, day: date) -> Cell:
        """A birth date, or nothing where the ID number says it."""
        return self._random.choice((day, f"{day:%Y%m%d}", f"{day:%Y-%m-%d}", None))

    def entrance(self, number: int) -> Cell:
        """An entrance: 1, 1单元, 一单元."""
        return self._random.choice((number, f"{number}单元", f"{_HAN[number]}单元"))

    def phone(self, number: str) -> Cell:
        """A mobile number: with spaces, with dashes, with +86, as a number, or as it is."""
        head, middle, tail = number[:3], number[3:7], number[7:]
        forms = (f"{head} {middle} {tail}", f"{head}-{middle}-{tail}", f"+86{number}", int(number), number)
        return self._random.choice(forms) if number else None

    def nobody(self) -> Cell:
        """A leader who is not there."""
        return self._random.choice(("待定", "暂缺", None))
