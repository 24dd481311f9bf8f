// As ui/src/main.ts says it: the second frame begins when the first is done.
requestAnimationFrame(() => requestAnimationFrame(() => window.__TAURI_INTERNALS__.invoke('painted')));
