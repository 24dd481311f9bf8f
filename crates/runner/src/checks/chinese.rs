//! Chinese: Traditional characters only, and the words of Taiwan.
//!
//! A character is Simplified when it would be converted and is not among the everyday characters
//! of Big5: 后, 里, 台 and 只 are sound Traditional characters that merely also stand for others.

use encoding_rs::BIG5;
use halfday_domain::check::{CheckOutcome, DetailCode};
use zhconv::{Variant, zhconv};

use super::{Texts, fails, listed};
use crate::deliverable::Deliverable;

/// Words of the mainland, in Traditional characters, and what Taiwan says. Only words that are
/// never right in Taiwan, or have `not` beside them where they are.
struct Word {
    mainland: &'static str,
    taiwan: &'static str,
    /// Longer words that hold this one and are right.
    not: &'static [&'static str],
}

const fn word(mainland: &'static str, taiwan: &'static str) -> Word {
    Word { mainland, taiwan, not: &[] }
}

const WORDS: &[Word] = &[
    word("軟件", "軟體"),
    word("硬件", "硬體"),
    word("固件", "韌體"),
    word("信息", "資訊／訊息"),
    word("數據庫", "資料庫"),
    word("互聯網", "網際網路"),
    word("鼠標", "滑鼠"),
    word("屏幕", "螢幕"),
    word("顯示屏", "螢幕"),
    word("觸摸屏", "觸控螢幕"),
    word("截屏", "螢幕截圖"),
    word("打印", "列印"),
    word("複印件", "影本"),
    word("默認值", "預設值"),
    word("默認設置", "預設"),
    word("缺省值", "預設值"),
    word("郵箱", "信箱"),
    word("賬號", "帳號"),
    word("賬戶", "帳戶"),
    word("硬盤", "硬碟"),
    word("U盤", "隨身碟"),
    word("光盤", "光碟"),
    word("源代碼", "原始碼"),
    word("程序員", "程式設計師"),
    word("應用程序", "應用程式"),
    word("小程序", "小程式"),
    word("服務器", "伺服器"),
    word("操作系統", "作業系統"),
    word("人工智能", "人工智慧"),
    word("智能手機", "智慧型手機"),
    word("移動端", "行動裝置"),
    word("鏈接", "連結"),
    word("搜索引擎", "搜尋引擎"),
    word("產品質量", "產品品質"),
    word("服務質量", "服務品質"),
    word("質量管理", "品質管理"),
    word("高質量", "高品質"),
    word("反饋", "回饋"),
    word("公交車", "公車"),
    word("方便麵", "泡麵"),
    word("西紅柿", "番茄"),
    word("等離子", "電漿"),
    word("晶體管", "電晶體"),
    word("集成電路", "積體電路"),
    word("芯片", "晶片"),
    word("性價比", "CP 值"),
    word("創可貼", "OK 繃"),
    word("圓珠筆", "原子筆"),
    word("冰激凌", "冰淇淋"),
    word("三文魚", "鮭魚"),
    word("新西蘭", "紐西蘭"),
    word("意大利", "義大利"),
    word("悉尼", "雪梨"),
    word("沙特阿拉伯", "沙烏地阿拉伯"),
    word("幻燈片", "投影片"),
    word("演示文稿", "簡報"),
    word("電子表格", "試算表"),
    word("充電寶", "行動電源"),
    word("保質期", "保存期限"),
    word("衛生間", "洗手間"),
    word("寬帶", "寬頻"),
    word("局域網", "區域網路"),
    word("調制解調器", "數據機"),
    word("二維碼", "QR Code"),
    word("雲計算", "雲端運算"),
    word("存儲", "儲存"),
    word("粘貼", "貼上"),
    word("剪切板", "剪貼簿"),
    word("剪貼板", "剪貼簿"),
    word("插件", "外掛程式"),
    word("項目經理", "專案經理"),
    word("應用場景", "使用情境"),
    Word { mainland: "網絡", taiwan: "網路", not: &["人際網絡", "社會網絡"] },
    Word { mainland: "視頻", taiwan: "影片／視訊", not: &["電視頻", "影視頻", "收視頻"] },
    Word { mainland: "短信", taiwan: "簡訊", not: &["簡短信", "長短信"] },
    Word {
        mainland: "文檔",
        taiwan: "文件",
        not: &["文檔案", "文檔名", "中文檔", "英文檔", "公文檔", "文檔期"],
    },
    Word { mainland: "字符", taiwan: "字元", not: &["字符號"] },
    Word {
        mainland: "編程", taiwan: "程式設計", not: &["編程度", "編程式", "編程序", "改編程"]
    },
    Word { mainland: "激光", taiwan: "雷射", not: &["刺激光"] },
    Word { mainland: "納米", taiwan: "奈米", not: &["納米比亞"] },
    Word { mainland: "出租車", taiwan: "計程車", not: &["出租車位", "出租車庫"] },
    Word { mainland: "博客", taiwan: "部落格", not: &["賭博客"] },
    Word { mainland: "帶寬", taiwan: "頻寬", not: &["帶寬鬆", "帶寬度"] },
];

fn is_simplified(c: char) -> bool {
    if u32::from(c) < 0x3400 {
        return false;
    }
    let mut buffer = [0; 4];
    let alone: &str = c.encode_utf8(&mut buffer);
    let (big5, _, is_lost) = BIG5.encode(alone);
    let is_everyday = !is_lost && matches!(big5.first(), Some(0xa4..=0xc6));
    !is_everyday && zhconv(alone, Variant::ZhHant) != alone && zhconv(alone, Variant::ZhHans) == alone
}

/// Simplified characters in `text`, each once.
fn simplified(text: &str) -> Vec<String> {
    let mut found: Vec<String> = vec![];
    for c in text.chars().filter(|c| is_simplified(*c)) {
        let c = c.to_string();
        if !found.contains(&c) {
            found.push(c);
        }
    }
    found
}

pub(super) fn traditional(deliverables: &[Deliverable]) -> CheckOutcome {
    let texts = match Texts::of(deliverables) {
        Ok(texts) => texts,
        Err(outcome) => return outcome,
    };
    let found: Vec<String> = texts.all().flat_map(|(_, text)| simplified(text)).collect();
    if found.is_empty() {
        return texts.or_unreadable(CheckOutcome::holds());
    }
    fails(DetailCode::SimplifiedFound, &[("names", &listed(&found))])
}

/// Mainland words in `text`, each with what Taiwan says.
fn mainland_words(text: &str) -> Vec<String> {
    let says = |word: &&Word| {
        text.match_indices(word.mainland).any(|(at, _)| {
            !word.not.iter().any(|longer| {
                longer.match_indices(word.mainland).any(|(within, _)| {
                    let start = at.checked_sub(within);
                    start.and_then(|start| text.get(start..)).is_some_and(|t| t.starts_with(longer))
                })
            })
        })
    };
    let shown = |word: &Word| format!("{}→{}", word.mainland, word.taiwan);
    WORDS.iter().filter(says).map(shown).collect()
}

pub(super) fn taiwan(deliverables: &[Deliverable]) -> CheckOutcome {
    let traditional = traditional(deliverables);
    if traditional.detail.as_ref().is_some_and(|detail| detail.code == DetailCode::SimplifiedFound) {
        return traditional;
    }
    let texts = match Texts::of(deliverables) {
        Ok(texts) => texts,
        Err(outcome) => return outcome,
    };
    let found: Vec<String> = texts.all().flat_map(|(_, text)| mainland_words(text)).collect();
    if found.is_empty() {
        return traditional;
    }
    fails(DetailCode::MainlandWords, &[("names", &listed(&found))])
}
