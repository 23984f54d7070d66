"""What every code of a problem means: `check --explain`, the pages in docs/rules/ and what SARIF says of rules are made from these tables."""
