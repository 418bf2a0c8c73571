import type { Scratch } from '../ledger/scratch.ts';
import type { OutputName } from '../render/index.ts';
import { markOf } from '../text/mark.ts';
import { toUtf8 } from '../text/utf8.ts';
import type { ItemRow } from './build-ledger.ts';
import { type AboutItem, allFiles, type BuiltItem } from './built.ts';

/** What is to be remembered of an item that was built; what it is at length goes to the disk. */
export function rowOf(
  { about: { card, tally, pages }, files, related }: BuiltItem,
  {
    hash,
    changes,
    only,
    scratch,
  }: Pick<ItemRow, 'hash' | 'changes'> & {
    readonly only: readonly OutputName[];
    readonly scratch: Scratch;
  },
): ItemRow {
  const cardText = JSON.stringify(card);
  const findings = allFiles(files).flatMap((file) => file.findings ?? []);
  const rest = JSON.stringify({ tally, pages } satisfies Omit<AboutItem, 'card'>);
  const made = toUtf8(JSON.stringify(files));
  // The pages stand last: they are looked for from the end.
  const about = toUtf8(`{"card":${cardText},${rest.slice(1)}`);
  const [start, end] = scratch.add(Buffer.concat([made, about]));
  return {
    ...{ hash, changes, related },
    line: [start, start + made.length, end],
    counts: only.map((name) => files[name]?.length ?? 0),
    card: markOf(cardText, tally.join('\n')),
    ...(findings.length === 0 ? {} : { findings }),
  };
}
