import { WORDING } from '../wording.gen.ts';

/** Characters [start, end) of a folded text that a shape makes a finding of. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** The words of some classes as one alternative of a pattern, longest first. */
export function anyOf(names: readonly string[], without: readonly string[] = []): string {
  const words = names.flatMap((name) => WORDING.classes[name] ?? []);
  const chosen = [...new Set(words)].filter((word) => !without.includes(word));
  return chosen.sort((a, b) => b.length - a.length).join('|');
}
