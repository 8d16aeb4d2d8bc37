"""The frame around the screens: signing in, navigation, search, what is told to whoever sits there."""
