//! The real program, as a person uses it: one module for each story.

mod arguments;
mod at_work;
mod clipboard;
mod commands;
mod crashes;
mod failures;
mod forecasts;
mod input;
mod keys;
mod killed_at_work;
mod lab;
mod main_job;
mod numbers;
mod pages;
mod prices;
mod reached;
mod reopening;
mod running;
mod sentences;
mod settings;
mod splitting_by_ai;
mod taking_back;
mod trying_again;
mod two_processes;
mod undo;
mod world;
