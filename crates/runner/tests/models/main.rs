//! The way *model API*: what goes over the wire of four APIs, what becomes of every fault, and the loop
//! that works an item. Nothing leaves the loopback.

mod again;
mod anthropic;
mod ollama;
mod openai_chat;
mod openai_responses;
mod played;
mod reasons;
mod safety;
mod scripted;
mod shaped;
mod wire;
mod work;
