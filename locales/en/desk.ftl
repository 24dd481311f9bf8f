### What the window says to and about the desktop around it.

error-clipboard-unreachable = The clipboard could not be reached
hint-clipboard-unreachable = Try again; another program may have been using it
error-dialog-unshown = The dialog could not be opened
hint-dialog-unshown = Close Halfday, start it again, and try once more
error-path-refused = { $path } is not opened from here, because opening it could start a program
hint-path-refused = Open its folder and look at it with a program of your choice
error-link-refused = { $url } is not opened from here: it is no address that begins with http
hint-link-refused = Copy the address if you trust it
error-not-opened = Your system could not open { $what }
hint-not-opened = Check which program your system opens such a thing with

desk-report-issued = The weekly report is there
desk-tray-show = Show Halfday
desk-quick-add = Quick add
desk-quit = Quit
desk-one-needs-you = { $status } · { $job }
desk-several-need-you = { $count ->
    [one] 1 item needs you
   *[other] { $count } items need you
}
desk-window-again = The window stayed blank. Starting again with another way to draw.
desk-window-blank = The window stayed blank. The terminal program does the same: halfday --help
desk-key = Quick add from anywhere
desk-key-none = No key: another program has it, or your desktop gives none away. The tray has the same.
