#!/usr/bin/env bash
# Plays a whole job in the terminal: from a pasted mail to the weekly report, in an empty data folder that is thrown
# away afterwards. Called by ./run --cli and by ./test.
#
#   HALFDAY_BIN=target/debug/halfday scripts/terminal-job.sh en|zh-Hant|zh-Hans
#
# A script has no chat to ask, so a prepared answer from examples/ is pasted in its place, and it says so.
set -euo pipefail
cd "$(dirname "$0")/.."

program=${HALFDAY_BIN:?"build it first: cargo build -p halfday"}
language=${1:?"which language? en, zh-Hant or zh-Hans"}

# Which two items are handed over, and what the person says to the second of them.
case $language in
    en) first=2 second=5 ;;
    zh-Hant | zh-Hans) first=1 second=3 ;;
    *) echo "there is an example in en, zh-Hant and zh-Hans, none in '$language'" >&2 && exit 2 ;;
esac

say() {
    case $language in
        en) printf '\n# %s\n' "$1" ;;
        zh-Hant) printf '\n# %s\n' "$2" ;;
        zh-Hans) printf '\n# %s\n' "$3" ;;
    esac
}

scratch=$(mktemp -d "${TMPDIR:-/tmp}/halfday-job.XXXXXX")
trap 'rm -rf "$scratch"' EXIT
export HALFDAY_DATA=$scratch/data
mkdir "$scratch/work" "$scratch/report"

# Prints the command as a person would type it, then runs it.
halfday() {
    printf '$ halfday'
    printf ' %s' "$@"
    printf '\n'
    "$program" --lang "$language" "$@"
}

say "A mail becomes a job with a checklist. Data folder: $HALFDAY_DATA" \
    "一封信變成一件工作和一張清單。資料夾：$HALFDAY_DATA" \
    "一封邮件变成一件工作和一张清单。数据文件夹：$HALFDAY_DATA"
halfday new "examples/$language/brief.md" --workspace "$scratch/work"
halfday board 1

say "Two items go to AI. No AI is connected here, so they go by the clipboard: a brief for any chat." \
    "兩個項目交給 AI。這裡沒有連接 AI，所以走剪貼簿：一份可以貼到任何聊天的說明。" \
    "两个事项交给 AI。这里没有连接 AI，所以走剪贴板：一份可以贴到任何聊天的说明。"
halfday give "1.$first" "1.$second" --to ai
halfday copy "1.$first" "1.$second" | tee "$scratch/brief.txt"

say "No chat is asked: what comes back now is a prepared answer from examples/$language/." \
    "這裡沒有真的去問聊天：下面貼回來的是 examples/$language/ 裡事先寫好的答案。" \
    "这里没有真的去问聊天：下面贴回来的是 examples/$language/ 里事先写好的答案。"
# Each item's answer begins with the line its brief asked for.
grep -oE 'halfday:[0-9A-HJKMNP-TV-Z]{8}' "$scratch/brief.txt" | awk '!seen[$0]++' >"$scratch/marks"
if [ "$(wc -l <"$scratch/marks")" -ne 2 ]; then
    echo "the brief should ask for two different 'halfday:' lines, one for each item; it asks for:" >&2
    cat "$scratch/marks" >&2
    exit 1
fi
{
    sed -n '1p' "$scratch/marks" && echo && cat "examples/$language/answer-$first.md" && echo
    sed -n '2p' "$scratch/marks" && echo && cat "examples/$language/answer-$second.md"
} >"$scratch/answer.md"
halfday paste "$scratch/answer.md" --rounds 1
halfday review

say "The first is right as it came; the second took six minutes of the person's time. Only the person can say so." \
    "第一份直接通過；第二份自己改了六分鐘。這只有本人能說。" \
    "第一份直接通过；第二份自己改了六分钟。这只有本人能说。"
halfday review "1.$first" accept
halfday review "1.$second" rework --minutes 6
ls -l "$scratch/work"

say "The person finishes one item, and says of the rest that it is done too." \
    "自己做完一項，其餘的也都做完了，於是結案。" \
    "自己做完一项，其余的也都做完了，于是结案。"
halfday 'done' 1.6 --minutes 20
halfday close 1 --rest did
halfday result 1

say "The week on one page." "這一週，一頁。" "这一周，一页。"
halfday report --week "$(date +%G-W%V)" --format md,html --out "$scratch/report"
cat "$scratch/report/"*.md

# The page outlives the scratch folder, so that it can be opened.
page=$(ls "$scratch/report/"*.html)
kept=${TMPDIR:-/tmp}/$(basename "$page")
cp "$page" "$kept"
say "The same page for a browser: $kept" "同一頁，給瀏覽器看：$kept" "同一页，给浏览器看：$kept"
