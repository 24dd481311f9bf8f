//! Whole briefs in three languages and the plans a person would expect of them: one line an item,
//! then what belongs to it, then the text that was kept.
#![allow(clippy::expect_used, reason = "a brief of a test is readable")]

use std::fmt::Write as _;

use halfday_domain::plan::Plan;
use halfday_split::{Wishes, split};

/// The plan of `brief`, compactly.
fn shown(brief: &str) -> String {
    let plan = split(brief, &Wishes::default()).expect("the brief is readable");
    assert_eq!(plan.uncovered(brief), None, "the span rule");
    written(brief, &plan).expect("a string takes all text")
}

fn written(brief: &str, plan: &Plan) -> Result<String, std::fmt::Error> {
    let mut out = String::new();
    let hours = plan.hours_stated.map(|hours| format!(" of {hours} h")).unwrap_or_default();
    writeln!(out, "# {} [{}, {} min{hours}]", plan.title, plan.language, plan.total_minutes())?;
    for (at, item) in plan.items.iter().enumerate() {
        let done = if item.done { "[x] " } else { "" };
        let section = if item.section.is_empty() { String::new() } else { format!(" § {}", item.section) };
        let (minutes, source) = (item.estimate_minutes, item.estimate_source);
        writeln!(
            out,
            "{}. {done}{} | {} {minutes} {source} | {} {} {}{section}",
            at + 1,
            item.title,
            item.kind,
            item.suggested,
            item.why,
            item.risk
        )?;
        for line in item.instructions.lines() {
            writeln!(out, "   : {line}")?;
        }
        for subitem in &item.subitems {
            writeln!(out, "   - {}", subitem.title)?;
        }
        for condition in &item.done_when {
            writeln!(out, "   = {condition}")?;
        }
        for (word, list) in [("in", &item.inputs), ("out", &item.outputs)] {
            if !list.is_empty() {
                writeln!(out, "   {word} {}", list.join(", "))?;
            }
        }
        if !item.depends_on.is_empty() {
            writeln!(
                out,
                "   after {:?}",
                item.depends_on.iter().map(|first| first + 1).collect::<Vec<_>>()
            )?;
        }
    }
    for question in &plan.questions {
        writeln!(out, "? {question}")?;
    }
    for span in &plan.text_spans {
        let text = brief.get(span.clone()).unwrap_or_default();
        // Markers alone say nothing to whoever reads the test.
        if text.chars().filter(|c| c.is_alphanumeric()).count() > 2 {
            writeln!(out, "~ {text}")?;
        }
    }
    Ok(out)
}

#[test]
fn a_mail_keeps_its_greeting_as_text_and_its_hours_for_the_whole_job() {
    let brief = r"Subject: Annual meeting of the garden club

Hi Tomas,

I hope you had a good weekend. Could you help me get the annual meeting ready? It should take about three hours.

1. Write the invitation (max 200 words) -> invite.docx
2. Update the member list in members.xlsx and mark who has not paid (20 min)
3. Prepare the agenda:
   - report of the treasurer
   - election of two board members
   - plans for spring
4. Book the hall for 12 March after:3
5. I'll give the opening speech myself

The caterer is still TBD. Let me know if anything is unclear.

Best regards,
Ines
";

    insta::assert_snapshot!(shown(brief), @r"
    # Annual meeting of the garden club [en, 180 min of 3 h]
    1. Write the invitation (max 200 words) | write 20 rule | ai checkable_text none
       = invite.docx
       = Write the invitation (max 200 words)
       out invite.docx
    2. Update the member list in members.xlsx and mark who has not paid | edit 20 person | ai checkable_text none
       in members.xlsx
    3. Prepare the agenda | plan 60 rule | either nothing_says none
       - report of the treasurer
       - election of two board members
       - plans for spring
    4. Book the hall for 12 March | file 15 rule | me cannot_be_undone irreversible
       after [3]
    5. Give the opening speech myself | write 65 rule | me brief_says_so none
    ? The caterer is still TBD.
    ~ Subject: Annual meeting of the garden club
    ~ Hi Tomas,
    ~ I hope you had a good weekend. Could you help me get the annual meeting ready? It should take about three hours.
    ~ The caterer is still TBD. Let me know if anything is unclear.
    ~ Best regards,
    ~ Ines
    ");
}

#[test]
fn prose_gives_what_it_asks_for_and_keeps_what_it_tells() {
    let brief = r"You work at a small museum. Last year 4,200 people came, and many of them left comments.

Please read the comments in comments.csv and group them into at most eight themes. For each theme give two quotations. Then write a two-page report for the director, and finally draft an email to the volunteers that thanks them. Do not name any visitor.
";

    insta::assert_snapshot!(shown(brief), @r"
    # Read the comments in comments.csv and group them into at most eight themes [en, 150 min]
    1. Read the comments in comments.csv and group them into at most eight themes | research 45 rule | ai checkable_text none
       : For each theme give two quotations.
       = read the comments in comments.csv and group them into at most eight themes
       = For each theme give two quotations
       in comments.csv
    2. Write a two-page report for the director | write 60 rule | ai checkable_text none
       = write a two-page report for the director
    3. Draft an email to the volunteers that thanks them | write 45 rule | ai checkable_text none
       : Do not name any visitor.
    ~ You work at a small museum. Last year 4,200 people came, and many of them left comments.
    ");
}

#[test]
fn markdown_gives_ticks_owners_and_rows() {
    let brief = r"---
title: Spring release
owner: me
---
# Spring release

## Before
- [x] Freeze the branch
- [ ] Fix the crash on **empty** files (1h) @ai
- [ ] Ask legal about the new licence @me

## After
| Task | Estimate | Owner |
| --- | --- | --- |
| Write the release notes | 45m | AI |
| Announce it on the blog | 15m | me |

```sh
- not an item
```
";

    insta::assert_snapshot!(shown(brief), @r"
    # Spring release [en, 130 min]
    1. [x] Freeze the branch |  20 rule | either nothing_says none § Before
    2. Fix the crash on empty files | code 60 person | ai brief_says_so none § Before
    3. Ask legal about the new licence | message 10 rule | me brief_says_so external § Before
    4. Write the release notes | write 45 person | ai brief_says_so none § After
       : Owner: AI
    5. Announce it on the blog | message 15 person | me brief_says_so external § After
       : Owner: me
    ~ title: Spring release
    ~ owner: me
    ~ # Spring release
    ~ ## Before
    ~ ## After
    ~ | Task | Estimate | Owner |
    ~ - not an item
    ");
}

#[test]
fn a_traditional_chinese_mail_is_read_like_an_english_one() {
    let brief = r"主旨：下個月的讀書會

小安你好：

麻煩協助準備下個月的讀書會，我大概抓半天：

一、選三本書，各寫 100 字介紹
二、設計報名表單：
　（一）姓名與電話
　（二）想讀哪一本
三、寫邀請信，寄給去年的成員
四、場地我自己訂

日期待定，等館長決定。
謝謝
";

    insta::assert_snapshot!(shown(brief), @r"
    # 下個月的讀書會 [zh-Hant, 240 min of 4 h]
    1. 選三本書，各寫 100 字介紹 | research 55 rule | ai checkable_text none
       = 各寫 100 字介紹
    2. 設計報名表單 | write 80 rule | ai checkable_text none
       - 姓名與電話
       - 想讀哪一本
    3. 寫邀請信，寄給去年的成員 | write 80 rule | ai checkable_text external
    4. 場地我自己訂 | file 25 rule | me brief_says_so irreversible
    ? 日期待定，等館長決定。
    ~ 主旨：下個月的讀書會
    ~ 小安你好：
    ~ 麻煩協助準備下個月的讀書會，我大概抓半天：
    ~ 日期待定，等館長決定。
    ");
}

#[test]
fn steps_of_one_simplified_chinese_sentence_are_items() {
    let brief = r"首先把上季度的投诉整理成一张表，然后找出最常见的五类原因；接着写一页改进建议，不超过500字，最后发给客服主管。
";

    insta::assert_snapshot!(shown(brief), @r"
    # 把上季度的投诉整理成一张表 [zh-Hans, 130 min]
    1. 把上季度的投诉整理成一张表 | summarise 30 rule | ai checkable_text none
    2. 找出最常见的五类原因 | research 45 rule | ai checkable_text none
    3. 写一页改进建议，不超过500字 | write 45 rule | ai checkable_text none
       = 不超过500字
    4. 发给客服主管 | message 10 rule | me cannot_be_undone external
    ");
}

#[test]
fn a_chat_gives_what_is_to_be_done_and_no_chatter() {
    let brief = r"09:01	小雯	下週的攤位要準備了
09:02	小雯	菜單要重新排版，價格也要更新
09:03	阿哲	我來訂冰塊
09:05	小雯	還有宣傳貼文、海報、價目表
09:06	阿哲	[貼圖]
09:07	小雯	收到 謝謝
";

    insta::assert_snapshot!(shown(brief), @r"
    # 下週的攤位要準備了 [zh-Hant, 105 min]
    1. 菜單要重新排版，價格也要更新 | edit 30 rule | ai checkable_text none
       : 小雯: 菜單要重新排版，價格也要更新
    2. 訂冰塊 | file 15 rule | me brief_says_so irreversible
       : 阿哲: 我來訂冰塊
    3. 宣傳貼文、海報、價目表 | write 60 rule | ai checkable_text none
       : 小雯: 還有宣傳貼文、海報、價目表
       - 宣傳貼文
       - 海報
       - 價目表
    ~ 09:01	小雯	下週的攤位要準備了
    ~ 09:02	小雯
    ~ 09:03	阿哲
    ~ 09:05	小雯
    ~ 09:06	阿哲	[貼圖]
    ~ 09:07	小雯	收到 謝謝
    ");
}

#[test]
fn one_chinese_line_gets_the_steps_of_its_sort_in_its_own_spelling() {
    let brief = r"把客户手册翻译成英文
";

    insta::assert_snapshot!(shown(brief), @r"
    # 把客户手册翻译成英文 [zh-Hans, 125 min]
    1. 列出术语与专有名词，统一译法 | extract 30 rule | ai checkable_text none
    2. 把客户手册翻译成英文 | translate 45 rule | ai checkable_text none
    3. 逐句对照原文校对 | check 20 rule | either nothing_says none
    4. 润饰文字，让它读起来像原文 | edit 30 rule | ai checkable_text none
    ");
}

#[test]
fn one_english_line_gets_the_steps_of_a_presentation() {
    let brief = r"Make a presentation about our new recycling programme
";

    insta::assert_snapshot!(shown(brief), @r"
    # Make a presentation about our new recycling programme [en, 215 min]
    1. List the material and the one thing the audience should take away | extract 30 rule | ai checkable_text none
    2. Outline the slides: one line for each | write 45 rule | ai checkable_text none
    3. Make a presentation about our new recycling programme | design 90 rule | either nothing_says none
    4. Check figures, names and spelling on every slide | check 20 rule | either nothing_says none
    5. Rehearse it once against the clock | meet 30 rule | me needs_you_there none
    ");
}

#[test]
fn numbers_inside_one_line_are_items() {
    let brief = r"搬办公室要做的事：1.联系三家搬家公司报价。2.列出要带走的设备清单。3.通知所有客户新地址。4.合同由我来签。
";

    insta::assert_snapshot!(shown(brief), @r"
    # 搬办公室要做的事 [zh-Hans, 70 min]
    1. 联系三家搬家公司报价 | message 15 rule | me cannot_be_undone external
    2. 列出要带走的设备清单 | extract 30 rule | ai checkable_text none
    3. 通知所有客户新地址 | message 10 rule | me cannot_be_undone external
    4. 合同由我来签 | decide 15 rule | me brief_says_so none
    ~ 搬办公室要做的事：1.
    ");
}

#[test]
fn what_is_said_in_a_group_is_work_with_the_name_of_who_said_it() {
    let brief = r"[20/11/2026, 10:02:11] Ann: Morning! we need to sort the bake sale
[20/11/2026, 10:02:40] Bo: yes!! 
[20/11/2026, 10:03:11] Ann: I will call the school about the hall
[20/11/2026, 10:04:00] Bo: can you make a poster? A4, by Friday
[20/11/2026, 10:05:00] Ann: ok
[20/11/2026, 10:06:00] Bo: also need a price list and a rota for the stall
[20/11/2026, 10:07:00] Ann: <Media omitted>
[20/11/2026, 10:08:00] Bo: haha nice
[20/11/2026, 10:09:00] Ann: should take about 2 hours altogether
";

    insta::assert_snapshot!(shown(brief), @r"
    # Sort the bake sale [en, 120 min of 2 h]
    1. Sort the bake sale | file 10 rule | either nothing_says none
       : Ann: we need to sort the bake sale
    2. Call the school about the hall | meet 20 rule | me brief_says_so none
       : Ann: I will call the school about the hall
    3. Make a poster | design 45 rule | either nothing_says none
       : Bo: can you make a poster?
       : A4, by Friday
    4. A price list and a rota for the stall | plan 45 rule | either nothing_says none
       : Bo: also need a price list and a rota for the stall
    ~ [20/11/2026, 10:02:11] Ann: Morning!
    ~ [20/11/2026, 10:02:40] Bo: yes!!
    ~ [20/11/2026, 10:03:11] Ann:
    ~ [20/11/2026, 10:04:00] Bo:
    ~ [20/11/2026, 10:05:00] Ann: ok
    ~ [20/11/2026, 10:06:00] Bo:
    ~ [20/11/2026, 10:07:00] Ann: <Media omitted>
    ~ [20/11/2026, 10:08:00] Bo: haha nice
    ~ [20/11/2026, 10:09:00] Ann: should take about 2 hours altogether
    ");
}

#[test]
fn a_numbered_label_over_work_is_a_section() {
    let brief = r"1. Research
   a. Find five competitors
   b. Compare prices
   c. List their features
2. Writing
   a. Draft the memo
   b. Edit it
   c. Send it to Legal
";

    insta::assert_snapshot!(shown(brief), @r"
    # Find five competitors [en, 235 min]
    1. Find five competitors | research 45 rule | ai checkable_text none § Research
    2. Compare prices | analyse 60 rule | ai checkable_text none § Research
    3. List their features | extract 30 rule | ai checkable_text none § Research
    4. Draft the memo | write 60 rule | ai checkable_text none § Writing
    5. Edit it | edit 30 rule | ai checkable_text none § Writing
    6. Send it to Legal | message 10 rule | me cannot_be_undone external § Writing
    ~ 1. Research
    ~ 2. Writing
    ");
}

#[test]
fn short_lines_without_markers_are_a_list() {
    let brief = r"TODO
buy paint
call plumber
write thank-you cards to 12 guests
return library books
";

    insta::assert_snapshot!(shown(brief), @r"
    # TODO [en, 110 min]
    1. Buy paint | file 15 rule | me cannot_be_undone irreversible § TODO
    2. Call plumber | meet 30 rule | me needs_you_there none § TODO
    3. Write thank-you cards to 12 guests | write 45 rule | ai checkable_text none § TODO
    4. return library books |  20 rule | either nothing_says none § TODO
    ~ TODO
    ");
}

#[test]
fn a_part_the_writer_keeps_is_theirs() {
    let brief = r"經理您好，

附件是客戶的抱怨信，麻煩幫忙：
・先摘要重點（200字以內）
・擬一封回信，語氣誠懇，不要承諾退款
・查一下這張訂單的出貨紀錄
・是否要賠償由我決定

以上，謝謝！
小陳
";

    insta::assert_snapshot!(shown(brief), @r"
    # 附件是客戶的抱怨信，麻煩幫忙 [zh-Hant, 120 min]
    1. 摘要重點（200字以內） | summarise 15 rule | ai checkable_text none
       = 先摘要重點（200字以內）
    2. 擬一封回信，語氣誠懇，不要承諾退款 | write 45 rule | ai checkable_text none
    3. 查一下這張訂單的出貨紀錄 | research 45 rule | ai checkable_text none
    4. 是否要賠償由我決定 | decide 15 rule | me brief_says_so none
    ~ 經理您好，
    ~ 附件是客戶的抱怨信，麻煩幫忙：
    ~ 以上，謝謝！
    ");
}

#[test]
fn a_bug_report_gives_its_steps_and_its_budget() {
    let brief = r"Fix login bug #231. Repro: open /login on Safari, click twice. Expected: one request. Write a regression test and update CHANGELOG.md. Then release 1.4.2 to staging. I will approve production myself. Budget: about 4 hours.
";

    insta::assert_snapshot!(shown(brief), @r"
    # Fix login bug #231 [en, 240 min of 4 h]
    1. Fix login bug #231 | code 110 rule | ai checkable_text none
       : Repro: open /login on Safari, click twice.
       : Expected: one request.
    2. Write a regression test and update CHANGELOG.md | write 80 rule | ai checkable_text none
       in CHANGELOG.md
    3. Release 1.4.2 to staging | message 25 rule | me cannot_be_undone external
    4. Approve production myself | decide 25 rule | me brief_says_so none
    ~ Budget: about 4 hours.
    ");
}

#[test]
fn rows_pasted_from_a_sheet_are_items() {
    let brief = r"事项	负责人	预计	备注
整理合同清单	我	1h	2023年以后
核对付款金额	AI	40分钟	有差异的标红
发邮件给供应商	我	15min	抄送财务
";

    insta::assert_snapshot!(shown(brief), @r"
    # 整理合同清单 [zh-Hans, 115 min]
    1. 整理合同清单 | summarise 60 person | me brief_says_so none
       : 负责人：我
       : 备注：2023年以后
    2. 核对付款金额 | check 40 person | ai brief_says_so none
       : 负责人：AI
       : 备注：有差异的标红
    3. 发邮件给供应商 | message 15 person | me brief_says_so external
       : 负责人：我
       : 备注：抄送财务
    ~ 事项	负责人	预计	备注
    ");
}

#[test]
fn a_noun_with_its_letter_tells_a_figure_and_orders_nothing() {
    let plan = split(
        "Please prepare the evening:\n\n1. Sort the letters\n2. Write one page\n3. Ring the caretaker\n\n\
         Offer A is 61,200 in all, offer B is 54,700. Plan 2 costs more.\n",
        &Wishes::default(),
    )
    .expect("a plan");

    let titles: Vec<&str> = plan.items.iter().map(|item| item.title.as_str()).collect();
    assert_eq!(titles, ["Sort the letters", "Write one page", "Ring the caretaker"]);
}
