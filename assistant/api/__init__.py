"""The HTTP service: its app in ``app``, one file of routes per noun, and what it sends."""
