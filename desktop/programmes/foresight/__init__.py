"""What will change by itself and what would: the days ahead, the smallest turning facts, a job taken up. Pure."""
