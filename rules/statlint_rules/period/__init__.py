"""Rules on what the tables of other periods say of this one."""
