//! The real program, as a person uses it: one module for each story.

mod arguments;
mod clipboard;
mod crashes;
mod forecasts;
mod input;
mod main_job;
mod numbers;
mod pages;
mod reopening;
mod sentences;
mod settings;
mod splitting_by_ai;
mod taking_back;
mod trying_again;
mod two_processes;
mod undo;
mod world;
