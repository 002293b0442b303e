"""``kuvend bench``: speed and size, each figure as a ratio or beside its peers in one run."""
