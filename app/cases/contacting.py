"""Who to contact: a code or an address as people write it, to the chain that the viewer may see."""

import re

from database.reading import Reader
from graph_schema.errors import NotFound
from graph_schema.sensitivity import Sight
from graph_schema.values import text as texts
from graph_schema.values.moment import Moment
from graph_schema.values.seal import Seal
from queries import addresses, contacts
from queries.contacts import Chain, Hours, Mark

_CODE = re.compile(r"P\d{8}|\d{6}(?:\d{3})?(?:\d{3}(?:[A-Z]\d+)*(?:-[^\s]+)?)?|\d{9}(?:\d{3})?(?:G\d{3})?[ZK]\S+")


def contact(
    reader: Reader,
    seal: Seal,
    text: str,
    *,
    moment: Moment,
    topic: str = "default",
    need: str | None = None,
    sight: Sight,
    marks: tuple[Mark, ...] = (),
    hours: Hours = contacts.OFFICE_HOURS,
) -> Chain:
    """The chain of whatever the text names. A code is one round trip; an address is found first.

    Raises NotFound with what is nearest, Ambiguous with the candidates, InputError for a topic that is not built.
    """

    def chain(code: str) -> Chain:
        return contacts.chain_for(
            reader, code, moment=moment, topic=topic, need=need, sight=sight, seal=seal, marks=marks, hours=hours
        )

    written = texts.tidy(text)
    if _CODE.fullmatch(written):
        try:
            return chain(written)
        except NotFound:
            pass  # It may still be read as an address, and that search names what is nearest.
    return chain(addresses.resolve(reader, written, sight=sight, moment=moment).code)
