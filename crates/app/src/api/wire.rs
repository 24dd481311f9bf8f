//! The derives that every wire type shares.

/// Declares wire types: serialised in camelCase, exported to TypeScript.
macro_rules! wire {
    ($($(#[$meta:meta])* pub $what:ident $name:ident $body:tt)*) => {$(
        #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
        #[serde(rename_all = "camelCase")]
        $(#[$meta])*
        pub $what $name $body
    )*};
}

pub(crate) use wire;
