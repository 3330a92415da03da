"""What a file is before anybody knows its meaning: workbooks of rows, refused when they are damaged or too large."""
