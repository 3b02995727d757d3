"""The seal: made, and checked; the only user of pyHanko. Importing it loads none of that."""
