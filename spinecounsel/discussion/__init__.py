"""What is said: frozen values, the moves that change them, the agenda, the steps, the gate."""
