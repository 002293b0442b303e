"""The folder of generations: which one serves, adding a new one, clearing old ones away."""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from filelock import FileLock, Timeout

from index.durable import replace_text, sync, sync_tree
from index.errors import BuildLockedError, DamagedGenerationError, EmptyStoreError
from index.generation import Generation, Layout, Manifest, file_hashes

_KEPT = 2  # the generation that serves and the one before it, to fall back to
_SCRATCH = "building-"


class Store:
    """A store folder; it need not exist before the first build."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._generations = folder / "generations"
        self._current = folder / "CURRENT"

    @property
    def model_cache(self) -> Path:
        """Where converted models are kept: beside the generations, so that one folder is all."""
        return self.folder / "models"

    def current_name(self) -> str | None:
        """The folder name of the generation to serve, or ``None`` before the first build."""
        try:
            return self._current.read_text(encoding="utf-8").strip() or None
        except (OSError, UnicodeDecodeError):
            return None

    def names(self) -> list[str]:
        """All generations on disk, the one to serve first, then newest first."""
        found = (path.name for path in self._generations.glob("*-*") if path.is_dir())
        current = self.current_name()
        return sorted(found, key=lambda name: (name == current, name), reverse=True)

    def open(self) -> tuple[Generation, tuple[str, ...]]:
        """The generation to serve, and why better-placed ones were passed over, if any were.

        Raises ``EmptyStoreError`` before the first build and ``DamagedGenerationError`` when
        no generation is whole.
        """
        refused: list[str] = []
        for name in self.names():
            try:
                return Generation(self._generations / name), tuple(refused)
            except DamagedGenerationError as error:
                refused.append(str(error))
        if refused:
            raise DamagedGenerationError(f"No generation is whole: {refused[0]} Run kuvend index.")
        raise EmptyStoreError(f"Nothing is indexed in {self.folder} yet: run kuvend index.")

    def next_number(self) -> int:
        """One more than the highest generation on disk."""
        numbers = (name.partition("-")[0] for name in self.names())
        return max((int(number) for number in numbers if number.isdigit()), default=0) + 1

    @contextmanager
    def building(self) -> Iterator[Path]:
        """Hold the store for one build, and a scratch folder for its files.

        Raises ``BuildLockedError`` at once when another process holds it. Scratch folders that
        killed builds left behind are removed.
        """
        self._generations.mkdir(parents=True, exist_ok=True)
        lock = FileLock(self.folder / "build.lock")
        try:
            lock.acquire(timeout=0)
        except Timeout:
            raise BuildLockedError(
                f"Another build is writing to {self.folder}: wait for it to end."
            ) from None
        try:
            for abandoned in self.folder.glob(f"{_SCRATCH}*"):
                shutil.rmtree(abandoned, ignore_errors=True)
            scratch = Path(tempfile.mkdtemp(prefix=_SCRATCH, dir=self.folder))
            try:
                yield scratch
            finally:
                shutil.rmtree(scratch, ignore_errors=True)
        finally:
            lock.release()

    def publish(self, scratch: Path, manifest: Manifest, step: Callable[[str], None]) -> Manifest:
        """Make ``scratch`` the generation to serve and return its manifest.

        ``manifest`` gets the hashes of the files here. ``step`` is told the name of each of the
        points between which a crash leaves either the old or the new generation serving.
        """
        manifest = replace(manifest, files=file_hashes(scratch))
        Layout(scratch).manifest.write_text(manifest.to_json(), encoding="utf-8")
        step("manifest written")
        sync_tree(scratch)
        step("files synced")
        name = manifest.folder_name()
        scratch.rename(self._generations / name)
        sync(self._generations)
        step("generation renamed")
        replace_text(self._current, name + "\n")
        step("current switched")
        self._clear_away()
        step("old generations removed")
        return manifest

    def _clear_away(self) -> None:
        for name in self.names()[_KEPT:]:
            # Renamed first: a removal that is cut short must not leave half a generation.
            doomed = self.folder / f"{_SCRATCH}removing-{name}"
            (self._generations / name).rename(doomed)
            shutil.rmtree(doomed, ignore_errors=True)
