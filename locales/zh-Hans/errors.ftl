### 没做成的事，用一句话说；接下来可以怎么做。键名：error-代码、hint-代码。

error-request-unreadable = 看不懂 { $command } 的请求
hint-request-unreadable = 发出请求的程序版本不同，请更新它
error-view-unwritable = 写不出 { $command } 的结果
hint-view-unwritable = 请再试一次；如果又发生，用 `halfday verify` 检查数据
error-command-unknown = 没有 { $command } 这个命令
hint-command-unknown = `halfday --help` 列出所有命令
error-data-folder-missing = 找不到这位用户可以存放数据的文件夹
hint-data-folder-missing = 请指定一个：`halfday --data 文件夹 …`，或设置 HALFDAY_DATA

error-input-unreadable = 读不到文件 { $path }
hint-input-unreadable = 请确认文件在那里，并且你有权限读取
error-input-empty = 里面没有任何文字
hint-input-empty = 请给一个写着工作内容的文件，或用 `-` 从标准输入给文字
error-input-blank = 里面只有空白
hint-input-blank = 请给一个写着工作内容的文件，或用 `-` 从标准输入给文字
error-input-binary = 这不是文本文件
hint-input-binary = 请先另存为纯文本或 Markdown，再给那个文件
error-input-document-damaged = 这份文档不完整或前后矛盾，读不出来
hint-input-document-damaged = 请用写它的程序打开后重新保存，或复制里面的文字
error-input-document-locked = 这份文档受到保护，可能需要密码
hint-input-document-locked = 请打开它，复制描述工作的那一段，再粘贴过来
error-input-document-old-office = 这是 2007 年以前的 Office 文件
hint-input-document-old-office = 请另存为 docx、xlsx 或 pptx，或复制里面的文字
error-input-document-no-text = 这份 PDF 只有图片，没有文字
hint-input-document-no-text = 请用自己的话写下要做的事
error-input-too-large = 文字超过 8 MB
hint-input-too-large = 只留下描述这件工作的部分；其余可以当附件放在旁边
error-input-not-a-plan = 这份回答还不是清单：{ $faults }
hint-input-not-a-plan = 把这几点贴回去请它改，或去掉 `--answer`，由程序自己拆
error-no-agent-to-split = 目前没有可以从这里直接请来拆清单的 AI
hint-no-agent-to-split = halfday agents find 可以看有哪些；用聊天的话：先 halfday split --ask，再 --answer
error-splitting-under-way = 已经有一个叫 { $name } 的清单正在等回答
hint-splitting-under-way = 等它回答，或先停止它
error-splitting-stopped = 已停止；{ $agent } 没有拆出清单
hint-splitting-stopped = 什么都没有保存
error-input-encoding-unsure = 无法确定文字用的是哪种编码
hint-input-encoding-unsure = 请指定：`--encoding big5`、`--encoding gb18030` 或 `--encoding utf-16le`；或把文件另存为 UTF-8
error-input-encoding-unknown = 没有这个名称的编码
hint-input-encoding-unknown = 可用 utf-8、big5、gb18030、utf-16le、windows-1252，以及网页常用的其他名称
error-input-encoding-mismatch = 文字不是这种编码
hint-input-encoding-mismatch = 去掉 `--encoding` 让程序自己判断，或把文件另存为 UTF-8

error-file-unwritable = 写不进文件 { $path }
hint-file-unwritable = 请确认文件夹在那里，并且你有权限写入
error-deliverable-unkept = 交回来的东西存不下来
hint-deliverable-unkept = 请看看磁盘空间，再粘贴一次；其他都没有变动
error-publish-failed = 文件放不进你的文件夹
hint-publish-failed = 请确认文件夹在那里并且可以写入，再通过一次；你的文件保持原样
error-publish-conflict = 这些文件在你的文件夹里已经改过：{ $files }
hint-publish-conflict = 什么都没有写入；请先移开或合并你的版本，再 `halfday review 事项 accept` 或 `… rework --with 文件`
error-randomness-missing = 系统没有给出随机数
hint-randomness-missing = 请重启电脑后再试

error-reference-unclear = “{ $text }”不是工作也不是事项
hint-reference-unclear = 工作写成 12，事项写成 12.3，子事项写成 12.3.1；`halfday jobs` 列出所有工作
error-job-not-found = 没有工作 { $job }
hint-job-not-found = `halfday jobs` 列出所有工作
error-item-not-found = 没有事项 { $item }
hint-item-not-found = `halfday board 工作` 列出那件工作的事项
error-agent-not-found = 这里没有叫 { $agent } 的 AI
hint-agent-not-found = `--to ai` 会走剪贴板，贴到任何聊天都可以
error-reason-unknown = “{ $reason }”不在原因清单里
hint-reason-unknown = 可用 wrong_facts、invented、wrong_format、incomplete、off_brief、needs_my_judgement、tool_trouble、other
error-interval-kind-unknown = “{ $kind }”不是一种时间
hint-interval-kind-unknown = 可用 work、brief、review、rework
error-language-unknown = 交办不会说“{ $language }”
hint-language-unknown = en、zh-Hant 或 zh-Hans
error-name-not-veiled = 你给遮名的名单里没有“{ $name }”
hint-name-not-veiled = `halfday settings` 列出整份名单
error-week-unknown = “{ $week }”不是一个星期
hint-week-unknown = 星期写成 2026-W47 这样
error-week-not-over = { $week } 这个星期还没过完
hint-week-not-over = 报告会在下个星期一制作；在那之前可以先看
error-felt-unknown = “{ $felt }”不是“AI 省下多少”的答案
hint-felt-unknown = 可用 lost、nothing、half_hour、hour、two_hours
error-grouping-unknown = 不能按“{ $by }”分组
hint-grouping-unknown = 可用 kind、agent、family、length、week
error-minutes-out-of-range = { $minutes } 分钟超出范围
hint-minutes-out-of-range = 一个事项是 1 到 480 分钟；更长的请拆开
error-share-out-of-range = { $share } 不是一个比例
hint-share-out-of-range = 请给 0% 到 100%：`halfday guess 工作 40%`
error-title-empty = 缺少标题
hint-title-empty = 请给一个：`--title "…"`
error-different-jobs = 这些事项属于不同的工作
hint-different-jobs = 请一次处理一件工作
error-nothing-named = 没有指明是哪个事项
hint-nothing-named = `halfday board 工作` 看得到每个事项的编号
error-dependency-cycle = 事项 { $item } 会变成在等自己
hint-dependency-cycle = `halfday show 事项` 看谁在等谁；用 `halfday edit 事项 --after …` 去掉其中一个

error-not-allowed = { $status ->
    [open] 现在不行：事项 { $item } 还在待办
    [queued] 现在不行：事项 { $item } 正在排队给 AI
    [working] 现在不行：事项 { $item } 正在进行
    [waiting] 现在不行：事项 { $item } 正在等你
    [in_review] 现在不行：事项 { $item } 正等你审阅
    [done] 现在不行：事项 { $item } 已经完成
    [blocked] 现在不行：事项 { $item } 卡住了
    [dropped] 现在不行：事项 { $item } 已经不做了
   *[other] 现在不行：事项 { $item } 是“{ $status }”
}
hint-not-allowed = { $status ->
    [open] 用 `halfday give { $item } --to ai` 交出去，或用 `halfday done { $item }` 标为完成
    [queued] 用 `halfday copy { $item }` 复制说明，或用 `halfday give { $item } --to me` 收回
    [waiting] `halfday paste`、`halfday nogood { $item } --reason …` 或 `halfday neversent { $item }`
    [in_review] 请先审阅：`halfday review { $item }`
    [done] 自己做的可以用 `halfday reopen { $item }` 重新打开；`halfday undo` 可以收回上一步
    [dropped] `halfday restore-item { $item }` 可以拿回来
   *[other] `halfday show { $item }` 看它现在的情况
}
error-covered = 事项 { $item } 和其他事项一起交办了，整份是 { $by }
hint-covered = 请改对 { $by } 操作，或先收回：`halfday give { $by } --to me`
error-estimate-frozen = 事项 { $item } 交出去之后，分钟数就固定了
hint-estimate-frozen = 要改请先收回：`halfday give { $item } --to me`
error-say-if-looked = 事项 { $item } 交回来的东西还没有审阅
hint-say-if-looked = 请说明是哪一种：`--because rejected`（不能用）或 `--because not-looked-at`（没看）；或先审阅：`halfday review { $item }`
error-say-what-became = 事项 { $item } 的说明已经复制出去，还没说答案怎么样
hint-say-what-became = 请说明结果：`halfday paste`、`halfday nogood { $item } --reason …` 或 `halfday neversent { $item }`；不想说就加上 `--because unsaid`
error-accepted-from-ai = 事项 { $item } 是 AI 做的，已经通过
hint-accepted-from-ai = 后来发现有误：`halfday wrong { $item } --reason …`；刚审阅完：`halfday undo` 可以收回
error-job-open = 工作 { $job } 本来就没有结案
hint-job-open = `halfday board { $job }` 可以看到它
error-job-closed = 工作 { $job } 已经结案
hint-job-closed = `halfday reopen { $job }` 可以重新打开
error-job-not-closed = 工作 { $job } 还没结案
hint-job-not-closed = 请先结案：`halfday close { $job }`
error-items-under-way = 还在进行中：{ $items }
hint-items-under-way = 等审阅的请到 `halfday review`，其余请收回：`halfday give 事项 --to me`
error-items-open = 还没做完：{ $items }
hint-items-open = 请说明怎么处理：`--rest did`（自己做了）、`--rest drop`（不用做了）或 `--rest later`（以后再说）
error-list-empty = 清单里没有事项
hint-list-empty = 至少加一个事项，再用这份清单
error-template-not-found = 没有叫“{ $name }”的模板
hint-template-not-found = `halfday template list` 会列出现有的模板
error-template-name-taken = 已经有一个叫“{ $name }”的模板
hint-template-name-taken = 换个名字，或先删掉旧的
error-days-out-of-range = { $days } 天太远了
hint-days-out-of-range = 请选十年以内的日子
error-job-unsaid = 没有说是哪一件工作
hint-job-unsaid = 用加号写出工作编号，例如 +12
error-attempt-not-found = 事项 { $item } 没有第 { $number } 次尝试
hint-attempt-not-found = `halfday show { $item }` 会列出它的尝试
error-deliverable-not-found = 这次尝试里没有 { $path } 这个文件
hint-deliverable-not-found = 请重新看一次这个事项，之后可能又试过一次
error-nothing-to-divide = 事项 { $item } 没有可以拆开的部分
hint-nothing-to-divide = 有子事项的才能拆开；`halfday show { $item }` 看它有什么，也可以用 `halfday add` 自己添加事项
error-never-accepted = 事项 { $item } 没有通过的成果
hint-never-accepted = `halfday show { $item }` 列出试过的每一次

error-input-answer-empty = 粘贴的内容里没有答案
hint-input-answer-empty = 请把聊天的回答整份复制，包括 halfday: 那一行；如果不能用：`halfday nogood 事项 --reason …`
error-input-answer-unmarked = 看不出这是哪个事项的答案
hint-input-answer-unmarked = 请连第一行（halfday:…）一起复制；或指明事项：`halfday paste 事项 --anyway`
error-input-answer-old = 这是事项 { $item } 较早一次尝试的答案
hint-input-answer-old = 请用 `halfday copy { $item }` 复制最新的说明，再粘贴对应的答案
error-input-answer-foreign = { $line } 不属于这个数据文件夹里的任何一份说明
hint-input-answer-foreign = 是在另一台电脑，或用别的 `--data` 复制的吗？请粘贴到那边
error-input-answer-is-brief = 这是说明本身，不是答案
hint-input-answer-is-brief = 请把说明贴到聊天里，再把聊天的回答复制过来
error-not-waiting-for-paste = 事项 { $item } 没有在等答案
hint-not-waiting-for-paste = 请先复制说明：`halfday copy { $item }`
error-input-files-without-item = 看不出这些文件属于哪个事项
hint-input-files-without-item = 请指明：`halfday paste 事项 文件…`
error-input-file-name-refused = 不能收下文件名 { $path }
hint-input-file-name-refused = 请给一个放在文件夹里的普通文件名，不要有“..”，开头不要是点或斜杠
error-rework-without-minutes = 缺少你自己改了几分钟
hint-rework-without-minutes = `halfday review 事项 rework --minutes N`；0 也可以

error-input-history-row = 记录的第 { $line } 行不能用（{ $problem }）
hint-input-history-row = 什么都没有导入；改好那一行再试，也可以先加 `--dry-run`

error-deletion-unconfirmed = 什么都没有删除：要删除全部，请输入“{ $word }”
hint-deletion-unconfirmed = 除了备份，没有其他办法恢复
error-nothing-to-undo = 没有可以撤销的步骤
hint-nothing-to-undo = `halfday activity` 看做过什么
error-nothing-to-redo = 没有可以重做的步骤
hint-nothing-to-redo = 只有刚用 `halfday undo` 撤销、之后没再做别的，才能重做
error-undo-refused = 已经不能撤销：后面的工作建立在它上面（{ $what }）
hint-undo-refused = `halfday activity` 看后来做了什么
error-no-timer = 没有计时器在跑
hint-no-timer = `halfday timer start 事项` 开始计时

error-disk-full = 磁盘满了
hint-disk-full = 请清出一些空间再试；没有东西丢失
error-folder-not-writable = 数据文件夹不能写入
hint-folder-not-writable = 请看看文件夹属于谁，或指定别的：`halfday --data 文件夹 …`
error-database-failed = 数据库没能完成
hint-database-failed = 请再试一次；如果又发生，用 `halfday verify` 检查有没有损坏
error-database-busy = 另一个程序占用数据库太久
hint-database-busy = 请稍后再试
error-database-damaged = 数据库损坏了
hint-database-damaged = 什么都没有改动；用 `halfday restore 文件` 恢复备份
error-database-foreign = 数据文件夹里的文件属于别的程序
hint-database-foreign = 请指定别的文件夹：`halfday --data 文件夹 …`
error-database-newer = 数据是较新版本的交办写的
hint-database-newer = 请安装较新的版本；这一版不会动它
error-database-in-use = 另一个交办正开着这份数据
hint-database-in-use = 请关掉窗口和其他终端再试
error-changed-meanwhile = 刚才有人改过了
hint-changed-meanwhile = 请再看一次，再试一次
error-not-found = 已经不在了
hint-not-found = `halfday jobs` 和 `halfday board 工作` 看现在有什么
error-empty-replaces-full = 要换进来的是空的，现有的不是
hint-empty-replaces-full = 请选另一份备份；什么都没有改动

error-worker-unstartable = 无法让 AI 开始做
hint-worker-unstartable = 请关掉其他程序再试一次
error-agent-name-taken = 已经有叫 { $agent } 的 AI
hint-agent-name-taken = 请换个名字；AI 添加之后就不会再变
error-agent-name-refused = “{ $agent }”不能当 AI 的名字
hint-agent-name-refused = 一个词，最多 40 个字，不能用 me、ai、clipboard
error-agent-unusable = 这样无法添加 AI：{ $why }
hint-agent-unusable = 需要什么，请看 `halfday agents add --help`
error-agent-needs-network = 这个 AI 是一个程序，会连上网络：连到它的 AI，也连得到网络上的其他地方
hint-agent-needs-network = 同意的话，请加上 --network；你的文件它只碰得到自己的副本
error-agent-in-use = { $agent } 手上还有事项
hint-agent-in-use = 请先完成、改交给别人，或收回
error-no-sandbox = 这台电脑没有沙箱可以关住命令，所以不能运行命令
hint-no-sandbox = 请安装 bubblewrap（程序 bwrap）后再试
error-key-name-refused = 这不能当密钥的名称
hint-key-name-refused = 最多 24 个英文字母、数字或 _；密钥本身之后才会问
error-input-key-refused = 这不可能是密钥
hint-input-key-refused = 密钥是一行 8 到 1,024 个看得见的字符，中间没有空格
error-key-unknown = 没有叫 { $key } 的密钥
hint-key-unknown = 有哪些密钥，请看 `halfday key list`
error-key-of-environment = 这个密钥来自环境变量 { $variable }，程序改不了它
hint-key-of-environment = 请到设置它的地方去掉，再重新启动程序
error-keychain-unreachable = 无法使用系统的钥匙串：{ $why }
hint-keychain-unreachable = 请解锁后再试一次，或在启动程序时设置 { $variable }；密钥绝不会写进文件
error-no-shadow-by = 剪贴板无法和你同时做
hint-no-shadow-by = 请指定 AI：`halfday shadow ITEM --to AGENT`
error-not-under-way = AI 现在没有在做事项 { $item }
hint-not-under-way = 还在排队的，用 `halfday give { $item } --to me` 收回
error-nothing-asked = 事项 { $item } 没有等你回答的问题
hint-nothing-asked = `halfday attempts { $item }` 可以看试过什么
error-answer-unclear = “{ $text }”不是事项 { $item } 可以用的回答
hint-answer-unclear = go-on 或 stop；问可不可以的，用 once、always 或 no
error-still-stopping = 已要求事项 { $item } 停止，但还没结束
hint-still-stopping = 请稍后再看：`halfday show { $item }`

# 接在另一句话后面：动手做时出了什么事。
runner-read = 有文件读不到
runner-write = 有文件写不进去
runner-not_a_hash = 文件的记录看不懂
runner-object_missing = 文件的内容已经不在存放区
runner-object_damaged = 存放的文件内容已损坏
runner-path_refused = 有文件的名称不允许
runner-conflict = 文件夹里的文件在这期间有变动
runner-not_a_publication = 放进文件夹的记录名称看不懂
runner-already_publishing = 这些文件已经在放进文件夹了
runner-journal = 放进文件夹的日志看不懂
runner-half_way = 文件放进文件夹时停在一半；下次启动会接着做
runner-web_client = 这里没办法查看网页
runner-start = 有程序没能启动
runner-wait = 等不到程序结束
runner-does_not_end = 程序已强制结束，却还在
runner-disk_full = 磁盘满了
runner-too_large = 文件太多，超过可以复制的上限
runner-too_long = 有文件太大
runner-workspace_missing = 文件夹不见了
runner-input_missing = 要用的文件不见了
runner-unsteady = 有文件一直在变动
runner-stopped = 已停止
runner-not_a_name = 文件夹不能叫这个名称
runner-already_staged = 它的文件已经有一份副本
runner-not_staged = 它的文件没有副本
runner-in_use = 它的文件副本正在使用中
runner-no_checkpoint = 没有这个存档点
runner-no_sandbox = 这台电脑上没有挡得住的围栏，所以不会启动程序
runner-scope_refused = 会让程序碰到电脑上太多东西
