import { say } from '../model/words.ts';
import { readAudience } from './audience.ts';
import { readBasis } from './basis.ts';
import { readFee } from './fee.ts';
import { readLimit } from './limit.ts';
import { readLimitHead } from './limit-head.ts';
import { readMaterials } from './materials.ts';
import { type Phrase, refused } from './phrase.ts';
import { readSteps } from './steps.ts';

/** Reads a phrase that stood under a head; the value is plain JSON. */
type PhraseReader = (text: string, head: string | undefined) => Phrase<unknown>;

/** What `mingbai read` can be asked for: one line a kind. */
export const PHRASE_KINDS = {
  limit: limitPhrase,
  fee: feePhrase,
  basis: readBasis,
  materials: readMaterials,
  steps: readSteps,
  audience: readAudience,
} satisfies Record<string, PhraseReader>;

export type PhraseKind = keyof typeof PHRASE_KINDS;

/** Both limits of the phrase; what it says of kinds of cases has no place in two limits. */
function limitPhrase(text: string, head: string | undefined): Phrase<unknown> {
  const read = readLimit(text, readLimitHead(head));
  if (read.value === undefined) return read;
  const { statutory = null, committed = null, plain = null, cases } = read.value;
  if (cases.length > 0) {
    const told = cases.map(({ name, limit }) => `${name}${limit}`).join('；');
    return refused(text, say(`分情形的时限：${told}`, `limits by case: ${told}`));
  }
  return { ...read, value: { statutory, committed, plain } };
}

/** 不收费, or charges whose name and case are null where the phrase has none. */
function feePhrase(text: string, head: string | undefined): Phrase<unknown> {
  const read = readFee(text, head);
  if (read.value === undefined || read.value === '不收费') return read;
  const value = read.value.map(({ name = null, amount, unit, when = null }) => {
    return { name, amount, unit, when };
  });
  return { ...read, value };
}
