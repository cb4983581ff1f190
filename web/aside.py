"""Long work beside the loop: while a document is drawn, no phone must wait to be heard."""

from collections.abc import Callable
from typing import ParamSpec, TypeVar

from gevent import get_hub, monkey

Said = ParamSpec("Said")
Result = TypeVar("Result")


def aside(work: Callable[Said, Result], *said: Said.args, **named: Said.kwargs) -> Result:
    """What the work gives, done in a native thread where one loop serves everybody.

    The work must know nothing of the request, and touch nothing that others change.
    """
    if monkey.is_module_patched("threading"):
        result: Result = get_hub().threadpool.apply(work, said, named)
        return result
    return work(*said, **named)
