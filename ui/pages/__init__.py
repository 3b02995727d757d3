"""The pages of the window, one a step; none knows another."""
