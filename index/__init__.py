"""Files in, ranked passages out: read -> split -> embed -> store -> search."""

from index.offline import stay_offline

# Here, since whatever imports a dependency that could speak imports something of this package.
stay_offline()
