//! What AI saved as the person felt it, before they saw what was measured: the two stand side by side, for people
//! are often wrong about it (STATISTICS §3, calibration).

use crate::code::codes;

codes! {
    /// One tap, once a week.
    FeltSaved {
        /// It cost more than it saved.
        Lost = "lost",
        Nothing = "nothing",
        HalfHour = "half_hour",
        Hour = "hour",
        /// Two hours or more.
        TwoHours = "two_hours",
    }
}
