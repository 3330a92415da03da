"""Who is the same person: candidates, decision, review. A name alone never decides."""
