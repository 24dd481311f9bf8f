//! How numbers, durations and dates read in each language: the one formatter of the program.
