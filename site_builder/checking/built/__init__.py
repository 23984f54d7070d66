"""What is said of the built pages: where their links lead, and whether their structured data says what they show."""
