"""How well the assistant answers: sets of questions with known answers, and a run's figures."""
