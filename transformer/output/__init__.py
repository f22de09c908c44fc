"""Files as a value become files on a disk, and what a person changed there stays."""
