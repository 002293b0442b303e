"""How good the product's own search is, on question sets in BEIR layout."""

from index.evaluation.beir import Dataset, read_dataset
from index.evaluation.retrieval import Figures, evaluate

__all__ = ["Dataset", "Figures", "evaluate", "read_dataset"]
