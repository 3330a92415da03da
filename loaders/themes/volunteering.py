"""Volunteers: their number, hours and times, and the skills of the reference list that they have."""

from graph_schema.problems import ValueProblem
from graph_schema.reference import SKILLS
from loaders.people.holders import Found
from loaders.themes.stating import Stating

FIELDS = frozenset(("volunteer",))
_BY_NAME = {str(said["name_zh"]): code for code, said in SKILLS.items()}
_WORDS = ("registration_no", "service_hours", "availability")


def state(stating: Stating) -> None:
    """What the row says of its volunteers."""
    for volunteer in stating.people.get("volunteer", ()):
        stating.draft.label(volunteer.node, "Volunteer")
        for name in _WORDS:
            stating.draft.state(volunteer.node, name, volunteer.claim.more.get(name))
        _skills(stating, volunteer)


def _skills(stating: Stating, volunteer: Found) -> None:
    """One that the list does not have is told and left out: the rest of the row is good."""
    more = volunteer.claim.more
    codes: list[str] = []
    for written in more.get("skills") or ():
        code = _BY_NAME.get(written)
        if code is None:
            problem = ValueProblem("choice_unknown", value=written, choices="、".join(_BY_NAME))
            stating.notice("volunteer.skills", problem)
        else:
            codes.append(code)
    proven = [code for code in codes if SKILLS[code]["needs_certificate"]] or codes
    for code in codes:
        # A certificate is of the one skill that needs it; of several nobody knows which.
        certified = more if proven == [code] else {}
        stating.draft.relate(
            "HAS_SKILL",
            volunteer.node,
            stating.reference("Skill", code),
            stating.source,
            certificate_no=certified.get("certificate_no"),
            valid_until=certified.get("valid_until"),
        )
