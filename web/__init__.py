"""What every page shares: language, security headers, files, and how a refusal is shown."""

from web.answers import as_json, done, now, say, wants_json
from web.aside import aside
from web.furnish import csrf, furnish
from web.headers import csp_nonce
from web.visitors import SignInFirst, remember_person, visitor_id

__all__ = [
    "SignInFirst",
    "as_json",
    "aside",
    "csp_nonce",
    "csrf",
    "done",
    "furnish",
    "now",
    "remember_person",
    "say",
    "visitor_id",
    "wants_json",
]
