"""Charts drawn by the house: from the reading edge, in the reader’s digits, told by pattern and word, not by colour."""
