//! Prints the plan of a file compactly: `cargo run -p halfday-split --example show -- FILE`.
#![allow(clippy::print_stdout, clippy::panic, clippy::unwrap_used)]

use halfday_split::{Wishes, decode, split};

fn main() {
    let path = std::env::args().nth(1).unwrap_or_else(|| panic!("name a file"));
    let bytes = std::fs::read(path).unwrap();
    let decoded = decode(&bytes, None).unwrap();
    let plan = split(&decoded.text, &Wishes::default()).unwrap();
    println!(
        "# {} [{} {} {:?}h {}min] uncovered {:?}",
        plan.title,
        decoded.encoding,
        plan.language,
        plan.hours_stated,
        plan.total_minutes(),
        plan.uncovered(&decoded.text)
    );
    for (n, item) in plan.items.iter().enumerate() {
        println!(
            "{:2} {}{} | {} {}{} | {} {} {} | §{}",
            n + 1,
            if item.done { "[x] " } else { "" },
            item.title,
            item.kind,
            item.estimate_source.code().get(..1).unwrap(),
            item.estimate_minutes,
            item.suggested,
            item.why,
            item.risk,
            item.section
        );
        for line in item.instructions.lines() {
            println!("      : {line}");
        }
        for sub in &item.subitems {
            println!("      - {}{}", if sub.done { "[x] " } else { "" }, sub.title);
        }
        for done in &item.done_when {
            println!("      ✓ {done}");
        }
        if !item.inputs.is_empty() || !item.outputs.is_empty() || !item.depends_on.is_empty() {
            println!("      in {:?} out {:?} after {:?}", item.inputs, item.outputs, item.depends_on);
        }
    }
    for question in &plan.questions {
        println!("?  {question}");
    }
    for span in &plan.text_spans {
        println!("   ~ {}", decoded.text.get(span.clone()).unwrap().replace('\n', " "));
    }
}
