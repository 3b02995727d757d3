"""The patient's screen: large and calm, in a window of its own or in the place of the console."""
