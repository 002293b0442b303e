"""Questions in, proven answers out: question -> evidence -> answer, and the ways to ask."""
