"""What work on the generator needs and no site does: the benchmark and the README's picture."""
