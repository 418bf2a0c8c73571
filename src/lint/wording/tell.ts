import { say, type Words } from '../../model/words.ts';
import type { Enumeration } from './enumeration.ts';
import type { WordingEntry, WordingField, WordingGroup } from './terms.ts';

/** What is known of a place when its words are put together. */
export interface Told {
  readonly entry: WordingEntry;
  readonly group: WordingGroup | undefined;
  readonly field: WordingField;
  /** The author's own text, the place in it and, for the end of a list, the list. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly list: Enumeration | undefined;
  /** The list as it can be closed. */
  readonly rewrite: string | undefined;
}

const templates = new Map<string, readonly string[]>();

/** What is wrong there: the words found, the kind and why it is one. */
export function messageOf(told: Told): Words {
  const { entry, group, text, start, end } = told;
  const words = text.slice(start, end);
  const title = group?.title ?? say(entry.category, entry.category);
  return say(
    `“${words}”是${title.zh}：${fill(entry.why.zh, told)}`,
    `“${words}” is ${title.en}: ${fill(entry.why.en, told)}`,
  );
}

/** What to write in that very place. */
export function hintOf(told: Told): Words {
  const { entry, field, list, rewrite } = told;
  const uncounted = list && !rewrite ? entry.uncounted : undefined;
  const fix = uncounted ?? entry.fixes?.[field] ?? entry.fix;
  return say(fill(fix.zh, told), fill(fix.en, told));
}

/** Fills `{text}`, `{rewrite}`, `{count}` and `{stated}` into a sentence of the data. */
function fill(words: string, told: Told): string {
  let parts = templates.get(words);
  if (!parts) {
    parts = words.split(/\{(text|rewrite|count|stated)\}/);
    templates.set(words, parts);
  }
  if (parts.length === 1) return words;
  let filled = parts[0] ?? '';
  for (let i = 1; i < parts.length; i += 2) {
    filled += partOf(parts[i] ?? '', told) + (parts[i + 1] ?? '');
  }
  return filled;
}

function partOf(name: string, { text, start, end, list, rewrite }: Told): string {
  switch (name) {
    case 'text':
      return text.slice(start, end);
    case 'rewrite':
      return rewrite ?? '';
    case 'count':
      return String(list?.count ?? '');
    default:
      return String(list?.stated ?? '');
  }
}
