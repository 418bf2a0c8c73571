import { readLimit } from './limit.ts';
import { readLimitHead } from './limit-head.ts';
import type { Phrase } from './phrase.ts';

/** Reads a phrase that stood under a head; the value is plain JSON. */
type PhraseReader = (text: string, head: string | undefined) => Phrase<unknown>;

/** What `mingbai read` can be asked for: one line a kind. */
export const PHRASE_KINDS = {
  limit: limitPhrase,
} satisfies Record<string, PhraseReader>;

export type PhraseKind = keyof typeof PHRASE_KINDS;

/** Both limits of the phrase; what it says of kinds of cases has no place in two limits. */
function limitPhrase(text: string, head: string | undefined): Phrase<unknown> {
  const read = readLimit(text, readLimitHead(head));
  if (read.value === undefined) return read;
  const { statutory = null, committed = null, plain = null } = read.value;
  return { ...read, value: { statutory, committed, plain } };
}
