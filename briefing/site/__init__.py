"""What the site shows: pages and all other files of the output."""
