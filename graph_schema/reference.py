"""Reference data that ships: skills, needs, and which skill meets which need. An office may change what it says.

Our own inference; who may change it and how often somebody is visited is for the office to decide.
"""

from collections.abc import Iterator, Mapping
from typing import Any

SKILLS: Mapping[str, Mapping[str, Any]] = {
    code: {"name_zh": zh, "name_en": en, "needs_certificate": certificate}
    for code, zh, en, certificate in (
        ("first_aid", "急救", "first aid", True),
        ("nursing", "护理", "nursing", True),
        ("counselling", "心理疏导", "counselling", True),
        ("legal_advice", "法律咨询", "legal advice", True),
        ("driving", "驾驶", "driving", True),
        ("appliance_repair", "家电维修", "appliance repair", False),
        ("plumbing_electrics", "水电维修", "plumbing and electrics", False),
        ("haircutting", "理发", "haircutting", False),
        ("calligraphy", "书法", "calligraphy", False),
    )
}
NEEDS: Mapping[str, Mapping[str, Any]] = {
    code: {"name_zh": zh, "name_en": en, "visit_every_days": days, "needs_pair": pair}
    for code, zh, en, days, pair in (
        ("empty_nest", "空巢老人", "empty-nest elder", 30, True),
        ("living_alone", "独居老人", "elder living alone", 7, True),
        ("advanced_age", "高龄老人", "elder of advanced age", 30, True),
        ("severe_disability", "重残", "severe disability", 30, True),
        ("child_in_difficulty", "困境儿童", "child in difficulty", 30, True),
        ("chronic_illness", "慢性病", "chronic illness", None, False),
    )
}
MET_BY: Mapping[str, tuple[str, ...]] = {
    "living_alone": ("counselling", "appliance_repair", "plumbing_electrics"),
    "empty_nest": ("counselling", "appliance_repair", "plumbing_electrics", "driving"),
    "advanced_age": ("first_aid", "haircutting", "driving"),
    "severe_disability": ("nursing",),
    "chronic_illness": ("nursing",),
    "child_in_difficulty": ("counselling",),
}


def statements() -> Iterator[tuple[str, dict[str, Any]]]:
    """The Cypher that makes what is missing, with its parameters. What an office has changed stays."""
    for label, entries in (("Skill", SKILLS), ("Need", NEEDS)):
        rows = [{"code": code, "set": dict(said)} for code, said in entries.items()]
        yield f"UNWIND $rows AS row MERGE (n:{label} {{code: row.code}}) ON CREATE SET n += row.set", {"rows": rows}
    pairs = [{"need": need, "skill": skill} for need, skills in MET_BY.items() for skill in skills]
    yield (
        "UNWIND $rows AS row MATCH (n:Need {code: row.need}), (s:Skill {code: row.skill}) MERGE (n)-[:MET_BY]->(s)",
        {"rows": pairs},
    )
