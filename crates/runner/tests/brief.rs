//! The brief and the follow-up as people paste them, in three languages.

#![allow(clippy::assigning_clones, clippy::format_push_string)] // The texts are short.

use halfday_domain::check::{CheckDetail, CheckSpec, DetailCode};
use halfday_domain::review::Rejection;
use halfday_domain::words::{Language, Words};
use halfday_runner::clipboard::{
    BriefItem, BriefRequest, CoveredItem, EarlierResult, FailedCheck, FollowUp, Nonce, OwnBrief, WentWrong,
    brief, follow_up, own_brief, read_answer,
};
use halfday_runner::veil::Veil;
use insta::assert_snapshot;
use proptest::prelude::*;

fn nonce(n: u8) -> Nonce {
    Nonce::from_random([n, 0x9e, 0x37, 0x79, n])
}

fn strings(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

fn one() -> BriefRequest {
    let mut item = BriefItem::new(nonce(1), "Summarise the November figures");
    item.instructions =
        "For the board: what changed since October, and why.\nNo table longer than 8 rows.".to_owned();
    item.done_when = strings(&["words: 300-500", "Headings: Overview, Risks", "The tone is calm"]);
    item.inputs = strings(&["november.xlsx"]);
    item.outputs = strings(&["summary.md"]);
    BriefRequest {
        job_title: "November report".to_owned(),
        context: "We report to the board on Friday.".to_owned(),
        items: vec![item],
        stand_ins: strings(&["Company A", "Person 1"]),
    }
}

fn several() -> BriefRequest {
    let mut letter = BriefItem::new(nonce(1), "擬邀請函");
    letter.instructions = "語氣親切但正式，寫給三家廠商。".to_owned();
    letter.subitems = strings(&["時間地點", "報名方式"]);
    letter.done_when = strings(&["字數：200-300", "台灣用語", "看得出主辦單位是誰"]);
    let mut table = BriefItem::new(nonce(2), "整理報名表");
    table.inputs = strings(&["報名 原始檔.xlsx"]);
    table.outputs = strings(&["報名表.csv", "說明.docx"]);
    table.done_when = strings(&["csv: columns 姓名, 餐點; rows >= 10"]);
    table.earlier =
        vec![EarlierResult { title: "列出餐點".to_owned(), text: "```\n葷、素\n```".to_owned() }];
    BriefRequest {
        job_title: "辦說明會".to_owned(),
        context: "12 月 4 日（五）下午在總部辦說明會，約 40 人。".to_owned(),
        items: vec![letter, table],
        stand_ins: vec![],
    }
}

fn whole_job() -> BriefRequest {
    let mut job = BriefItem::new(nonce(3), "整理客户回访");
    job.inputs = strings(&["回访录音整理.txt"]);
    job.covered = vec![
        CoveredItem {
            title: "归纳主要意见".to_owned(),
            instructions: "按产品分类。".to_owned(),
            done_when: strings(&["每条意见都有出处"]),
            outputs: strings(&["意见.md"]),
        },
        CoveredItem { title: "写给客服团队的建议".to_owned(), ..CoveredItem::default() },
    ];
    BriefRequest {
        job_title: "整理客户回访".to_owned(),
        context: String::new(),
        items: vec![job],
        stand_ins: vec![],
    }
}

#[test]
fn a_brief_for_one_item_in_english() {
    assert_snapshot!("one_en", brief(&one(), Words::of(Language::En)));
}

#[test]
fn a_brief_for_several_items_in_traditional_chinese() {
    assert_snapshot!("several_zh_hant", brief(&several(), Words::of(Language::ZhHant)));
}

#[test]
fn a_brief_for_a_whole_job_in_simplified_chinese() {
    assert_snapshot!("whole_job_zh_hans", brief(&whole_job(), Words::of(Language::ZhHans)));
}

fn retry() -> FollowUp {
    FollowUp {
        nonce: nonce(9),
        title: "擬邀請函".to_owned(),
        wrong: WentWrong {
            reason: Some(Rejection::Incomplete),
            note: "少了報名截止日。".to_owned(),
            failed: vec![FailedCheck {
                spec: CheckSpec::parse("字數：200-300"),
                detail: Some(CheckDetail::new(
                    DetailCode::WordCount,
                    &[("count", "120"), ("bounds", "200–300")],
                )),
            }],
        },
    }
}

#[test]
fn a_whole_brief_says_what_was_wrong_before_where_the_chat_cannot_know() {
    let mut request = several();
    request.items[0].went_wrong = Some(retry().wrong);

    let text = brief(&request, Words::of(Language::ZhHant));

    for part in ["之前交的成果不能用。", "說明：少了報名截止日。", "這幾項檢查沒有通過："]
    {
        assert_eq!(text.matches(part).count(), 1, "{part}: {text}");
    }
}

#[test]
fn a_follow_up_is_short_and_names_what_was_wrong() {
    assert_snapshot!("follow_up_zh_hant", follow_up(&retry(), Words::of(Language::ZhHant)));
    assert_snapshot!("follow_up_zh_hans", follow_up(&retry(), Words::of(Language::ZhHans)));
    let mut english = FollowUp { title: "Invitation".to_owned(), ..retry() };
    english.wrong.note.clear();
    assert_snapshot!("follow_up_en", follow_up(&english, Words::of(Language::En)));
}

#[test]
fn a_long_earlier_result_is_cut_and_says_so() {
    let mut request = one();
    request.items[0].earlier = vec![
        EarlierResult { title: "a".to_owned(), text: "字".repeat(6_500) },
        EarlierResult { title: "b".to_owned(), text: "short".to_owned() },
    ];

    let text = brief(&request, Words::of(Language::En));

    assert_eq!(text.matches('字').count(), 6_000);
    assert!(text.contains("(cut here, 500 more characters)"), "{text}");
    assert!(text.contains("short"));
}

#[test]
fn our_own_brief_pasted_back_is_known_in_every_language_and_dress() {
    for language in Language::ALL {
        let words = Words::of(*language);
        for text in [brief(&one(), words), brief(&several(), words), brief(&whole_job(), words)] {
            assert_eq!(own_brief(&text), OwnBrief::Alone, "{language}");
            let wrapped = text.replace(' ', "\n").replace("- ", "• ");
            assert_eq!(own_brief(&wrapped), OwnBrief::Alone, "{language}: blanks are edited");
            let quoted: String = format!("> {}", text.replace('\n', "\r\n> "));
            assert_eq!(own_brief(&quoted), OwnBrief::Alone, "{language}: quoted");
        }
        assert_eq!(own_brief(&follow_up(&retry(), words)), OwnBrief::Alone, "{language}: follow-up");
    }
}

#[test]
fn the_upper_part_of_our_own_brief_is_known_too() {
    for language in Language::ALL {
        let words = Words::of(*language);
        let text = brief(&one(), words);
        let upper = text.split("\n## ").next().unwrap_or_default();
        assert_eq!(own_brief(upper), OwnBrief::Alone, "{language}");
        let answered = format!("{upper}\n{}\nDone.", nonce(1).line());
        assert!(matches!(own_brief(&answered), OwnBrief::Before(_)), "{language}");
    }
}

#[test]
fn an_answer_that_quotes_the_brief_is_an_answer() {
    let words = Words::of(Language::En);
    let heading = brief(&one(), words).lines().take(8).collect::<Vec<_>>().join("\n");
    let quoting = format!("{heading}\n\n{}\n\n{}\nDone.\n", words.word("brief-invent"), nonce(1).line());

    assert_eq!(own_brief(&quoting), OwnBrief::Absent);
    assert_eq!(own_brief(""), OwnBrief::Absent);
    assert_eq!(own_brief("Here is the summary."), OwnBrief::Absent);
}

#[test]
fn a_chat_copied_whole_gives_its_answer() {
    let words = Words::of(Language::ZhHant);
    let chat = format!("{}\n\nChat：\n{}\n成果在這裡。\n", brief(&several(), words), nonce(1).line());

    let OwnBrief::Before(rest) = own_brief(&chat) else { panic!("{:?}", own_brief(&chat)) };
    let answer = read_answer(rest);

    assert_eq!(answer.sections.len(), 1);
    assert_eq!(answer.sections[0].text(), "成果在這裡。");
    let again = format!("{chat}{}{}\n更好的。\n", follow_up(&retry(), words), retry().nonce.line());
    let OwnBrief::Before(rest) = own_brief(&again) else { panic!("{:?}", own_brief(&again)) };
    assert_eq!(read_answer(rest).sections[0].text(), "更好的。");
}

proptest! {
    #[test]
    fn a_perfect_answer_maps_to_its_items(
        texts in prop::collection::vec("[a-z 字\n]{0,40}[a-z字]", 1..5),
        names in prop::collection::vec("[a-z]{1,8}\\.(md|csv)", 1..5),
    ) {
        let mut answer = String::from("Sure!\n\n");
        let count = texts.len().min(names.len());
        for at in 0..count {
            let nonce = nonce(u8::try_from(at).unwrap());
            answer += &format!("{}\n{}\n```md path={}\n{}\n```\n\n", nonce.line(), texts[at], names[at], texts[at]);
        }

        let read = read_answer(&answer);

        prop_assert_eq!(read.sections.len(), count);
        prop_assert_eq!(&read.preamble, "Sure!\n\n");
        for (at, section) in read.sections.iter().enumerate() {
            prop_assert_eq!(section.nonce, nonce(u8::try_from(at).unwrap()));
            prop_assert_eq!(section.files.len(), 1);
            prop_assert_eq!(&section.files[0].path, &names[at]);
            prop_assert_eq!(&section.files[0].content, &format!("{}\n", texts[at]));
        }
    }
}

#[test]
fn a_veiled_brief_holds_no_name_and_its_answer_gets_them_back() {
    let mut request = several();
    request.items[0].instructions = "寫給台積電股份有限公司的王小明（0912-345-678）。".to_owned();
    request.items[1].outputs = strings(&["王小明 名單.csv"]);
    let mut veil = Veil::new(&strings(&["王小明"]), Language::ZhHant);

    let (veiled, replaced) = request.veiled(&mut veil);
    let text = brief(&veiled, Words::of(Language::ZhHant));

    for name in ["王小明", "台積電", "0912"] {
        assert!(!text.contains(name), "{name} in {text}");
    }
    assert_eq!(replaced.len(), 3);
    assert!(text.contains("寫給甲公司的某甲（電話1）。"), "{text}");
    assert!(text.contains("例如 甲公司、某甲、電話1"), "{text}");
    let answer = format!("{}\n```csv path=\"某甲 名單.csv\"\n某甲,電話 1\n```\n", nonce(2).line());
    let read = read_answer(&veil.unveil(&answer));
    assert_eq!(read.sections[0].files[0].path, "王小明 名單.csv");
    assert_eq!(read.sections[0].files[0].content, "王小明,0912-345-678\n");
    let mut retry = retry();
    retry.wrong.note = "王小明的電話錯了。".to_owned();
    let (retry, _) = retry.veiled(&mut veil);
    assert_eq!(retry.wrong.note, "某甲的電話錯了。", "the same stand-in as in the brief");
}
