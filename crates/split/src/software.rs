//! Whether words are about software. Only then does fixing, installing or adding mean programming.

use std::collections::BTreeSet;

use regex::Match;

use crate::han;
use crate::pattern::Pattern;

static WORDS: Pattern = Pattern::new(
    r"\b(?:bugs?|codebase|source code|repo(?:sitory)?|commits?|git(?:hub|lab)?|pull requests?|api|endpoints?|back-?end|front-?end|servers?|sql|postgres\w*|mysql|sqlite|(?:unit|regression|load) tests?|test suite|docker\w*|kubernetes|terraform|lambda|serverless|python|javascript|typescript|rust|node\.?js|react|vue|flask|django|css|html|csv export|json|yaml|compilers?|crash(?:es)?|login bug|stack trace|refactor\w*|deploy\w*|firmware|webhooks?|cron|changelog(?:\.md)?|app store|xcode|sdk|latency|lcp|dependencies|queries)\b|程式|程序|代码|脚本|服务器|伺服器|资料库|数据库|接口|前端|后端|测试机|测试库|慢查询|编译|部署|乱码|报错|闪退|版本库|失败的测试",
);

/// Whether `folded`, the words of one item, are about software.
pub(crate) fn is_in(folded: &str) -> bool {
    WORDS.is_in(folded)
}

/// Whether a whole brief is: one word in passing does not make it so.
pub(crate) fn is_about(text: &str) -> bool {
    const MOST_BYTES_READ: usize = 60_000;
    let end = (0..=text.len().min(MOST_BYTES_READ)).rev().find(|end| text.is_char_boundary(*end));
    let folded = han::fold(&text.get(..end.unwrap_or(0)).unwrap_or_default().to_lowercase());
    WORDS.find_all(&folded).iter().map(Match::as_str).collect::<BTreeSet<_>>().len() >= 3
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_word_in_passing_makes_no_software_job() {
        assert!(is_about("The endpoint times out. Flask and Postgres, see the repo."));
        assert!(!is_about("Mix the bass, export the track and put it on the server."));
    }
}
