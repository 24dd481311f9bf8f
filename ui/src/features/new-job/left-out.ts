// What of the brief is in no item. The core's spans are bytes of UTF-8; strings here are not.

/** The texts of `spans`, without those that hold nothing to read. */
export function leftOut(text: string, spans: readonly (readonly [number, number])[]): string[] {
  const bytes = new TextEncoder().encode(text);
  const decoder = new TextDecoder();
  return spans
    .map(([start, end]) => decoder.decode(bytes.subarray(start, end)).trim())
    .filter((part) => /[\p{L}\p{N}]/u.test(part));
}
