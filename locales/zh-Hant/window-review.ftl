### Items, the clipboard way and the review, only in the window.
