"""Text -> Question: read once, for search, reader, lists and follow-ups alike."""
