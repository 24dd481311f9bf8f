//! What a person reads, as it stands on the screen.

use insta::assert_snapshot;

use crate::world::{Outcome, World, brief};

#[test]
fn a_draft_reads_in_traditional_chinese() -> Outcome {
    let world = World::speaking("zh-Hant")?;

    assert_snapshot!(world.ok(&["split", &brief("zh-Hant")])?.out, @"
    週四住戶大會的資料，週三中午前要好
    7 個項目，2 小時 40 分鐘

    1  把 32 封住戶來信按抱怨的事情分類，每一類算出幾封
       40 分鐘 · AI：做出來的東西可以檢查
    2  用白話寫一頁：維修計畫做什麼、每一棟什麼時候開始
       45 分鐘 · 都可以：內容沒有說該由誰做
    3  計算兩家報價平均每戶多少錢，總共 48 戶
       20 分鐘 · AI：做出來的東西可以檢查
    4  寫公佈欄的開會通知，80 字以內
       15 分鐘 · AI：做出來的東西可以檢查
    5  決定要推薦哪一家，我跟主委討論
       20 分鐘 · 我：這要由你決定
    6  打電話跟管理員借禮堂鑰匙
       10 分鐘 · 我：這要你本人到場
    7  週三中午前把資料寄給全體住戶
       10 分鐘 · 我：會送到外面，或做了就收不回來

    「≈」是程式猜的。現在還沒有存下任何東西；用 halfday new 建立工作。
    ");
    Ok(())
}

#[test]
fn what_happened_names_the_item_it_happened_to() -> Outcome {
    let world = World::new()?;
    world.new_job()?;
    world.ok(&["drop", "1.3"])?;

    assert_snapshot!(world.ok(&["activity"])?.out, @r"
    2026-11-16 09:00  1.3  Dropped
    2026-11-16 09:00  1    Job created
    ");
    Ok(())
}
