### What the desktop says for the window: tray, notifications, file dialogs.
