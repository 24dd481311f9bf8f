// The text of a file the person opens here. Other encodings than UTF-8 are the core's business.

/** Null when it is not UTF-8 text. */
export async function textOf(file: Blob): Promise<string | null> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
    return text.includes('\0') ? null : text;
  } catch {
    return null;
  }
}
