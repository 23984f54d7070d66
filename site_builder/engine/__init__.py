"""Do no work twice, and do it in parallel. Knows nothing of jobs."""
