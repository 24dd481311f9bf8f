//! The contract as TypeScript: written into `ui/src/api/generated.ts` and compared by a test.

use ts_rs::{Config, TS};

use crate::commands::command_map;

/// The whole text of the generated file.
pub fn typescript() -> String {
    let config = Config::new().with_large_int("number");
    let mut text = String::from("// Written by a test of crates/app from the wire types; do not edit.\n\n");
    for declaration in crate::commands::declarations(&config) {
        text.push_str("export ");
        text.push_str(&declaration);
        text.push('\n');
    }
    text.push('\n');
    text.push_str(&command_map());
    text
}

/// The declarations of a type and of all it is made of, each once, sorted by name.
pub(crate) fn collect<T: TS + 'static>(
    config: &Config,
    found: &mut std::collections::BTreeMap<String, String>,
) {
    struct Visit<'a>(&'a Config, &'a mut std::collections::BTreeMap<String, String>);
    impl ts_rs::TypeVisitor for Visit<'_> {
        fn visit<U: TS + 'static + ?Sized>(&mut self) {
            if U::output_path().is_none() {
                return;
            }
            let name = U::name(self.0);
            if !self.1.contains_key(&name) {
                self.1.insert(name, U::decl(self.0));
                U::visit_dependencies(self);
            }
        }
    }
    let mut visit = Visit(config, found);
    ts_rs::TypeVisitor::visit::<T>(&mut visit);
    T::visit_dependencies(&mut visit);
}

#[cfg(test)]
mod tests {
    #[test]
    fn generated_types_are_fresh() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../ui/src/api/generated.ts");
        let fresh = super::typescript();
        if std::env::var_os("HALFDAY_WRITE_TYPES").is_some() {
            std::fs::write(path, &fresh).expect("the folder of the pages");
        }
        let kept = std::fs::read_to_string(path).expect("generated.ts");
        assert_eq!(kept, fresh, "run HALFDAY_WRITE_TYPES=1 cargo test -p halfday-app generated_types");
    }
}
