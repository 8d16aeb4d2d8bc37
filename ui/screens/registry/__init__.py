"""The registry on screen: registering a household, amending its file, finding and reading it."""
