//! The laboratory: the statistics of published benchmarks on anybody's run files. One file is one figure;
//! reading files is not done here.

mod bootstrap;
mod doubling;
mod fit;
mod lanes;
mod runs;
mod urn;

pub use self::doubling::{Doubling, DoublingFilter, DoublingStatus, Released, doubling};
pub use self::runs::{
    AgentHorizon, Bayes, LabGate, LabHorizon, LabOptions, LabStatus, Method, TaskRuns, lab_horizon,
};
