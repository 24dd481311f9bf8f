### 只有窗口会说的话。

window-nav = 页面
window-nav-jobs = 工作
window-nav-settings = 设置
window-new-job = 新建工作
window-try-again = 重试
window-close = 关闭
window-cancel = 取消
window-undo = 撤销
window-loading = 正在读取…
window-error-unnamed = 这一步没有成功（{ $code }）。
window-unknown-title = 没有这个页面
window-unknown-body = 地址 { $hash } 没有对应的内容。
window-all-jobs = 所有工作
window-no-display = 这里没有可以打开窗口的显示器。终端程序也能做同样的事：halfday --help
window-option-unknown = 窗口不认识 { $option }，只认识 --data 文件夹。
window-start-failed = 无法打开窗口：{ $why }

window-jobs-title = 工作
window-jobs-empty-title = 还没有工作
window-jobs-empty-body = 找一件大约四小时的工作，把邮件、笔记或清单粘贴进来。它会变成一份清单，让你一项一项交办出去。
window-jobs-failed = 无法读取工作
window-jobs-progress = { $items } 项中 { $finished } 项已了结
window-jobs-review = { $count ->
   *[other] { $count } 项待你审阅
}
window-jobs-closed = 已结案

window-board-job = 工作 { $job }
window-board-me = 我
window-board-ai = AI
window-board-lanes = 由谁来做
window-board-failed = 无法读取这件工作
window-board-me-empty = 没有事项在你手上。可以在下面添加。
window-board-ai-empty = 还没有交给 AI 的事项。把事项拖过来，或在事项上按 A。
window-board-dropped = { $count ->
   *[other] { $count } 项不做了
}
window-hand-over = 交给 AI
window-hand-over-item = 交给 AI：{ $title }
window-take-back = 收回
window-take-back-item = 收回：{ $title }
window-handed-over = { $count ->
   *[other] 已把 { $count } 项交给 AI
}
window-taken-back = { $count ->
   *[other] 已收回 { $count } 项
}
window-suits-ai = 适合 AI
window-waits-for = 要先完成 { $items }
window-list-comma = 、
window-attempts = { $count ->
   *[other] 尝试 { $count } 次
}
window-subitems = { $all } 条中已勾 { $done } 条
window-covered = 并入 { $by }

window-unlooked-title = { $count ->
    [1] 收回：{ $title }
   *[other] 收回 { $count } 项
}
window-unlooked-body = { $count ->
    [1] AI 已经为这一项交回成果。那份成果怎么样？
   *[other] AI 已经为其中一项交回成果。那份成果怎么样？
}
window-unlooked-rejected = 不能用
window-unlooked-not-looked-at = 我还没看

window-new-title = 新建工作
window-new-label = 哪一件工作，你平时大约要花四小时？把邮件、笔记或清单粘贴进来。
window-new-local = 内容不会离开这台电脑。
window-new-split = 拆成清单
window-new-change = 修改内容
window-new-use = 就用这份清单
window-new-draft = 这是草稿，还没有保存
window-new-guess = “≈”是程序猜的，明显不对再改。
window-new-done-when = 完成条件：{ $text }

window-settings-title = 设置
window-settings-language = 语言
window-settings-theme = 外观
window-settings-data = 数据
window-settings-folder = 文件夹
window-settings-failed = 无法读取设置
window-theme-system = 跟随系统
window-theme-light = 浅色
window-theme-dark = 深色
window-language-en = English
window-language-zh-Hant = 繁體中文
window-language-zh-Hans = 简体中文
