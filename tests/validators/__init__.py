"""Other people's checks of structured data, from npm: Google's rules, and schema.org's vocabulary."""
