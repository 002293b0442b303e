"""Keeps dependencies from reaching the network: they count their users, look for updates, trace.

Imported by the package itself, before anything that could import one of them.
"""

import os
import sys

# OpenVINO posts to a host whenever it is imported or converts, and keeps an id in the user's home;
# no setting stops it. Where its own package for that can't be imported it takes a stub instead.
_WITHOUT = ("openvino_telemetry",)
_SILENCED = {
    "DO_NOT_TRACK": "1",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "HF_HUB_DISABLE_UPDATE_CHECK": "1",
    "LANGSMITH_TRACING_V2": "false",
    "OTEL_SDK_DISABLED": "true",
}
# Who sets this otherwise wants a model to be fetched, once, by its name.
_UNLESS_SET = {"HF_HUB_OFFLINE": "1"}


def stay_offline() -> None:
    """Switch off, for this process and its children, whatever a dependency sends by itself."""
    for package in _WITHOUT:
        sys.modules[package] = None  # type: ignore[assignment]
    os.environ.update(_SILENCED)
    for name, value in _UNLESS_SET.items():
        os.environ.setdefault(name, value)
