"""Whether everything that answers needs is there, for supervisors and load balancers."""

from __future__ import annotations

from flask import Blueprint, jsonify
from flask.typing import ResponseReturnValue

from app import current
from app.cases import health as case

blueprint = Blueprint("health", __name__)


@blueprint.get("/health")
def health() -> ResponseReturnValue:
    """200 when the graph answers, else 503; both say what was found."""
    found = case.health(current.connection())
    return jsonify(status="ok" if found.graph else "unavailable", graph=found.graph, last_import=found.last_import), (
        200 if found.graph else 503
    )
