"""What a terminal at the end of a slow line needs: few bytes, and to be left as it was."""
