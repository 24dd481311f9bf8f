### Today, new jobs, closing, the week, templates, settings: only in the window.
