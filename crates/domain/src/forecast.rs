//! What is expected of a handover before it is made.

use crate::code::codes;

codes! {
    /// Who expects it.
    ForecastBy {
        Person = "person",
        /// The program, from the person's own record.
        App = "app",
    }
}

codes! {
    /// How sure the person is that AI will get it right.
    GuessWord {
        Likely = "likely",
        Unsure = "unsure",
        Unlikely = "unlikely",
    }
}
