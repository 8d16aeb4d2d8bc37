"""Lists of rows: sorted, filtered, chosen from, copied and exported, short ones and those of a whole office."""
