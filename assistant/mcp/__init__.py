"""The documents as tools of other assistants, by the Model Context Protocol."""
