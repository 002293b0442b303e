"""Every failure as the same small JSON: what went wrong, never what was sent or where it broke."""

from collections.abc import Mapping, Sequence
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel, ConfigDict
from starlette.exceptions import HTTPException

from index.errors import KuvendError

_SHOWN_ERRORS = 3
_MESSAGE_CHARACTERS = 400

_BY_STATUS = {
    400: ("bad_request", "The request cannot be read."),
    404: ("not_found", "There is nothing at this address."),
    405: ("method_not_allowed", "This address does not take this method."),
    408: ("timeout", "The request took too long to arrive."),
    413: ("too_large", "The request body is too large."),
    415: ("unsupported_media_type", "Send the body as application/json."),
    422: ("invalid_request", "The request does not have the right fields."),
    429: ("too_many_requests", "Too many questions from this address: ask again later."),
    500: ("internal", "Something failed here. The log of the service has the details."),
    503: ("unavailable", "The service cannot answer at the moment."),
}


class ErrorDetail(BaseModel):
    """A failure: a stable code for programs and a sentence for people."""

    code: str
    message: str


class ErrorShape(BaseModel):
    """The body of every response that is not a success."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {"error": {"code": "not_found", "message": "There is no document with this id."}}
            ]
        }
    )

    error: ErrorDetail


class ApiError(HTTPException):
    """A failure with its own code and message, which must quote nothing from the request."""

    def __init__(
        self, status: int, code: str, message: str, headers: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(status, message, dict(headers or {}))
        self.code = code


def error_response(status: int, headers: Mapping[str, str] | None = None) -> JSONResponse:
    """The response for a status that needs no more than its standard sentence."""
    code, message = _BY_STATUS.get(status, ("error", "The request failed."))
    return _response(status, code, message, headers)


def error_shape(error: Exception) -> ErrorShape:
    """What a client is told of ``error`` where the status has been sent already."""
    if isinstance(error, ApiError):
        return ErrorShape(error=ErrorDetail(code=error.code, message=error.detail))
    code, message = _BY_STATUS[503 if isinstance(error, KuvendError) else 500]
    return ErrorShape(error=ErrorDetail(code=code, message=message))


def documented(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The error responses of a route, for its ``responses`` in the OpenAPI description."""
    return {
        status: {"model": ErrorShape, "description": _BY_STATUS[status][1]} for status in statuses
    }


def install_error_handlers(app: FastAPI) -> None:
    """Answer every failure of ``app`` with an ``ErrorShape``."""

    async def on_http(_request: Request, error: Exception) -> Response:
        if isinstance(error, ApiError):
            return _response(error.status_code, error.code, error.detail, error.headers)
        if isinstance(error, HTTPException):
            return error_response(error.status_code, error.headers)
        return error_response(500)

    async def on_invalid(_request: Request, error: Exception) -> Response:
        errors = error.errors() if isinstance(error, RequestValidationError) else ()
        return _response(422, _BY_STATUS[422][0], _explained(errors))

    async def on_kuvend(_request: Request, _error: Exception) -> Response:
        return error_response(503, {"Retry-After": "5"})

    app.add_exception_handler(HTTPException, on_http)
    app.add_exception_handler(RequestValidationError, on_invalid)
    app.add_exception_handler(KuvendError, on_kuvend)


def _explained(errors: Sequence[Any]) -> str:
    """Which fields are wrong and why; pydantic's texts speak of the rule, not of the input."""
    texts = (
        f"{'.'.join(map(str, error['loc']))}: {error['msg'].removeprefix('Value error, ')}"
        for error in errors[:_SHOWN_ERRORS]
    )
    return "; ".join(texts)[:_MESSAGE_CHARACTERS] or _BY_STATUS[422][1]


def _response(
    status: int, code: str, message: str, headers: Mapping[str, str] | None = None
) -> JSONResponse:
    shape = ErrorShape(error=ErrorDetail(code=code, message=message))
    return JSONResponse(shape.model_dump(), status, dict(headers or {}))
