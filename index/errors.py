"""Everything that can go wrong in the index, drawn once.

    KuvendError
    ├── UnreadableFileError      one file could not be read; the rest of the folder still is
    ├── SettingError             a setting has a value that cannot work
    ├── ModelError               the embedding model is missing, damaged or cannot run here
    ├── TrainedFileError         what the reader learnt cannot be read, or is another model's
    ├── QuestionSetError         a set of questions to measure with cannot be read
    ├── OffsetError              a passage is not the text at its own offsets
    ├── BuildLockedError         another process is building the same store
    └── StoreError
        ├── EmptyStoreError      nothing has been built yet
        ├── DamagedGenerationError  a stored file is not what the manifest says
        └── WrongModelError      the store was built with another embedding model

Every message is one line: what happened, to which file or value, and what to do.
"""


class KuvendError(Exception):
    """A failure that a user can act on; its text is the whole message to show."""


class UnreadableFileError(KuvendError):
    """One file could not be read as a document; the text is the reason in plain words."""


class SettingError(KuvendError):
    """A setting has a value that cannot work."""


class ModelError(KuvendError):
    """The embedding model is missing, damaged or cannot run on this machine."""


class TrainedFileError(KuvendError):
    """The file of trained numbers is missing, damaged, or belongs to another embedding model."""


class QuestionSetError(KuvendError):
    """A set of questions with known answers cannot be read as one."""


class OffsetError(KuvendError):
    """A passage or quote is not the text that stands at its recorded offsets."""


class BuildLockedError(KuvendError):
    """Another process is building the same store at this moment."""


class StoreError(KuvendError):
    """The store cannot be used as it is."""


class EmptyStoreError(StoreError):
    """No generation has been built yet."""


class DamagedGenerationError(StoreError):
    """A file of a generation is missing, or its content does not match the manifest."""


class WrongModelError(StoreError):
    """The store was built with another embedding model than the one in use."""
