### The board and its rows, only in the window.
