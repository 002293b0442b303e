"""Files in, ranked passages out: read -> split -> embed -> store -> search."""
