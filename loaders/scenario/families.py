"""Believable households: who lives together, and how old they are."""

from collections.abc import Callable
from itertools import accumulate

from loaders.scenario import names
from loaders.scenario.register import Person, Register

Family = tuple[Person, ...]


def elder_alone(register: Register) -> Family:
    """One person of 66 or more."""
    return (register.resident("户主", _gender(register), _age(register, 66, 90)),)


def elderly_couple(register: Register) -> Family:
    """Two whose children have left."""
    return _couple(register, _age(register, 60, 84))


def couple(register: Register) -> Family:
    """Two without children at home."""
    return _couple(register, _age(register, 25, 59))


def parents_and_children(register: Register) -> Family:
    """A couple with one or two children who are at least 23 years younger than both."""
    father, mother = _couple(register, _age(register, 29, 52))
    return father, mother, *_children(register, father, mother)


def three_generations(register: Register) -> Family:
    """A couple, their children, and one or both parents of the head."""
    head, spouse, *children = parents_and_children(register)
    age = _age_of(register, head) + _age(register, 23, 29)
    father = register.resident("父亲", "男", age, surname=_surname(head))
    mother = register.resident("母亲", "女", age - _age(register, 0, 3))
    parents = register.random.choice(((father, mother), (mother,), (father,)))
    return head, spouse, *children, *parents


def single(register: Register) -> Family:
    """One grown person."""
    return (register.resident("户主", _gender(register), _age(register, 24, 57)),)


def tenants(register: Register) -> Family:
    """People from elsewhere who rent: one, a couple, or a couple with a small child."""
    kind = register.random.random()
    if kind < 0.45:
        return (register.resident("户主", _gender(register), _age(register, 20, 45), local=False),)
    head, spouse = _couple(register, _age(register, 24, 40), local=False)
    if kind < 0.75:
        return head, spouse
    return head, spouse, *_children(register, head, spouse)[:1]


_OWNERS: dict[Callable[[Register], Family], tuple[int, int]] = {  # of a hundred, usually and in large profiles
    parents_and_children: (38, 47),
    couple: (15, 7),
    three_generations: (14, 34),
    elderly_couple: (14, 6),
    elder_alone: (11, 4),
    single: (8, 2),
}
_USUAL, _LARGE = (tuple(accumulate(shares)) for shares in zip(*_OWNERS.values(), strict=True))


def owners(register: Register) -> Family:
    """A household that lives in its own home, of one of the usual structures."""
    shares = _LARGE if register.large_families else _USUAL
    return register.random.choices(tuple(_OWNERS), cum_weights=shares)[0](register)


def _couple(register: Register, age: int, *, local: bool = True) -> tuple[Person, Person]:
    head = register.resident("户主", "男", age, local=local)
    spouse = register.resident("配偶", "女", max(22, age - _age(register, -1, 4)), local=local)
    return head, spouse


def _children(register: Register, father: Person, mother: Person) -> Family:
    eldest = min(_age_of(register, father), _age_of(register, mother)) - _age(register, 23, 28)
    ages = [age for age in (eldest, eldest - _age(register, 2, 6)) if age >= 0]
    wanted = ages[: 1 if register.random.random() < 0.55 else 2] or [0]
    return tuple(_child(register, father, age) for age in wanted)


def _child(register: Register, father: Person, age: int) -> Person:
    gender = _gender(register)
    return register.resident("子" if gender == "男" else "女", gender, age, surname=_surname(father))


def _surname(person: Person) -> str:
    return person.name[:2] if person.name[:2] in names.DOUBLE else person.name[:1]


def _gender(register: Register) -> str:
    return register.random.choice("男女")


def _age(register: Register, low: int, high: int) -> int:
    return register.random.randint(low, high)


def _age_of(register: Register, person: Person) -> int:
    return (register.today - person.birth).days // 366
