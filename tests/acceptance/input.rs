//! Bad input of each kind: one sentence in the chosen language, code 1, nothing changed.

use serde_json::Value;

use crate::world::{LANGUAGES, Outcome, World, text};

/// A file that cannot become a job.
fn check(name: &str, bytes: &[u8], code: &str) -> Outcome {
    let mut sentences = vec![];
    for language in LANGUAGES {
        let world = World::speaking(language)?;
        world.new_job()?;
        let before = world.dump()?;
        let file = world.file(name, bytes)?;

        for command in ["new", "split"] {
            let run = world.run(&[command, &file])?;
            assert_eq!(run.code, Some(1), "{command} {name}: {}", run.err);
            assert_eq!(run.out, "", "{command} {name}");
            assert_eq!(run.err.lines().count(), 2, "a sentence and a hint: {}", run.err);
            assert!(!run.err.contains("{$") && !run.err.contains("error-"), "finished words: {}", run.err);
            let json = world.run(&[command, &file, "--json"])?;
            let document: Value = serde_json::from_str(&json.out)?;
            assert_eq!(document["error"]["code"], code, "{command} {name}");
            assert_eq!(document["version"], 1);
            sentences.push(run.sentence().to_owned());
        }

        assert_eq!(world.dump()?, before, "{name}: nothing is stored");
    }
    sentences.dedup();
    assert_eq!(sentences.len(), 3, "one sentence for each language: {sentences:?}");
    Ok(())
}

#[test]
fn an_empty_file_is_refused() -> Outcome {
    check("empty.txt", b"", "input_empty")
}

#[test]
fn a_file_of_blanks_is_refused() -> Outcome {
    check("blank.txt", "  \n\t \u{3000}\n".as_bytes(), "input_blank")
}

#[test]
fn a_picture_is_refused() -> Outcome {
    check("picture.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0", "input_binary")
}

#[test]
fn bytes_in_an_unclear_encoding_are_refused() -> Outcome {
    check("unclear.txt", b"\xa4\xa4\xa4\xe5 1", "input_encoding_unsure")
}

#[test]
fn a_huge_file_is_refused() -> Outcome {
    check("huge.txt", "- one more line\n".repeat(600_000).as_bytes(), "input_too_large")
}

#[test]
fn a_file_that_is_not_there_is_named() -> Outcome {
    for language in LANGUAGES {
        let world = World::speaking(language)?;
        let missing = text(&world.path("missing.md"));

        let run = world.run(&["split", &missing])?;

        assert_eq!(run.code, Some(1));
        assert!(run.sentence().contains("missing.md"), "{}", run.err);
    }
    Ok(())
}

#[test]
fn a_wrong_encoding_is_refused_by_its_name_or_by_the_bytes() -> Outcome {
    let world = World::new()?;
    let big5 = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/jobs/zh/travel_big5.zh-Hant.txt");

    let unknown = world.run(&["split", big5, "--encoding", "klingon"])?;
    let mismatch = world.run(&["split", big5, "--encoding", "utf-8"])?;

    assert_eq!((unknown.code, mismatch.code), (Some(1), Some(1)));
    assert_ne!(unknown.sentence(), mismatch.sentence());
    Ok(())
}

#[test]
fn standard_input_is_read_like_a_file() -> Outcome {
    let world = World::new()?;
    let brief = crate::world::brief("zh-Hant");

    let given = world.ok_with_input(&["split", "-"], std::fs::read(&brief)?)?;

    assert_eq!(given.out, world.ok(&["split", &brief])?.out);
    Ok(())
}
