"""What the family was told, by which way, and the day it counts as told: every legal clock starts there."""
