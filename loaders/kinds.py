"""Kinds of requests and activities, and what a need may rest on, by the words that offices have for them."""

import re

from loaders.wordings import Wording

BASES: Wording = (
    ("none", re.compile("不同意|未同意|拒绝|没同意|未签|未授权")),
    ("consent", re.compile("同意|授权|自愿|知情|已签|申请")),
    ("duty", re.compile("法定|职责|职能|法律|法规|政策|民政|低保|特困|残联|卫健|救助|条例|优抚")),
)
REQUESTS: Wording = (
    ("wish", re.compile("心愿")),
    ("errand", re.compile("代买|代购|跑腿|代送|代取")),
    ("speak", re.compile("代言|诉求|反映|建议|意见|投诉|咨询")),
    ("handle", re.compile("代办|办事|办理|帮办")),
    ("agency", re.compile("代理")),
)
ACTIVITIES: Wording = (
    ("theme_party_day", re.compile("主题党日|党日活动|党员活动日")),
    ("member_meeting", re.compile("党员大会|支部大会|党员会议")),
    ("committee_meeting", re.compile("支委会|支部委员会|委员会会议")),
    ("group_meeting", re.compile("小组会")),
    ("party_lecture", re.compile("党课")),
    ("organisational_life", re.compile("组织生活会")),
    ("appraisal", re.compile("评议")),
    ("heart_talk", re.compile("谈心|谈话")),
    ("volunteer_event", re.compile("志愿|义务劳动|义诊|公益")),
    ("training", re.compile("培训|讲座|学习班|演练")),
    ("joint_meeting", re.compile("联席|议事会|协商会|共建会议")),
)
ACTIVITY_WORDS = (
    "支部主题党日、党员大会、支委会、党小组会、党课、组织生活会、民主评议、谈心谈话、志愿活动、培训、联席会议"
)


def request_kind(written: str) -> str | None:
    """The kind of request that a text names (微心愿内容); None where it names none."""
    return next((code for code, words in REQUESTS if words.search(written)), None)


def activity_kind(written: str) -> str | None:
    """The kind of activity that a text names (第一网格党支部3月主题党日); None where it names none."""
    return next((code for code, words in ACTIVITIES if words.search(written)), None)
