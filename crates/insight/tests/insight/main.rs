//! What `insight` promises, told in sentences; the reference vectors, properties and the report's texts.

mod counting;
mod html;
mod markdown;
mod properties;
mod share;
mod vectors;
mod world;
