"""The doors of surveys: one side for those who answer, one for those who lead the project."""

from flask import Blueprint

from surveys.pages.answering import answering
from surveys.pages.staff import staff

pages = Blueprint("surveys", __name__)
pages.register_blueprint(answering)
pages.register_blueprint(staff)
