"""What the tasks do: options in, messages and exit codes out."""
