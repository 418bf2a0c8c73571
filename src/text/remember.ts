/** From this length on a part of a text is no copy of its own but holds the whole text. */
const PART = 13;

/** The same text, holding no memory but its own: for keeping what was cut out of a longer one. */
export function ownCopy(text: string): string {
  if (text.length < PART) return text;
  const encoding = ONE_BYTE.test(text) ? 'latin1' : 'utf16le';
  return Buffer.from(text, encoding).toString(encoding);
}

/** Texts of such characters take half the memory. */
const ONE_BYTE = /^[\0-\xff]*$/;

/**
 * The same function of a text, remembering its answers: in a catalogue the same law, limit or
 * number stands in many items. Answers are shared, so they must not be changed. When more than
 * `most` texts are known all are forgotten.
 */
export function remembered<T>(answer: (text: string) => T, most = 20_000): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined || known.has(text)) {
      // Set by this function: of its type, undefined too.
      return before as T;
    }
    if (known.size >= most) known.clear();
    const own = ownCopy(text);
    const found = answer(own);
    known.set(own, found);
    return found;
  };
}
