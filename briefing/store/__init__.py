"""Files, processes, and what is remembered between builds."""
