"""Refusals that only the web can have: they are about the request, not about the shop."""

from models.shared.errors import Forbidden, Refusal


class MalformedJson(Refusal):
    """The body is not JSON, or nested too deeply."""

    code, title = "malformed_json", "The body is not valid JSON"


class WrongContentType(Refusal):
    """The body is of a kind this route does not take."""

    status, code, title = 415, "unsupported_media_type", "Unsupported content type"


class BodyTooLarge(Refusal):
    """More than this shop takes in one request; the server refuses it before it is read."""

    status, code, title = 413, "payload_too_large", "Request Entity Too Large"


class UntrustedHost(Refusal):
    """The Host header names somebody else."""

    code, title = "untrusted_host", "Unknown host"


class CrossOrigin(Forbidden):
    """Another site made the browser send this."""

    code, title = "cross_origin", "Refused: the request comes from another site"


class BadCsrfToken(Forbidden):
    """The form was not made for this visitor, or is too old."""

    code, title = "csrf", "This form has expired"


class TookTooLong(Refusal):
    """The request was given up after its time; what it had begun to write may be done all the same."""

    status, code, title = 503, "took_too_long", "This took too long"


class NotReady(Refusal):
    """The process cannot serve; `extra['failing']` names the parts."""

    status, code, title = 503, "not_ready", "Not ready"
