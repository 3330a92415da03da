"""What the graph is: values and declarations, no I/O. This room imports no other."""
