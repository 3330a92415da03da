"""Labelled pairs: somebody whom the graph knows, a row of another roster, and whether that is the same person.

`HARD` is written by hand, `drawn` by a seeded generator. What none of our evidence can tell apart is not in it; that is
the limit of the rules themselves: two namesakes who share a mobile and have neither ID number nor birth, or who live in
one building and were born in one year.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from random import Random

from stdnum.cn.ric import calc_check_digit

from loaders.scenario.names import given, surname

MERGE, ASK, NEW, FAULT = "merge", "ask", "new", "fault"  # what a loader may do with a row


@dataclass(frozen=True)
class Person:
    """What a roster says of somebody; "" for what it does not say. Posts are role@place."""

    name: str
    id: str = ""
    tel: str = ""
    born: str = ""
    sex: str = ""
    building: str = ""
    home: str = ""
    posts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Pair:
    """Whom the graph knows, what the row says, the truth, and why it is hard. `does`: what the loader shall do."""

    known: Person
    row: Person
    same: bool
    why: str
    does: str = ""


def id_of(born: str, order: int) -> str:
    """A valid ID number in a county that does not exist; odd orders are men."""
    digits = f"429091{born}{order:03d}"
    return digits + str(calc_check_digit(f"{digits}0"))


_IDS = {
    "A": id_of("19820301", 11),
    "B": id_of("19820301", 13),
    "C": id_of("19550712", 15),
    "D": id_of("19840912", 17),
    "W": id_of("19820301", 12),
}
# does | same or not | why | as it is known | as the row has it
_HARD = """
merge | same | 身份证号一致，电话换了 | 侯国志 id=A tel=1 | 侯国志 id=A tel=2
merge | same | 身份证号一致，搬了家 | 侯国志 id=A b=1 h=1-101 | 侯国志 id=A b=2 h=2-202
merge | same | 身份证号一致，姓名中有空格 | 侯国志 id=A | 侯　国志 id=A
merge | same | 身份证号一致，姓名写成繁体 | 刘国强 id=A | 劉國強 id=A
merge | same | 身份证号一致，图中是繁体 | 張偉 id=A | 张伟 id=A
merge | same | 身份证号一致，少数民族姓名的间隔号没有写 | 阿依·古丽 id=W | 阿依古丽 id=W
merge | same | 同名同手机，间隔号写成另一种 | 阿依·古丽 tel=1 | 阿依•古丽 tel=1
merge | same | 身份证号末位小写 x 也是同一号 | 侯国志 id=A | 侯国志 id=A born=1982
merge | same | 身份证号一致，名册性别填错 | 侯国志 id=A sex=男 | 侯国志 id=A sex=女
merge | same | 同名同手机 | 侯国志 tel=1 | 侯国志 tel=1
merge | same | 同名同手机，姓名有空格 | 张伟 tel=1 | 张  伟 tel=1
merge | same | 同名同手机，写成繁体 | 张伟 tel=1 | 張偉 tel=1
merge | same | 同名同手机，地点不同 | 侯国志 tel=1 b=1 h=1-101 | 侯国志 tel=1 p=grid_worker@G9
merge | same | 同名同手机，一方有身份证号 | 侯国志 tel=1 | 侯国志 tel=1 id=A
merge | same | 旧号在册，名册同时写旧号和新号 | 侯国志 tel=1 | 侯国志 tel=1/2
merge | same | 图中有两个号，名册写第二个 | 侯国志 tel=1/2 | 侯国志 tel=2
merge | same | 手机写成 +86 | 侯国志 tel=1 | 侯国志 tel=+1
merge | same | 同名同手机，出生年一致 | 侯国志 tel=1 born=1982 | 侯国志 tel=1 born=1982-03
merge | same | 同名同楼同出生年 | 侯国志 b=1 born=1982-03-01 | 侯国志 b=1 born=1982
merge | same | 同名同楼，身份证号给出出生日期 | 侯国志 b=1 born=1982-03-01 | 侯国志 b=1 id=A
merge | same | 同名同楼同出生年，换了号 | 侯国志 b=1 born=1982 tel=1 | 侯国志 b=1 born=1982 tel=2
merge | same | 同名同户再次登记 | 侯国志 b=1 h=1-101 | 侯国志 b=1 h=1-101
merge | same | 同名同户，这次补了电话 | 侯国志 b=1 h=1-101 | 侯国志 b=1 h=1-101 tel=1
merge | same | 同一楼栋的楼栋长再次登记 | 侯国志 p=building_leader@B1 | 侯国志 p=building_leader@B1
merge | same | 同一楼栋的楼栋长，这次补了电话 | 侯国志 p=building_leader@B1 | 侯国志 p=building_leader@B1 tel=1
merge | same | 同一网格的网格员，另兼楼栋长 | 侯国志 p=grid_worker@G1 | 侯国志 p=grid_worker@G1 p=building_leader@B1
ask | same | 同社区志愿者，名册只有姓名 | 侯国志 p=volunteer@C1 tel=1 | 侯国志 p=volunteer@C1
merge | same | 同社区志愿者，同样没有电话 | 侯国志 p=volunteer@C1 | 侯国志 p=volunteer@C1
merge | same | 楼栋长只写办公座机，再次登记 | 侯国志 p=building_leader@B1 line=1 | 侯国志 p=building_leader@B1 line=1
merge | same | 社区干部只写办公座机，再次登记 | 王芳 p=community_cadre@C1 line=1 | 王芳 p=community_cadre@C1 line=1
merge | same | 志愿者只写出生年，再次登记 | 王芳 p=volunteer@C1 born=1990 | 王芳 p=volunteer@C1 born=1990
ask | same | 换了号又没有别的 | 侯国志 tel=1 | 侯国志 tel=2
ask | same | 搬了家又没有号 | 侯国志 b=1 h=1-101 | 侯国志 b=2 h=2-202
ask | same | 只有姓名 | 侯国志 | 侯国志
ask | same | 只有姓名，繁体 | 刘国强 | 劉國強
ask | same | 同楼，出生年只有一方知道 | 侯国志 b=1 born=1982 | 侯国志 b=1
ask | same | 楼栋长换了号 | 侯国志 p=building_leader@B1 tel=1 | 侯国志 p=building_leader@B1 tel=2
ask | same | 住户登记没有号，兼任别栋楼栋长 | 侯国志 b=1 h=1-101 | 侯国志 p=building_leader@B2 tel=1
ask | same | 同楼同出生年，性别一方填错 | 侯国志 b=1 born=1982 sex=男 | 侯国志 b=1 born=1982 sex=女
ask | same | 同手机，出生年一方填错 | 侯国志 tel=1 born=1982 | 侯国志 tel=1 born=1928
fault | same | 同一身份证号，姓名同音写错 | 章伟 id=A | 张伟 id=A
fault | same | 同一身份证号，改过名 | 侯国志 id=A | 侯志国 id=A
fault | same | 同名同手机，身份证号抄错 | 侯国志 id=A tel=1 | 侯国志 id=B tel=1
new | other | 双胞胎：同日生、同住、同一家用手机 | 侯国强 id=A tel=1 b=1 h=1-101 | 侯国伟 id=B tel=1 b=1 h=1-101
new | other | 双胞胎：没有身份证号 | 侯国强 born=1982-03-01 tel=1 h=1-101 | 侯国伟 born=1982-03-01 tel=1 h=1-101
new | other | 父子同一个手机 | 侯长贵 tel=1 b=1 h=1-101 | 侯国志 tel=1 b=1 h=1-101
new | other | 母亲名下写的是儿子的手机 | 侯国志 tel=1 | 王秀英 tel=1 b=1 h=1-101
new | other | 同名，身份证号不同 | 侯国志 id=A | 侯国志 id=C
new | other | 同名同日生，身份证号不同 | 侯国志 id=A | 侯国志 id=B
new | other | 同名同楼，身份证号不同 | 侯国志 id=A b=1 | 侯国志 id=C b=1
new | other | 同名同楼，出生年不同 | 侯国志 b=1 born=1955 | 侯国志 b=1 born=1984
new | other | 同名同楼，出生月不同 | 侯国志 b=1 born=1984-03 | 侯国志 b=1 born=1984-09
new | other | 同名同户，祖孙同名，出生年不同 | 侯国志 b=1 h=1-101 born=1955 | 侯国志 b=1 h=1-101 born=1984
new | other | 同名，身份证号给出的出生年不同 | 侯国志 born=1955-07-12 | 侯国志 id=D
new | other | 同名不同性别，身份证号不同 | 侯国志 id=A | 侯国志 id=W
new | other | 同音不同字 | 张伟 tel=1 | 章伟 tel=1
new | other | 一字之差，同楼同出生年 | 侯国志 b=1 born=1982 | 侯国忠 b=1 born=1982
new | other | 姓名互为前后缀 | 欧阳修 tel=1 | 欧阳 tel=1
new | other | 前任楼栋长的手机给了后任 | 侯国志 p=building_leader@B1 tel=1 | 王建国 p=building_leader@B1 tel=1
new | other | 物业前台的座机，不同姓名 | 侯国志 line=1 | 王建国 line=1
ask | other | 同名，共用办公座机 | 王芳 line=1 p=community_cadre@C1 | 王芳 line=1 p=grid_worker@G1
ask | other | 同名同社区志愿者，另有手机 | 王芳 p=volunteer@C1 | 王芳 p=volunteer@C1 tel=1
ask | other | 同名同社区志愿者，手机不同 | 王芳 p=volunteer@C1 tel=1 | 王芳 p=volunteer@C1 tel=2
ask | other | 同名同社区志愿者，一方有身份证号 | 王芳 p=volunteer@C1 | 王芳 p=volunteer@C1 id=W
ask | other | 同名同社区干部，一方有出生年 | 王芳 p=community_cadre@C1 | 王芳 p=community_cadre@C1 born=1990
ask | other | 同名同楼，出生年只有一方知道 | 王芳 b=1 born=1955 | 王芳 b=1 tel=2
ask | other | 同名，手机不同 | 王芳 tel=1 | 王芳 tel=2
ask | other | 同名同楼同出生年，性别不同 | 王文 b=1 born=1982 sex=男 | 王文 b=1 born=1982 sex=女
ask | other | 同名同手机，祖孙，出生年不同 | 侯国志 tel=1 born=1955 | 侯国志 tel=1 born=1984
fault | other | 同名同手机，身份证号不同 | 侯国志 id=A tel=1 | 侯国志 id=C tel=1
fault | other | 身份证号抄串了行 | 侯国志 id=A b=1 h=1-101 | 王建国 id=A b=1 h=1-102
"""
_PART = re.compile(r"(id|tel|line|born|sex|b|h|p)=(\S+)")
_PLACES = 40  # buildings of the generator


def hard() -> Iterator[Pair]:
    """The pairs that are written by hand."""
    for line in filter(None, map(str.strip, _HARD.splitlines())):
        does, truth, why, known, row = (part.strip() for part in line.split("|"))
        yield Pair(_read(known), _read(row), truth == "same", why, does)


def _read(written: str) -> Person:
    said = _PART.findall(written)
    parts = dict(said)
    numbers = [_mobile(tel) for tel in parts["tel"].split("/")] if "tel" in parts else []
    numbers += [f"0719-0000{int(parts['line']):03d}"] if "line" in parts else []
    return Person(
        _PART.sub("", written).strip(),
        _IDS.get(parts.get("id", ""), ""),
        "/".join(numbers),
        parts.get("born", ""),
        parts.get("sex", ""),
        parts.get("b", ""),
        parts.get("h", ""),
        tuple(value for name, value in said if name == "p"),
    )


def _mobile(written: str) -> str:
    number = f"1990000{int(written.lstrip('+')):04d}"
    return f"+86 {number}" if written.startswith("+") else number


def drawn(seed: int, count: int) -> Iterator[Pair]:
    """Pairs by chance: the same person in two rosters, each silent about something; or two namesakes."""
    random = Random(seed)
    for number in range(count):
        sex = random.choice("男女")
        known = _drawn(random, sex, number * 2)
        if random.random() < 0.5:
            row = _drifted(random, known)
            yield Pair(_silent(random, known), _silent(random, row), True, "同一人，两张名册各缺几项")
        else:
            row = _namesake(random, known, number * 2 + 1)
            yield Pair(_silent(random, known), _silent(random, row), False, "同名的另一人，两张名册各缺几项")


def _drawn(random: Random, sex: str, number: int) -> Person:
    age = random.randint(20, 85)
    born = f"{2026 - age}{random.randint(1, 12):02d}{random.randint(1, 28):02d}"
    building = str(random.randrange(_PLACES))
    return Person(
        surname(random) + given(random, sex, age),
        id_of(born, number % 499 * 2 + (sex == "男")),
        f"1990001{number:04d}",
        f"{born[:4]}-{born[4:6]}-{born[6:]}",
        sex,
        building,
        f"{building}-{random.randint(101, 1804)}",
        (random.choice(("building_leader@B", "grid_worker@G", "volunteer@C", "community_cadre@C")) + building,),
    )


def _drifted(random: Random, person: Person) -> Person:
    """The same person some time later: another number, another home, another post, blanks in the name."""
    if random.random() < 0.3:
        person = replace(person, tel=person.tel.replace("1990001", "1990002"))
    if random.random() < 0.2:
        building = str(random.randrange(_PLACES))
        person = replace(person, building=building, home=f"{building}-{random.randint(101, 1804)}")
    if random.random() < 0.2:
        person = replace(person, name="　".join(person.name))
    return person if random.random() < 0.5 else replace(person, posts=())


def _namesake(random: Random, person: Person, number: int) -> Person:
    """Somebody else of that name, often in the same house or community, born in another year."""
    other = replace(_drawn(random, random.choice("男女"), number), name=person.name)
    while other.born[:4] == person.born[:4]:
        other = replace(_drawn(random, random.choice("男女"), number), name=person.name)
    if random.random() < 0.5:
        other = replace(other, building=person.building, home=f"{person.building}-{random.randint(2101, 2804)}")
    if random.random() < 0.3:
        shared = tuple(post for post in person.posts if post.startswith(("volunteer", "community_cadre")))
        other = replace(other, posts=shared)
    return other


def _silent(random: Random, person: Person) -> Person:
    """What one roster happens to say of somebody: seldom everything."""
    said = Person(
        person.name,
        person.id if random.random() < 0.4 else "",
        person.tel if random.random() < 0.6 else "",
        person.born if random.random() < 0.5 else "",
        person.sex if random.random() < 0.6 else "",
        person.building if random.random() < 0.7 else "",
        person.home,
        person.posts if random.random() < 0.6 else (),
    )
    if random.random() < 0.4:
        said = replace(said, born=said.born[:4])
    return said if said.building and random.random() < 0.5 else replace(said, home="")
