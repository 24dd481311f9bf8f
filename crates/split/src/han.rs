//! Chinese characters: which are common, which are only 繁 or only 简, and a folding of both to one
//! spelling so that each word of the tables stands once. Computed from the standards' own order
//! (Big5 level 1, GB 2312), not from a list of ours.

use std::sync::LazyLock;

use encoding_rs::{BIG5, GBK};

fn pair(encoding: &'static encoding_rs::Encoding, c: char) -> Option<(u8, u8)> {
    let mut buffer = [0; 4];
    let (bytes, _, replaced) = encoding.encode(c.encode_utf8(&mut buffer));
    match *bytes {
        [lead, trail] if !replaced => Some((lead, trail)),
        _ => None,
    }
}

/// In Big5 level 1, the 5,401 characters Taiwan uses most, or its punctuation.
fn in_big5_common(c: char) -> bool {
    pair(BIG5, c).is_some_and(|(lead, _)| (0xa1..=0xc6).contains(&lead))
}

/// In GB 2312, in which `last_lead` 0xd7 ends the 3,755 most used.
fn in_gb2312(c: char, last_lead: u8) -> bool {
    pair(GBK, c).is_some_and(|(lead, trail)| trail >= 0xa1 && (0xa1..=last_lead).contains(&lead))
}

pub(crate) fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}')
}

/// Punctuation and full-width forms of Chinese text.
pub(crate) fn is_wide_mark(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{301f}' | '\u{ff01}'..='\u{ff5e}' | '\u{2014}' | '\u{2018}'..='\u{201d}'
        | '\u{2022}' | '\u{2026}' | '\u{203b}' | '\u{2460}'..='\u{2473}' | '\u{25cb}' | '\u{25cf}' | '\u{25a0}' | '\u{25a1}'
        | '\u{25c6}' | '\u{25c7}' | '\u{b7}' | '\u{d7}' | '\u{2192}' | '\u{2103}')
}

/// A character people often write, of either spelling, or their punctuation.
pub(crate) fn is_common(c: char) -> bool {
    is_wide_mark(c) || (is_han(c) && (in_big5_common(c) || in_gb2312(c, 0xd7)))
}

/// Of Big5 but not of GB 2312.
pub(crate) fn is_only_traditional(c: char) -> bool {
    is_han(c) && pair(BIG5, c).is_some() && !in_gb2312(c, 0xf7)
}

/// Of GB 2312 but not of Big5.
pub(crate) fn is_only_simplified(c: char) -> bool {
    is_han(c) && in_gb2312(c, 0xf7) && pair(BIG5, c).is_none()
}

/// 繁 and 简 of the characters used in this crate's word tables.
const SPELLINGS: &str = "\
後后於于麼么徵征裡里裏里\
寫写報报發发訂订購购請请煩烦幫帮協协議议會会開开電电話话約约談谈訪访問问譯译錄录調调資资蒐搜尋寻彙汇總总匯汇計计試试預预設设編编輯辑潤润飾饰檢检對对審审閱阅覽览\
決决選选擇择準准備备畫画圖图製制規规劃划繪绘簡简週周連连繫系絡络聯联給给傳传遞递繳缴費费買买賣卖刪删佈布線线轉转檔档換换歸归類类單单頁页點点標标註注記记確确認认\
證证據据實实測测驗验現现復复錯错誤误診诊斷断讀读聽听學学習习課课題题擬拟訊讯應应該该務务須须幾几個个鐘钟頭头時时間间從从來来們们這这還还為为與与無无並并員员歲岁\
壓压縮缩補补齊齐團团體体隊队場场價价優优營营業业運运維维續续處处庫库數数儀仪錶表貼贴聲声響响結结論论語语氣气態态參参顧顾環环節节門门長长書书圍围國国際际歷历屬属\
違违責责術术產产權权讓让覺觉觀观監监視视獻献釋释義义衛卫變变構构築筑橋桥樓楼級级絕绝統统經经絲丝網网納纳紙纸細细終终組组綜综緊紧緒绪練练繼继辦办勞劳動动勝胜華华\
葉叶號号衝冲裝装複复親亲許许詞词詢询詳详誰谁誠诚諾诺謝谢識识講讲譜谱護护負负財财貨货貫贯貴贵貸贷賃赁賬账質质贊赞車车軟软載载較较輕轻輛辆輪轮輸输農农達达過过進进\
遠远適适遲迟邊边郵邮鄉乡醫医釐厘針针銀银銷销鋪铺錢钱鍵键鎖锁鏡镜關关閉闭閒闲陣阵陰阴陽阳險险隨随難难雙双雜杂雲云靈灵靜静項项順顺領领頻频額额願愿顯显風风飛飞飯饭\
館馆麗丽黃黄齡龄龍龙債债傷伤僅仅億亿倉仓側侧偵侦偽伪傭佣儲储兩两冊册凍冻劑剂剛刚創创劇剧勵励勢势區区卻却廠厂縣县吳吴嗎吗啟启喪丧喬乔嚴严園园圓圆執执堅坚塊块壞坏\
壯壮壽寿夢梦夾夹奪夺奮奋婦妇媽妈寧宁寬宽寶宝將将專专導导屆届層层島岛師师帶带帳帐幣币幹干廣广廳厅張张強强彈弹彎弯恆恒惡恶愛爱慣惯慮虑憂忧懷怀懶懒戰战戲戏戶户拋抛\
挾挟損损搖摇搶抢撐撑撥拨擔担擠挤擴扩擺摆攝摄敗败敵敌斬斩晝昼暫暂曉晓機机條条東东極极楊杨榮荣樂乐樣样樹树欄栏歡欢殘残殺杀毀毁沒没淚泪淨净減减渾浑湊凑溝沟滅灭滿满\
漁渔漢汉潔洁潛潜濟济濃浓灣湾烏乌煙烟熱热燈灯爐炉爭争爺爷牆墙獎奖獨独獲获畢毕異异當当瘋疯療疗盡尽盤盘眾众睏困碼码禮礼種种稱称積积穩稳窮穷競竞筆笔範范簽签籃篮籌筹\
糧粮裡里裏里麼么併并佔占嚐尝臺台牠它妳你迴回鬆松鬱郁籤签採采捨舍託托滙汇擷撷緻致讚赞瞭了儘尽寵宠攤摊賓宾賽赛頒颁獵猎鑑鉴鑒鉴勸劝僱雇職职曆历隱隐饋馈膠胶滯滞陳陈\
緩缓賠赔誌志說说綱纲聞闻紀纪腳脚頌颂";

/// `text` with known 繁 written 简; every character keeps its length in bytes.
pub(crate) fn fold(text: &str) -> String {
    text.chars().map(fold_char).collect()
}

fn fold_char(c: char) -> char {
    /// The block all spellings lie in, as a table: a brief is folded many times over.
    static TABLE: LazyLock<Vec<char>> = LazyLock::new(|| {
        let mut table: Vec<char> = (FIRST..=LAST).filter_map(char::from_u32).collect();
        let mut chars = SPELLINGS.chars();
        while let (Some(from), Some(to)) = (chars.next(), chars.next()) {
            if let Some(slot) = place(from).and_then(|at| table.get_mut(at)) {
                *slot = to;
            }
        }
        table
    });
    match place(c) {
        Some(at) => TABLE.get(at).copied().unwrap_or(c),
        None => c.to_ascii_lowercase(),
    }
}

const FIRST: u32 = 0x4e00;
const LAST: u32 = 0x9fff;

fn place(c: char) -> Option<usize> {
    let code = u32::from(c);
    (FIRST..=LAST).contains(&code).then(|| usize::try_from(code - FIRST).ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding_writes_both_spellings_alike_and_moves_no_byte() {
        let folded = fold("請寫週報 Report");

        assert_eq!(folded, "请写周报 report");
        assert_eq!(folded.len(), "請寫週報 Report".len());
    }

    #[test]
    fn the_spellings_stand_in_pairs() {
        let chars: Vec<char> = SPELLINGS.chars().collect();

        for pair in chars.chunks(2) {
            let [from, to] = pair else { panic!("{pair:?} is no pair") };
            assert!(!is_only_simplified(*from), "{from} is 简 and stands first");
            assert!(!is_only_traditional(*to), "{to} is 繁 and stands second");
            assert_eq!(from.len_utf8(), to.len_utf8(), "{from} and {to} move the bytes after them");
        }
    }

    #[test]
    fn the_standards_know_who_writes_what() {
        assert!(is_only_traditional('報') && is_only_simplified('报'));
        assert!(!is_only_traditional('的') && !is_only_simplified('的'));
        assert!(is_common('的') && is_common('，') && !is_common('靐'));
    }
}
