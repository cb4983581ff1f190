"""How a page lets someone who leads the project do something in a workshop."""

from collections.abc import Callable
from datetime import datetime

from sqlalchemy.orm import Session
from werkzeug import Response

import storage
import web
from planning import get_project_led_by
from workshop.actions.rows import workshop_row
from workshop.pages.telling import tell

Act = Callable[[Session, int, datetime], object]
"""What is done, by whom, and when."""


def lead(workshop_id: int, act: Act) -> Response:
    """Do this for someone who leads the project, tell the room, and go back to the desk."""
    person_id = web.visitor_id()
    with storage.transaction() as db:
        get_project_led_by(db, person_id, workshop_row(db, workshop_id).project_id)
        act(db, person_id, web.now())
    tell(workshop_id)
    return web.done(f"/workshops/{workshop_id}#part")
