//! What `insight` promises, told in sentences; the reference vectors, properties and the report's texts.

#[cfg(test)]
mod advice;
#[cfg(test)]
mod could;
#[cfg(test)]
mod counting;
#[cfg(test)]
mod details;
#[cfg(test)]
mod exact;
#[cfg(test)]
mod forecast;
#[cfg(test)]
mod headline;
#[cfg(test)]
mod horizon;
#[cfg(test)]
mod horizon_vectors;
#[cfg(test)]
mod html;
#[cfg(test)]
mod lab;
#[cfg(test)]
mod markdown;
#[cfg(test)]
mod pictures;
#[cfg(test)]
mod properties;
#[cfg(test)]
mod reliability;
#[cfg(test)]
mod share;
#[cfg(test)]
mod vectors;
#[cfg(test)]
mod world;
