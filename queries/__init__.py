"""What the graph can answer: questions, gap rules, search, and the chain of contacts. Nothing here can write."""
