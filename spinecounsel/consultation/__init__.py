"""The only mutable thing: one sitting."""
