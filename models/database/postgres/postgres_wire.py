"""Messages of PostgreSQL's wire protocol (version 3) for statements that are sent without asking for an answer.

No message here ends with Sync: the server answers when the statement behind them, which the driver sends, does.
"""

from collections.abc import Sequence


def parsed(name: str, sql: str) -> bytes:
    """Parse: the server is to know `sql` under this name; it finds the types of the values by itself."""
    return _message(b"P", name.encode() + b"\0" + sql.encode() + b"\0" + b"\0\0")


def executed(name: str, values: Sequence[object]) -> bytes:
    """Bind and Execute: run the statement of that name with these values, given as text."""
    given = b"".join(_value(value) for value in values)
    bound = b"\0" + name.encode() + b"\0" + b"\0\0" + len(values).to_bytes(2) + given + b"\0\0"
    return _message(b"B", bound) + _message(b"E", b"\0" + b"\0" * 4)


def _message(kind: bytes, body: bytes) -> bytes:
    return kind + (len(body) + 4).to_bytes(4) + body


def _value(value: object) -> bytes:
    """A length and the text, or the length -1 for NULL.

    Raises:
        TypeError: it is none of the types that this program keeps.
    """
    if value is None:
        return b"\xff\xff\xff\xff"
    if isinstance(value, bool):
        text = b"true" if value else b"false"
    elif isinstance(value, int | str):
        text = str(value).encode()
    else:
        raise TypeError(f"a {type(value).__name__} cannot be sent ahead")
    return len(text).to_bytes(4) + text
