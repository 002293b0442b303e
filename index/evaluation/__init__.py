"""How good the product's own search is, on question sets in BEIR layout."""

from index.evaluation.ablation import ablations
from index.evaluation.beir import Dataset, read_dataset
from index.evaluation.retrieval import Figures, evaluate

__all__ = ["Dataset", "Figures", "ablations", "evaluate", "read_dataset"]
