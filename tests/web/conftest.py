"""The small library of the service's tests."""

from tests.api.conftest import library

__all__ = ["library"]
