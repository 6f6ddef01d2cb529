"""Why it went as it did: claims found by re-running without a decision."""
