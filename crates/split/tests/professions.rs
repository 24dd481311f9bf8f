//! Briefs as people of several professions would paste them, and the items they would expect.
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a brief of a test is readable")]

use halfday_domain::plan::{Plan, PlanItem};
use halfday_split::{Wishes, split};

fn plan(brief: &str) -> Plan {
    let plan = split(brief, &Wishes::default()).expect("the brief is readable");
    assert_eq!(plan.uncovered(brief), None, "the span rule");
    plan
}

fn titles(plan: &Plan) -> Vec<&str> {
    plan.items.iter().map(|item| item.title.as_str()).collect()
}

fn kinds(plan: &Plan) -> Vec<&str> {
    plan.items.iter().map(|item| item.kind.code()).collect()
}

fn says(item: &PlanItem, words: &str) -> bool {
    item.instructions.contains(words)
}

#[test]
fn a_lawyer_gets_each_paper_and_the_rules_for_both_on_both() {
    let plan = plan(
        "Our client rents its shop from Harbour Estates. Last month the landlord wrote that the rent would go up by 18%.

I need a short advice note for the client. It should explain what clause 7.2 allows, what the repair plan says and whether withholding the difference puts the lease at risk. Please also draft a reply to the landlord. The reply must not admit any arrears. Use British spelling, and do not go over two pages for either document.

Before anything goes out I want to see a list of every date in the lease.",
    );

    assert_eq!(
        titles(&plan),
        [
            "A short advice note for the client",
            "Draft a reply to the landlord",
            "A list of every date in the lease"
        ]
    );
    assert!(says(&plan.items[0], "what the repair plan says"), "what it has to say goes with the note");
    assert!(says(&plan.items[1], "must not admit any arrears"));
    assert!(plan.items.iter().all(|item| says(item, "Use British spelling")), "the rule is for all papers");
}

#[test]
fn a_nurse_who_asks_around_is_understood() {
    let plan = plan(
        "Hi all

We're at 82% compliance with hand hygiene, and infection control have asked us for an improvement plan.

Could someone go through the 40 audit forms and put the results in a table? Night shift forms have to be counted separately. We also need a one-page poster for the sluice room. The plan itself should list no more than five actions. Please make sure no patient names appear anywhere.

I'll speak to the agency myself.

Thanks so much everyone
Jo
Ward manager, Elm Ward
Ext 4471",
    );

    assert_eq!(
        titles(&plan),
        [
            "An improvement plan",
            "Go through the 40 audit forms and put the results in a table",
            "A one-page poster for the sluice room",
            "Speak to the agency myself"
        ]
    );
    assert!(says(&plan.items[0], "no more than five actions"), "a rule goes to the thing it names");
    assert!(says(&plan.items[1], "counted separately"));
    assert!((0..3).all(|at| says(&plan.items[at], "no patient names")));
}

#[test]
fn minutes_of_a_meeting_give_their_actions() {
    let plan = plan(
        "Minutes, 4 March
Present: Dee, Raj, Colin.

1. Matters arising
The water butt has been repaired. Thanks to Colin.

2. Summer fair
The fair will be on 20 June.
ACTION: Raj to book the marquee by end of March.
ACTION: Anneke to design a flyer.

3. Waiting list
There are now 34 people on the list.
ACTION: Colin to check the tenancy agreement.

4. AOB
Tom would like to step down.",
    );

    assert_eq!(
        titles(&plan),
        [
            "Raj to book the marquee by end of March",
            "Anneke to design a flyer",
            "Colin to check the tenancy agreement"
        ]
    );
    assert_eq!(plan.items[2].section, "Waiting list");
    assert_eq!(kinds(&plan), ["file", "design", "check"]);
}

#[test]
fn names_alone_are_items_with_a_kind() {
    let plan = plan(
        "Grant application

Budget table
Project timeline
Letter of support (draft for the school)
Equality statement
Cover email

Deadline 5 p.m. on 30 November.",
    );

    assert_eq!(kinds(&plan), ["calculate", "plan", "write", "write", "write"]);
    assert!(plan.items.iter().all(|item| says(item, "Deadline 5 p.m. on 30 November")));
}

#[test]
fn an_answered_mail_is_read_and_the_quoted_one_is_not() {
    let plan = plan(
        "Subject: RE: Move to the new building

The seating plan has to be redone because Legal is now upstairs. Someone should get three quotes from removal firms. IT wants an inventory of monitors. Parking permits: Oliver, please order 12.

Best
Hannah

> On Mon, 2 Feb 2026 at 17:40, Oliver Brandt wrote:
> Please send me the final headcount by Friday.
> Oliver",
    );

    assert_eq!(plan.title, "Move to the new building");
    assert_eq!(
        titles(&plan),
        [
            "The seating plan has to be redone because Legal is now upstairs",
            "Get three quotes from removal firms",
            "An inventory of monitors",
            "Parking permits: Oliver, please order 12"
        ]
    );
}

#[test]
fn a_tender_keeps_its_tasks_and_spreads_its_requirements() {
    let plan = plan(
        "1. Introduction
The council adopted a strategy in 2021.

2. Scope of work
2.1 Review the strategy and the annual reports.
2.2 Interview eight stakeholders.
2.3 Prepare a draft report of no more than 30 pages.

3. Requirements
All data must be handed over in CSV.

4. Timetable
Draft: 15 May.",
    );

    assert_eq!(
        titles(&plan),
        [
            "Review the strategy and the annual reports",
            "Interview eight stakeholders",
            "Prepare a draft report of no more than 30 pages"
        ]
    );
    assert!(plan.items[2].done_when.iter().any(|line| line.contains("handed over in CSV")));
}

#[test]
fn what_is_out_of_scope_is_no_item_and_code_only_where_it_is_about_software() {
    let software = plan(
        "Our export endpoint times out. It is a Flask app with Postgres.

## To do
- [x] reproduce locally
- [ ] stream the CSV instead of building it in memory
- [ ] fix the timeout

## Not in scope
- the PDF export
- moving to async

Constraints: no new dependencies.",
    );
    let house = plan("- fix the door\n- install the shelf\n- mix the paint\n");

    assert_eq!(
        titles(&software),
        ["Reproduce locally", "Stream the CSV instead of building it in memory", "Fix the timeout"]
    );
    assert_eq!(kinds(&software), ["code", "code", "code"]);
    assert!(software.items[0].done);
    assert!(says(&software.items[2], "no new dependencies"));
    assert!(!kinds(&house).contains(&"code"), "{:?}", kinds(&house));
}

#[test]
fn a_list_in_sentences_is_a_list() {
    let plan = plan(
        "Dear Samir,

Here is what the onboarding pack should contain. A welcome letter signed by the director. A map of the site. A first-week timetable. All documents should carry the new logo.

Kind regards,
Beatrice Holm",
    );

    assert_eq!(
        titles(&plan),
        ["A welcome letter signed by the director", "A map of the site", "A first-week timetable"]
    );
    assert!(plan.items.iter().all(|item| says(item, "new logo")));
}

#[test]
fn a_chinese_enumeration_is_one_item_each_with_its_rules() {
    let plan =
        plan("帮忙准备下周三的客户答谢会。流程、主持稿、座位表都要有。所有文件周一下班前发我，格式：Word。");

    assert_eq!(titles(&plan), ["准备下周三的客户答谢会", "流程", "主持稿", "座位表"]);
    assert!(plan.items.iter().all(|item| says(item, "所有文件周一下班前发我")));
}

#[test]
fn a_remark_with_a_date_is_for_all_and_a_tick_is_done() {
    let plan = plan(
        "校外教學籌備\n※ 11/20 前完成\n一、行前說明單\n二、家長同意書\n三、保險名冊\n✓ 場地已訂好\n備註：文件一律用標楷體。\n",
    );

    assert_eq!(titles(&plan), ["行前說明單", "家長同意書", "保險名冊", "場地已訂好"]);
    assert!(plan.items[3].done && !plan.items[2].done);
    assert!((0..3).all(|at| says(&plan.items[at], "11/20 前完成") && says(&plan.items[at], "標楷體")));
}
