### 窗口对桌面说的话，以及桌面上的事。

error-clipboard-unreachable = 无法使用剪贴板
hint-clipboard-unreachable = 请再试一次，可能有别的程序正在使用
error-dialog-unshown = 无法打开对话框
hint-dialog-unshown = 请关闭 Halfday 重新启动，再试一次
error-path-refused = 这里不打开 { $path }，因为打开它可能会运行程序
hint-path-refused = 请打开它所在的文件夹，用你选的程序来看
error-link-refused = 这里不打开 { $url }：它不是 http 开头的网址
hint-link-refused = 如果你信任这个网址，可以自己复制
error-not-opened = 系统无法打开 { $what }
hint-not-opened = 请确认系统用哪个程序打开这类内容

desk-report-issued = 本周报告做好了
desk-tray-show = 显示 Halfday
desk-quick-add = 快速新建
desk-quit = 退出
desk-one-needs-you = { $status } · { $job }
desk-several-need-you = { $count ->
   *[other] 有 { $count } 项等你处理
}
desk-window-again = 窗口一片空白。改用另一种绘图方式重新启动。
desk-window-blank = 窗口一片空白。终端程序也能做同样的事：halfday --help
desk-key = 随处快速新建
desk-key-none = 没有快捷键：已被别的程序占用，或桌面环境不提供。托盘图标里有同样的功能。
