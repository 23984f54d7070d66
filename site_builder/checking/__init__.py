"""Findings beyond what reading refuses: what a posting lacks, contradicts or should not say, one function a rule."""
