"""Invented Chinese names, by gender and generation, some with surnames whose reading is risky (单 仇 区 解 查 曾)."""

from itertools import accumulate
from random import Random

# The most frequent first: each is drawn a little less often than the one before it.
_COMMON = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡"
    "余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯"
    "龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
)
_WEIGHTS = tuple(accumulate(1 / (rank + 12) for rank in range(len(_COMMON))))  # summed up: a city draws millions
DOUBLE = ("上官", "欧阳")
_RISKY = ("单", "仇", "区", "解", "查", "曾", "朴", "盖", *DOUBLE)
_RISKY_SHARE = 0.06

_GIVEN = {
    ("男", "old"): ("国建德志永文明光福贵长清兴家世", "华平军林生强义财山才祥昌安民成"),
    ("女", "old"): ("秀桂玉淑凤兰素春美金翠菊月爱惠", "英兰珍芳华云梅香莲琴芝荣霞娥清"),
    ("男", "middle"): ("建志海文晓永小立红卫国振春俊向", "军伟强勇峰辉斌涛刚波平东明鹏飞"),
    ("女", "middle"): ("丽晓红海春小玉艳雪冬美云慧燕秋", "丽敏娟静霞燕芳萍红玲艳琴梅华蓉"),
    ("男", "young"): ("子浩宇俊梓一博天泽皓思奕嘉铭明", "轩然涵宇航泽睿辰豪杰诚阳哲恒宁"),
    ("女", "young"): ("子欣梓雨思诗佳一语若可依嘉梦清", "涵怡萱彤琪妍婷瑶菲桐玥宁然雯晴"),
}
_SINGLE_CHARACTER_SHARE = 0.12


def surname(random: Random) -> str:
    """A surname; about one in sixteen is risky to read, or has two characters."""
    if random.random() < _RISKY_SHARE:
        return random.choice(_RISKY)
    return random.choices(_COMMON, cum_weights=_WEIGHTS)[0]


def given(random: Random, gender: str, age: int) -> str:
    """A given name of one or two characters, as people of this age have them. `gender`: 男 or 女."""
    generation = "old" if age >= 58 else "middle" if age >= 30 else "young"
    first, second = _GIVEN[gender, generation]
    if random.random() < _SINGLE_CHARACTER_SHARE:
        return random.choice(second)
    return random.choice(first) + random.choice(second)
