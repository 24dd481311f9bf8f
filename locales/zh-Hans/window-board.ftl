### The board and its rows, only in the window.

window-board-open = 打开
window-board-keep = 自己做
window-board-copy-brief = 复制说明
window-board-copy-briefs = { $count ->
    [1] 复制说明
   *[other] 复制 { $count } 份说明
}
window-board-as-one = 合在一起交办
window-board-merge = 合并
window-board-divide = 拆开
window-board-edit = 编辑
window-board-drop = 不做了
window-board-restore = 还原
window-board-restore-item = 还原：{ $title }
window-board-done = 完成
window-board-done-item = 完成：{ $title }
window-board-more = 更多
window-board-more-item = 更多操作：{ $title }
window-board-more-job = 这件工作的更多操作
window-board-move-up = 上移
window-board-move-down = 下移
window-board-move-top = 移到最上面
window-board-timer-start = 开始计时
window-board-timer-stop = 停止计时
window-board-save = 保存
window-board-clear = 取消选择
window-board-selected = 已选 { $count } 项
window-board-drag = { $count ->
    [1] { $title }
   *[other] { $count } × { $title }
}

window-board-moved = { $count ->
    [1] 已移动：{ $title }
   *[other] 已移动 { $count } 项
}
window-board-told-dropped = { $count ->
    [1] 不做了：{ $title }
   *[other] { $count } 项不做了
}
window-board-restored = 已还原：{ $title }
window-board-merged = { $count } 项已合并成一项：{ $title }
window-board-divided = 已拆开：{ $title }
window-board-finished = 已完成：{ $title }
window-board-reopened = 重新打开：{ $title }
window-board-edited = 已修改：{ $title }
window-board-added = 已添加 { $count } 项
window-board-handed-over-as-one = 已把 { $count } 项合在一起交给 AI
window-board-handed-over-job = 整件工作已交给 AI
window-board-timer-started = 开始计时：{ $title }
window-board-timer-stopped = 停止计时：{ $title }
window-board-news = { $status }：{ $title }

window-board-done-count = 已完成 { $count } 项
window-board-add = 添加事项
window-board-add-hint = 添加事项，或粘贴几行
window-quick-add-how = 一行一项：标题 #类型 +工作 @me 或 @ai 30m。按 Enter 添加，按 Shift+Enter 换行。
window-board-filter = 筛选
window-board-filter-shown = { $all } 项中的 { $shown } 项
window-board-filter-none = 这里没有符合筛选的事项。
window-board-panel = 事项
window-board-scope-bundle = 合在一起交办
window-board-scope-job = 整件交办

window-board-edit-item = 编辑：{ $title }
window-board-edit-title = 标题
window-board-minutes = 自己做要几分钟
window-board-minutes-other = 其他分钟数
window-board-frozen = { $estimate }，{ $when } 交办时定下。
window-board-frozen-unsaid = 没有预估，{ $when } 交办时就定下了。

window-board-felt-title = 完成：{ $title }
window-board-felt-question = 预估 { $estimate }。跟你想的差不多久吗？
window-board-felt-shorter = 更短
window-board-felt-as-thought = 差不多
window-board-felt-longer = 更久
window-board-felt-skip = 不回答

window-board-wait-for = 要等哪些事项…
window-board-wait-title = 要先完成哪些，才能做：{ $title }
window-board-wait-nothing = 这件工作没有其他未完成的事项。


window-board-whole-job = 整件交办
window-board-whole-job-hint = 把整件工作当成一项交给 AI，清单就是验收条件
window-board-whole-job-title = 把未开始的 { $count } 项整件交办吗？
window-board-whole-job-stays = { $items } 会保持原样，因为已经开始，或已经交给 AI。
window-board-close-job = 结案
window-board-workspace = 这件工作的文件夹
window-board-job-closed = 这件工作已结案，只能看，不能改。
window-board-job-result = 成绩单
window-board-job-reopen = 重新打开
window-board-job-reopened = 这件工作已重新打开
window-board-share-guess = 猜猜 AI 能做多少…
window-board-share-question = 你猜 AI 能做好多少？
window-board-share-yours = 你猜 AI 能做好 { $share }
window-board-share-keep = 我猜这样
window-board-share-skip = 跳过
window-board-share-note = 以你自己的时间计。结案时，会把你猜的和实际结果放在一起看。
window-board-share-kept = 已记下你的猜测，结案时再看
window-board-template-save = 存为模板…
window-board-template-name = 模板名称
window-board-template-saved = 已存为模板：{ $name }
window-board-repeat = 同样的工作再做一次
window-board-repeated = 已新建：同样的工作再做一次
