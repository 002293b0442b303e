"""The JSON that leaves the service and the command line, as pydantic models."""
