"""The command `yusr`: the contract that others script against. Never imports Qt."""
