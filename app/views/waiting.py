"""What the pages of an import share: waiting for a job, and where to go when it is done."""

from __future__ import annotations

from typing import Any

from flask import make_response, redirect, url_for
from flask.typing import ResponseReturnValue

from app import current, jobs
from app.cases import uploading
from app.cases.uploading import Standing
from app.rendering.language import locale
from app.rendering.page import page, wants_fragment
from app.rendering.urls import here
from graph_schema.errors import InputError
from records.jobs import DONE


def checked(standing: Standing) -> dict[str, Any]:
    """What the check found. Raises InputError while there is nothing."""
    if standing.check is None or not standing.check.result:
        raise InputError("这次上传还没有检查完。", "This upload is not checked yet.")
    return dict(standing.check.result)


def recheck(id_: str, to: str = "check", **told: Any) -> ResponseReturnValue:
    """Has an upload checked; the browser waits where the result will be. `told`: arguments of that address."""
    number = jobs.enqueue(current.settings(), "preview", {"upload": id_, "locale": locale()}, by=current.viewer())
    uploading.note_check(current.records(), id_, number)
    return redirect(url_for(f"imports.{to}", id_=id_, **told), 303)


def not_yet(standing: Standing) -> ResponseReturnValue | None:
    """What is shown while there is nothing to look at yet, and where to go once it is written."""
    if written := uploading.written(standing):
        return there(url_for("history.receipt", import_id=written))
    at_work = uploading.busy(standing)
    if at_work is None and standing.check and standing.check.state == DONE:
        return there(here()) if wants_fragment() else None
    stuck = at_work is not None and uploading.stuck(current.records(), at_work, at=jobs.now())
    return make_response(
        page("imports/progress.html", fragment="progress", standing=standing, job=at_work, at_work=at_work, stuck=stuck)
    )


def there(address: str) -> ResponseReturnValue:
    """Sends the browser on, also where a script has asked for a part of the page alone."""
    if not wants_fragment():
        return redirect(address, 303)
    response = make_response("")
    response.headers["HX-Redirect"] = address
    return response
