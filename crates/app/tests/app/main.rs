//! What the core promises its shells, told in sentences, through the door they use: names and JSON.

#[cfg(test)]
mod beside;
#[cfg(test)]
mod brief_file;
#[cfg(test)]
mod bundles;
#[cfg(test)]
mod delete_all;
#[cfg(test)]
mod desk;
#[cfg(test)]
mod editions;
#[cfg(test)]
mod evidence;
#[cfg(test)]
mod keys;
#[cfg(test)]
mod pages;
#[cfg(test)]
mod proofs;
#[cfg(test)]
mod record;
#[cfg(test)]
mod report_files;
#[cfg(test)]
mod splitter;
#[cfg(test)]
mod worker;
