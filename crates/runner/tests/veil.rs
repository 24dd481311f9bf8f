//! The name veil: what is found, what stands for it, and that all of it comes back.

use halfday_domain::words::Language;
use halfday_runner::veil::Veil;
use proptest::prelude::*;

fn veil(language: Language, list: &[&str]) -> Veil {
    Veil::new(&list.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>(), language)
}

#[track_caller]
fn check(language: Language, list: &[&str], text: &str, expected: &str) {
    let mut veil = veil(language, list);
    let veiled = veil.veil(text);

    assert_eq!(veiled.text, expected);
    assert_eq!(veil.unveil(&veiled.text), text, "it comes back");
}

#[test]
fn names_and_numbers_of_taiwan_are_veiled() {
    let check = |list: &[&str], text: &str, expected: &str| check(Language::ZhHant, list, text, expected);

    check(&["王小明"], "請王小明回信，王小明的電話是 0912-345-678。", "請某甲回信，某甲的電話是 電話1。");
    check(&[], "請聯絡台灣積體電路製造股份有限公司與聯發科技股份有限公司", "請聯絡甲公司與乙公司");
    // Whether 和 belongs to the name cannot be told: it stays outside, and comes back beside it.
    check(&[], "和碩聯合科技股份有限公司的報價", "和甲公司的報價");
    check(&[], "身分證字號A123456789、統編 04595257", "身分證字號身分證字號1、統編 統編1");
    check(&[], "請撥 (02) 2345-6789 分機 123 或 +886 912 345 678", "請撥 電話1 或 電話2");
    check(&[], "寄到 wang.ming@tsmc.com.tw。", "寄到 信箱1。");
    check(&["台積電"], "台積電股份有限公司和台積電", "甲公司和某甲");
    check(
        &[],
        "日期 20261124，金額 12,345,678 元，單號 00000000",
        "日期 20261124，金額 12,345,678 元，單號 00000000",
    );
    check(&[], "提升公司形象，向各公司說明", "提升公司形象，向各公司說明");
}

#[test]
fn names_and_numbers_of_the_mainland_are_veiled() {
    let check = |list: &[&str], text: &str, expected: &str| check(Language::ZhHans, list, text, expected);

    check(&[], "请联系华为技术有限公司，手机13912345678", "请联系甲公司，手机电话1");
    check(&[], "通知阿里巴巴（中国）有限公司，座机 010-8888 8888", "通知甲公司，座机 电话1");
    check(&[], "身份证号：11010519491231002X", "身份证号：身份证号1");
    check(&[], "座机 010-62345678，卡号 6222 0200 0000 0000 007", "座机 电话1，卡号 6222 0200 0000 0000 007");
}

#[test]
fn names_and_numbers_in_english_are_veiled() {
    let check = |list: &[&str], text: &str, expected: &str| check(Language::En, list, text, expected);

    check(
        &["Ann", "Ann Lee"],
        "Ann Lee met Ann; the Annex is closed.",
        "Person 1 met Person 2; the Annex is closed.",
    );
    check(&["acme"], "ACME and acme, not acmes", "Person 1 and Person 2, not acmes");
    check(&[], "Contact Miller & Sons Ltd. or Blau GmbH today", "Contact Company A or Company B today");
    check(
        &[],
        "The Limited. Ask Foo Corp. now, or +49 30 901820.",
        "The Limited. Ask Company A now, or Phone 1.",
    );
    check(&[], "Call +44 20 7946 0958 or (555) 123-4567", "Call Phone 1 or Phone 2");
    check(&[], "Card 4111 1111 1111 1111, IBAN GB82 WEST 1234 5698 7654 32.", "Card Card 1, IBAN Account 1.");
    check(&[], "See ann@example.org, bob@example.org, ann@example.org", "See Mail 1, Mail 2, Mail 1");
    check(
        &[],
        "Version 1.2.3, 2026-11-24, 300-500 words, halfday:04595257",
        "Version 1.2.3, 2026-11-24, 300-500 words, halfday:04595257",
    );
}

#[test]
fn stand_ins_are_the_same_in_all_texts_and_listed_once() {
    let mut veil = veil(Language::ZhHant, &["王小明", "李四"]);

    let first = veil.veil("王小明");
    let second = veil.veil("李四和王小明");

    assert_eq!((first.text.as_str(), second.text.as_str()), ("某甲", "某乙和某甲"));
    assert_eq!(second.replaced.len(), 2);
    assert_eq!(veil.replacements().len(), 2);
}

#[test]
fn a_stand_in_that_is_in_the_text_already_is_not_used() {
    let mut veil = veil(Language::En, &["Bob"]);

    let veiled = veil.veil("Person 1 told Bob.");

    assert_eq!(veiled.text, "Person 1 told Person 2.");
    let later = veil.veil("But person 2 is somebody else.");
    assert_eq!(veil.unveil(&later.text), "But person 2 is somebody else.");
    assert!(!later.text.contains("person 2"), "{}", later.text);
}

#[test]
fn answers_come_back_with_the_marks_chats_add() {
    let mut hant = veil(Language::ZhHant, &["王小明"]);
    hant.veil("王小明 0912345678");
    assert_eq!(hant.unveil("**某甲**（電話 1）"), "**王小明**（0912345678）");
    let mut en = veil(Language::En, &["Ann"]);
    en.veil("Ann");
    assert_eq!(en.unveil("PERSON 1, Person  1, person\n1, Person 12"), "Ann, Ann, Ann, Person 12");
}

#[test]
fn a_kept_veil_unveils_later() {
    let mut first = veil(Language::En, &["Ann"]);
    first.veil("Ann");

    let later = Veil::restore(&first.replacements(), &[], Language::En);

    assert_eq!(later.unveil("Person 1 agrees"), "Ann agrees");
}

proptest! {
    #[test]
    fn whatever_is_veiled_comes_back(
        texts in prop::collection::vec(prop::collection::vec(prop_oneof![
            Just("王小明".to_owned()), Just("Ann".to_owned()), Just("台積電股份有限公司".to_owned()),
            Just("某".to_owned()), Just("甲公司".to_owned()), Just("公司".to_owned()), Just("Person".to_owned()),
            Just(" ".to_owned()), Just("1".to_owned()), Just("*".to_owned()), Just("電話".to_owned()),
            Just("0912345678".to_owned()), Just("a@b.co".to_owned()), Just("⟦".to_owned()), ".{0,6}",
        ], 0..12), 1..4),
        language in prop::sample::select(Language::ALL),
    ) {
        let mut veil = veil(language, &["王小明", "Ann", "Ann Lee"]);

        let veiled: Vec<(String, String)> = texts.iter().map(|parts| {
            let text = parts.concat();
            let veiled = veil.veil(&text).text;
            (text, veiled)
        }).collect();

        for (text, veiled) in veiled {
            prop_assert_eq!(veil.unveil(&veiled), text, "veiled as {}", veiled);
        }
    }
}
