"""How a page tells the phones, the desk and the screen that something has changed."""

from flask import current_app

from workshop.broadcast import Hub

HUB = "workshop.hub"


def tell(workshop_id: int) -> None:
    """Something in the workshop has changed and is committed."""
    hub: Hub = current_app.extensions[HUB]
    hub.changed(workshop_id)
