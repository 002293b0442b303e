"""How well the assistant answers: sets of questions with known answers, and the figures of a run."""
