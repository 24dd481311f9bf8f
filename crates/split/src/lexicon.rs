//! The verbs of work in three languages: what kind of work they name, what doing them means, and
//! the minutes one ordinary piece of it takes. Chinese stands in the folded spelling (see `han`).

use std::collections::HashMap;
use std::sync::LazyLock;

use halfday_domain::kind::KnownKind::{
    self, Analyse, Calculate, Check, Code, Decide, Design, Edit, Extract, File, Meet, Message, Plan,
    Research, Summarise, Translate, Write,
};

/// What doing it means for who can do it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Act {
    /// It makes or changes something that can be looked at afterwards.
    Make,
    /// The object says what kind it is: create, prepare, 做, 準備.
    MakeAny,
    /// A decision, an approval, a signature.
    Judge,
    /// Somebody has to be there.
    BeThere,
    /// It reaches people outside.
    Send,
    /// It cannot be taken back.
    Irreversible,
    /// No work of its own: it says how the work must be.
    Rule,
}

/// One verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Verb {
    pub kind: KnownKind,
    pub act: Act,
    pub minutes: u32,
    /// Programming where the words are about software, something else everywhere else.
    pub is_technical: bool,
}

type Row = (KnownKind, Act, u32, &'static str);

const ENGLISH: &[Row] = &[
    (
        Write,
        Act::MakeAny,
        45,
        "create prepare develop produce generate make build assemble provide put compile complete deliver construct set come finish finalize finalise formulate establish setup craft conduct perform carry run execute undertake",
    ),
    (
        Write,
        Act::Make,
        45,
        "write draft compose author document outline describe explain detail narrate script blog caption answer fill justify articulate state",
    ),
    (
        Edit,
        Act::Make,
        30,
        "edit revise proofread polish rewrite rephrase reword shorten format tidy clean improve update refine trim adapt adjust correct streamline cut reorganize reorganise restructure redraft redline amend enhance expand stitch simplify modify apply reformat",
    ),
    (
        Summarise,
        Act::Make,
        30,
        "summarise summarize condense recap synthesize synthesise distill distil abstract digest",
    ),
    (Translate, Act::Make, 45, "translate localise localize subtitle"),
    (
        Research,
        Act::Make,
        45,
        "research find search investigate explore source identify gather collect look study read scan survey discover locate benchmark scout determine learn browse obtain retrieve acquire get",
    ),
    (
        Extract,
        Act::Make,
        30,
        "extract pull list transcribe export copy tag label mark highlight categorise categorize classify catalog catalogue itemize itemise record count index capture collate consolidate tabulate log group isolate inventory enter populate map match",
    ),
    (
        Analyse,
        Act::Make,
        60,
        "analyse analyze assess evaluate compare examine interpret diagnose model critique rank score segment breakdown troubleshoot prioritise prioritize rate weigh contrast",
    ),
    (
        Calculate,
        Act::Make,
        45,
        "calculate compute estimate reconcile sum budget forecast quantify project amortize amortise allocate price value tally",
    ),
    (Code, Act::Make, 60, "code debug refactor containerize recompile"),
    (
        Design,
        Act::Make,
        60,
        "design draw sketch illustrate mock mockup layout wireframe film shoot composite stage render animate paint photograph storyboard visualise visualize colour color grade",
    ),
    (
        Plan,
        Act::Make,
        30,
        "plan schedule organise organize arrange coordinate propose recommend define prioritize suggest strategize devise sequence",
    ),
    (
        Message,
        Act::Send,
        10,
        "send email mail reply respond notify inform invite remind forward message text fax dm ping contact ask tell follow circulate advertise reach",
    ),
    (
        Message,
        Act::Send,
        15,
        "submit publish post share announce upload issue launch release broadcast distribute",
    ),
    (
        Check,
        Act::Make,
        20,
        "check verify validate review test audit confirm inspect proof monitor scrutinise scrutinize vet flag recheck track observe watch",
    ),
    (
        Decide,
        Act::Judge,
        15,
        "decide approve choose select pick authorise authorize agree sign judge endorse finalise",
    ),
    (
        Meet,
        Act::BeThere,
        30,
        "meet call interview visit attend present discuss negotiate train host phone talk speak coach mentor facilitate demo rehearse practice practise brief recruit hire chair join assist help introduce",
    ),
    (
        File,
        Act::Make,
        15,
        "download save rename move archive backup print store merge sort scan-in attach sync restore rotate renew log-in login register fill-in convert-to tidy-up clean-up order-files",
    ),
    (
        File,
        Act::Irreversible,
        15,
        "pay transfer buy order book reserve purchase refund delete remove deploy cancel terminate reimburse invoice wipe drop",
    ),
    (
        Write,
        Act::Rule,
        0,
        "include ensure use avoid keep note remember assume consider reference cite follow maintain limit refer utilize utilise adhere emphasize emphasise focus treat leave feel be give show add indicate specify present-as highlight-that address cover contain demonstrate reflect support leverage incorporate mention apply-to",
    ),
];

const CHINESE: &[Row] = &[
    (
        Write,
        Act::MakeAny,
        45,
        "制作 准备 做成 做 产出 弄 完成 建立 建 搞 出 设置 备妥 备齐 补齐 补 新增 生成 提供",
    ),
    (Write, Act::Make, 45, "写 撰写 起草 草拟 拟 编写 重写 写出 写成 撰 填写 填 拟定 命题 出题 说明"),
    (
        Edit,
        Act::Make,
        30,
        "修改 改写 改 润饰 润色 润稿 编辑 更新 调整 修订 修正 精简 砍 改成 改版 整修 重做 优化文字 排版 统整",
    ),
    (Summarise, Act::Make, 30, "整理 汇总 摘要 归纳 总结 统整 汇整 梳理 归成 浓缩"),
    (Translate, Act::Make, 45, "翻译 翻成 翻 译 译成 上字幕 中翻英 英翻中 本地化"),
    (
        Research,
        Act::Make,
        45,
        "研究 查 搜集 收集 搜寻 搜索 找 找出 查找 调查 调研 比价 了解 读 读过 阅读 查询 选题 上网找 盘点 选",
    ),
    (
        Extract,
        Act::Make,
        30,
        "列 列出 标出 提取 摘录 导出 汇出 抓取 抓 抄 挑出 标记 登记 誊 抽出 截取 转录 听打 打逐字稿 标注 统计 记录 录入 分类",
    ),
    (
        Analyse,
        Act::Make,
        60,
        "分析 比较 对比 评估 诊断 排查 重现 复现 检讨 比对 解读 判读 评分 打分 初筛 筛选 筛 预测",
    ),
    (Calculate, Act::Make, 45, "计算 算 试算 估算 加总 对账 核算 结算 换算 编预算 抓预算 合计"),
    (Code, Act::Make, 60, "写程式 写代码 调试 编译 重构 串接"),
    (Design, Act::Make, 60, "设计 画 绘制 绘 剪辑 剪 拍摄 拍 做图 美编 布置 录 录制"),
    (Plan, Act::Make, 30, "规划 安排 排 计划 策划 企划 建议 提案 提出 分配 订出 排程 制定 制订"),
    (
        Message,
        Act::Send,
        10,
        "寄 发 发送 发给 寄给 发到 发信 寄信 回信 回复 通知 邀请 联系 联络 转发 提醒 询问 问 跟进 催 告知 抄送 邀 公告 征求",
    ),
    (
        Message,
        Act::Send,
        15,
        "提交 交 上传 发布 公布 上线 送出 送件 送审 发稿 投稿 刊登 贴 贴文 张贴 申请 报名 上架 呈 缴交",
    ),
    (
        Check,
        Act::Make,
        20,
        "检查 核对 确认 审阅 审 验证 对照 对 校对 检视 测试 查核 复核 验收 看过 过目 核实 巡检 抽查",
    ),
    (
        Decide,
        Act::Judge,
        15,
        "决定 拍板 选定 核准 签 签名 签核 批准 定案 裁示 选择 挑选 挑 签字 签约 用印 盖章 核定 敲定",
    ),
    (
        Meet,
        Act::BeThere,
        30,
        "开会 面试 访谈 打电话 拜访 讨论 谈 会面 主持 出席 参加 接待 洽谈 报告给 演练 面谈 沟通 带 接送 通话 聊 授课 上课",
    ),
    (
        File,
        Act::Make,
        15,
        "合并 转成 归档 备份 打印 列印 命名 存 存档 下载 收 扫描 印 转档 续期 恢复 更换 搬 收拾 打扫 采买 借",
    ),
    (
        File,
        Act::Irreversible,
        15,
        "付款 缴费 刷卡 订房 订票 订购 购买 买 预约 汇款 付 退款 删除 删 取消 部署 转账 下单 订位 订 报销 解约 清空 发薪",
    ),
    (
        Write,
        Act::Rule,
        0,
        "用 注明 附 附上 包含 包括 统一 避免 不要 不用 不必 不得 勿 请勿 注意 标 标明 标示 保留 遵守 参考 依 按照 依照 根据 假设 写在 控制 符合 限 以 语气 格式 字体 字型 使用 禁止 切勿 别 务必附",
    ),
];

/// Verbs that mean programming only where the words are about software: a door is fixed, too.
const TECHNICAL_ENGLISH: &[Row] = &[
    (
        Edit,
        Act::Make,
        45,
        "fix optimize optimise patch stabilise stabilize wire mix master repair reproduce profile stream reduce",
    ),
    (
        File,
        Act::Make,
        30,
        "implement configure migrate automate install integrate upgrade instrument parse compress resize convert redirect containerise seed",
    ),
];

const TECHNICAL_CHINESE: &[Row] = &[
    (Edit, Act::Make, 45, "修复 修掉 修好 修 优化 加上 加入"),
    (File, Act::Make, 30, "开发 打包 装 安装 设定 配置 迁移 压缩 测 跑"),
];

fn table(rows: &'static [Row], technical: &'static [Row]) -> HashMap<&'static str, Verb> {
    let mut words = HashMap::new();
    for (rows, is_technical) in [(rows, false), (technical, true)] {
        for (kind, act, minutes, list) in rows {
            for word in list.split(' ') {
                let verb = Verb { kind: *kind, act: *act, minutes: *minutes, is_technical };
                words.entry(word).or_insert(verb);
            }
        }
    }
    words
}

/// The verb an English word is, in its plain form, as an imperative writes it.
pub(crate) fn english(word: &str) -> Option<Verb> {
    static WORDS: LazyLock<HashMap<&'static str, Verb>> = LazyLock::new(|| table(ENGLISH, TECHNICAL_ENGLISH));
    WORDS.get(word).copied()
}

/// The word as the table has it, with its verb.
pub(crate) fn known_english(word: &str) -> Option<(&'static str, Verb)> {
    let listed = ENGLISH
        .iter()
        .chain(TECHNICAL_ENGLISH)
        .flat_map(|(.., list)| list.split(' '))
        .find(|listed| *listed == word)?;
    english(word).map(|verb| (listed, verb))
}

/// The verb behind `writing`, `planned`, `makes`.
pub(crate) fn english_inflected(word: &str) -> Option<Verb> {
    plain_english(word).and_then(|plain| english(&plain))
}

/// The plain form of a verb: `write` of `writing`.
pub(crate) fn plain_english(word: &str) -> Option<String> {
    if english(word).is_some() {
        return Some(word.to_owned());
    }
    for ending in ["ing", "ed", "es", "s", "d"] {
        let Some(stem) = word.strip_suffix(ending).filter(|stem| stem.len() >= 3) else { continue };
        let doubled = stem.char_indices().next_back().and_then(|(at, _)| stem.get(..at));
        let short = doubled.filter(|short| stem.as_bytes().last() == short.as_bytes().last());
        let forms = [Some(stem.to_owned()), Some(format!("{stem}e")), short.map(str::to_owned)];
        if let Some(plain) = forms.into_iter().flatten().find(|form| english(form).is_some()) {
            return Some(plain);
        }
    }
    None
}

/// The longest Chinese verb `folded` begins with, and its length in bytes.
pub(crate) fn chinese_at_start(folded: &str) -> Option<(Verb, usize)> {
    static WORDS: LazyLock<HashMap<&'static str, Verb>> = LazyLock::new(|| table(CHINESE, TECHNICAL_CHINESE));
    let ends = folded.char_indices().map(|(at, c)| at + c.len_utf8()).take(4);
    ends.filter_map(|end| Some((*WORDS.get(folded.get(..end)?)?, end))).last()
}

/// The first Chinese verb anywhere in `folded` with at least two characters, or any at its start.
pub(crate) fn chinese_within(folded: &str) -> Option<(Verb, usize)> {
    folded.char_indices().filter(|(_, c)| crate::han::is_han(*c)).find_map(|(at, _)| {
        let (verb, length) = chinese_at_start(folded.get(at..)?)?;
        (at == 0 || length > 3).then_some((verb, at))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_words_stand_in_the_folded_spelling() {
        for (.., words) in CHINESE.iter().chain(TECHNICAL_CHINESE) {
            assert_eq!(crate::han::fold(words), *words);
        }
    }

    #[test]
    fn inflected_words_find_their_verb() {
        for word in ["writing", "planned", "creates", "summarizing", "checked", "mapped"] {
            assert!(english_inflected(word).is_some(), "{word}");
        }
        assert_eq!(english_inflected("thing"), None);
    }
}
