"""Who exists: people with a name, an ID number that nobody else has, and a phone number of their own."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from stdnum.cn.ric import calc_check_digit

from loaders.scenario import names

AREAS = ("529093", "429091", "339095", "639094")  # none of these four codes exists in GB/T 2260
PHONES = range(10_000)  # 19900000000 to 19900009999
_YEAR = 365.25


@dataclass(frozen=True)
class Person:
    """Somebody of the scenario, as a roster would write them. `gender`: 男 or 女; `phone` may be empty."""

    name: str
    gender: str
    birth: date
    id_number: str
    phone: str
    politics: str
    relation: str = "户主"


@dataclass(frozen=True)
class Lot:
    """Which numbers a register may give out, where several share them: phones, and serials of ID numbers.

    `own` and `elsewhere`: which part of how many, for those registered in the area and for all others.
    """

    phones: range = PHONES
    own: tuple[int, int] = (0, 1)
    elsewhere: tuple[int, int] = (0, 1)


EVERYTHING = Lot()


def id_number(area: str, birth: date, serial: int) -> str:
    """Eighteen characters with the check digit of GB 11643; an odd serial is a man's.

    >>> id_number("110105", date(1949, 12, 31), 2)
    '11010519491231002X'
    """
    body = f"{area}{birth:%Y%m%d}{serial:03d}"
    return body + str(calc_check_digit(body + "0"))


class Register:
    """Draws people one after the other; the same random source and day give the same people.

    `area` is where most residents were registered first. `phones`: the share of grown residents whose number is
    known; there are no more than ten thousand numbers that nobody has, so in a large profile it must be small.
    """

    def __init__(
        self,
        random: Random,
        today: date,
        *,
        area: str = AREAS[0],
        phones: float = 1.0,
        lot: Lot = EVERYTHING,
        large_families: bool = False,
    ) -> None:
        self.random = random
        self.today = today
        self._area = area
        self._elsewhere = tuple(other for other in AREAS if other != area)
        self._share = phones
        self._lot = lot
        self.large_families = large_families
        self._ids: set[str] = set()
        self._names: set[str] = set()
        self._phones = self._numbers()

    def resident(self, relation: str, gender: str, age: int, *, surname: str = "", local: bool = True) -> Person:
        """Somebody who lives here. Names may repeat, as they do; ID and phone numbers never."""
        name = (surname or names.surname(self.random)) + names.given(self.random, gender, age)
        self._names.add(name)
        birth = self._birth(age)
        area = self._area if local and self.random.random() < 0.9 else self.random.choice(self._elsewhere)
        phone = next(self._phones) if self._has_phone(age) else ""
        return Person(name, gender, birth, self._id(area, birth, gender), phone, self._politics(age), relation)

    def stranger(self, gender: str, age: int) -> Person:
        """Somebody who works here and lives elsewhere, with a name that nobody else has.

        A roster tells such a person by name and phone alone: a second bearer of the name would be held for review.
        Draw them after the residents.
        """
        while True:
            name = names.surname(self.random) + names.given(self.random, gender, age)
            if name not in self._names and len(name) > 2:
                break
        self._names.add(name)
        return Person(name, gender, self._birth(age), "", next(self._phones), "群众")

    def number(self) -> str:
        """A phone number that nobody else here has, or nothing when all are given out."""
        return next(self._phones, "")

    def _numbers(self) -> Iterator[str]:
        order = list(self._lot.phones)
        self.random.shuffle(order)
        return (f"1990000{number:04d}" for number in order)

    def _birth(self, age: int) -> date:
        days = int(age * _YEAR) + self.random.randrange(1, 365)
        return self.today - timedelta(days=days)

    def _id(self, area: str, birth: date, gender: str) -> str:
        part, parts = self._lot.own if area == self._area else self._lot.elsewhere
        first, serials = (1, 500) if gender == "男" else (2, 499)
        while True:
            serial = first + 2 * (part + parts * self.random.randrange(serials // parts))
            number = id_number(area, birth, serial)
            if number not in self._ids:
                self._ids.add(number)
                return number

    def _has_phone(self, age: int) -> bool:
        if age < 12:
            return False
        if self._share < 1:
            return 20 <= age < 75 and self.random.random() < self._share
        return age < 80 or self.random.random() < 0.7

    def _politics(self, age: int) -> str:
        if age < 19:
            return "群众"
        drawn = self.random.random()
        if drawn < 0.004:
            return "中共预备党员"
        return "中共党员" if drawn < (0.12 if age >= 50 else 0.07) else "群众"
