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
