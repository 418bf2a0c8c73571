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
    const found = answer(text);
    known.set(text, found);
    return found;
  };
}
