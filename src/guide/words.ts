import type { Basis } from '../model/schema.gen.ts';
import { formatDuration, parseDuration } from '../text/duration.ts';
import { type Block, type Cell, type Column, type Fact, type Inline, plain } from './guide.ts';
import { proseInline } from './prose.ts';

/** A time limit in the one way it is worded everywhere; what cannot be read stays as written. */
export function durationWords(text: string): string {
  const duration = parseDuration(text);
  return duration === undefined ? text : formatDuration(duration);
}

/** 2026-01-05 → 2026年1月5日. */
export function dateWords(date: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  return match === null ? date : `${match[1]}年${Number(match[2])}月${Number(match[3])}日`;
}

/** Entries joined as Chinese writes lists: A、B、C. */
export function listWords(entries: readonly string[]): string {
  return entries.join('、');
}

/** Sentences one after the other, each with one full stop; blanks are left out. */
export function sentences(parts: readonly (string | undefined)[]): string {
  return parts
    .filter((part) => part !== undefined && part !== '')
    .map((part) => `${String(part).replace(/[。；;]$/, '')}。`)
    .join('');
}

export function yesNo(value: boolean): string {
  return value ? '是' : '否';
}

/** A basis in one line: 《法律》（文号）第X条. */
export function citeWords(basis: Basis, lawName: (law: string) => string): string {
  const name = lawName(basis.law);
  const title = /^[《〈]/.test(name) ? name : `《${name}》`;
  const number = basis.document === undefined ? '' : `（${basis.document}）`;
  return `${title}${number}${basis.article ?? ''}`;
}

/** A fact, or nothing when there is nothing to say. Free text may hold links and emphasis. */
export function fact(label: string, value: string | undefined): Fact[] {
  return value === undefined || value === '' ? [] : [{ label, value: proseInline(value) }];
}

/** A fact of plain words: no Markdown is looked for. */
export function plainFact(label: string, value: string | undefined): Fact[] {
  return value === undefined || value === '' ? [] : [{ label, value: plain(value) }];
}

export function linkFact(label: string, text: string, href: string | undefined): Fact[] {
  return href === undefined ? [] : [{ label, value: [link(text, href)] }];
}

/** A link when the address can do no harm, else its text alone. */
export function link(text: string, href: string): Inline {
  const safe = /^(https?:\/\/|mailto:|tel:|forms\/|items\/)/i.test(href);
  return safe ? { text, href } : { text };
}

/** A facts block, or nothing when there are no facts. */
export function factsBlock(facts: readonly Fact[]): Block[] {
  return facts.length === 0 ? [] : [{ kind: 'facts', facts }];
}

export function paragraph(text: string): Block {
  return { kind: 'paragraph', text: plain(text) };
}

/** A one-paragraph cell of plain words; empty for nothing. */
export function cell(text: string | number | undefined): Cell {
  return text === undefined || text === '' ? [] : [plain(String(text))];
}

/** The column that numbers the rows of a table. */
export const NUMBERS: Column = { title: '序号', weight: 1, align: 'center' };
