import type { Item, Unresolved } from '../model/schema.gen.ts';
import { labelAt } from '../model/schema-node.ts';
import type { Columns } from './columns.ts';
import { Slugs } from './slug.ts';

/** An item in the making. */
export type Draft = { -readonly [K in keyof Item]?: Item[K] };

/** A cell whose column is known. */
export interface Cell {
  readonly head: string;
  readonly path: string;
  /** Word for word. */
  readonly text: string;
  /** Why the text is left to people as it is. */
  readonly unread?: string;
}

/** What was concluded rather than read; each is counted in the report. */
export type Conclusion =
  | 'case-instant'
  | 'case-committed'
  | 'default-copies'
  | 'none-left-out'
  | 'no-fee'
  | 'no-material'
  | 'result-decision'
  | 'result-only'
  | 'code-kind'
  | 'limit-committed'
  | 'beside-limit'
  | 'term'
  | 'code-term'
  | 'unit-in-head'
  | 'markup'
  | 'from-place'
  | 'sub-name'
  | 'form-or-medium';

const LABELS: Record<string, string> = {
  code: '编码',
  charged: '是否收费',
  outcome: '办理结果',
  limit: '办理时限',
  'fees@standard': '收费标准',
  'fees@basis': '收费依据',
};

/** The Chinese name of a field or of a column that feeds several. */
export function labelOf(path: string): string {
  return LABELS[path] ?? labelAt('item', `/${path.replace('[]', '.0').replaceAll('.', '/')}`);
}

/** What was concluded, of which field, in which words. */
export interface Concluded {
  readonly kind: Conclusion;
  readonly path: string;
  readonly detail: string;
}

/** One record being read: what was understood, what was not, what was concluded. */
export class Reading {
  readonly draft: Draft = {};
  readonly unresolved: (Unresolved & { readonly path: string })[] = [];
  #conclusions: readonly Concluded[] = [];
  #situationIds: Slugs | undefined;
  #cells: ReadonlyMap<string, Cell>;
  readonly #filled: ReadonlySet<string>;
  readonly columns: Columns;

  /** `entries`: fields of entries that have rows of their own, such as `materials[].copies`. */
  constructor(cells: ReadonlyMap<string, Cell>, columns: Columns, entries: readonly string[] = []) {
    this.#cells = cells;
    this.#filled = sharedSet([...cells.keys(), ...entries]);
    this.columns = columns;
  }

  get situationIds(): Slugs {
    this.#situationIds ??= new Slugs();
    return this.#situationIds;
  }

  /** Lets go of the texts when all has been read: of 100,000 rows they take 150 MB. */
  close(): void {
    this.#cells = NO_CELLS;
    this.#situationIds = undefined;
    this.#conclusions = sharedList(this.#conclusions);
    shareTexts(this.draft);
  }

  get conclusions(): readonly Concluded[] {
    return this.#conclusions;
  }

  /** The text of a column with white space at its ends taken off; undefined if it is blank. */
  text(path: string): string | undefined {
    const cell = this.#cells.get(path);
    return cell?.unread === undefined ? cell?.text.trim() : undefined;
  }

  /** The head of a column that is filled, as it stands in the file. */
  head(path: string): string | undefined {
    return this.#cells.get(path)?.head;
  }

  /** Whether a column has content, read or not. */
  isFilled(path: string): boolean {
    return this.#filled.has(path);
  }

  /** Keeps a text word for word because it, or a part of it, was not understood. */
  doubt(path: string, text: string, reason: string): void {
    const same = this.unresolved.some((one) => one.path === path && one.text === text);
    if (!same) this.unresolved.push({ path, field: labelOf(path), text, reason });
  }

  /** The detail, if any, is counted apart. */
  conclude(kind: Conclusion, path: string, detail = ''): void {
    this.#conclusions = [...this.#conclusions, sharedConclusion({ kind, path, detail })];
  }

  /** The catalogue's term for a wording in use; the wording itself where none is listed. */
  term(path: string, wording: string): string {
    const terms = this.columns.values[path] ?? {};
    const term = Object.hasOwn(terms, wording) ? (terms[wording] ?? wording) : wording;
    if (term !== wording) {
      this.conclude('term', path, `${labelOf(path)}“${wording}”填为“${term}”`);
    }
    return term;
  }
}

const NO_CELLS: ReadonlyMap<string, Cell> = new Map();
const CONCLUDED = new Map<string, Concluded>();

/** The same object for the same conclusion: nearly all rows come to the same ones. */
function sharedConclusion(concluded: Concluded): Concluded {
  const key = Object.values(concluded).join('\n');
  const known = CONCLUDED.get(key) ?? concluded;
  if (CONCLUDED.size >= MOST_SETS) CONCLUDED.clear();
  CONCLUDED.set(key, known);
  return known;
}

const LISTS = new Map<string, readonly Concluded[]>();

/** The same list for the same conclusions. */
function sharedList(list: readonly Concluded[]): readonly Concluded[] {
  const key = list.map((one) => Object.values(one).join('\n')).join('\n\n');
  const known = LISTS.get(key) ?? list;
  if (LISTS.size >= MOST_SETS) LISTS.clear();
  LISTS.set(key, known);
  return known;
}

const TEXTS = new Map<string, string>();
const MOST_TEXTS = 20_000;
const LONGEST_SHARED = 40;

/** The same string for the same short text: of 100,000 drafts they take 60 MB otherwise. */
function shareTexts(value: object): void {
  // Lists and tables of a draft alike are read and set by their keys.
  const table = value as Record<string, unknown>;
  for (const key of Object.keys(table)) {
    const one = table[key];
    if (typeof one === 'object' && one !== null) shareTexts(one);
    if (typeof one !== 'string' || one.length > LONGEST_SHARED) continue;
    const known = TEXTS.get(one);
    if (known !== undefined) table[key] = known;
    else if (TEXTS.size < MOST_TEXTS) TEXTS.set(one, one);
  }
}

const SETS = new Map<string, ReadonlySet<string>>();
const MOST_SETS = 1000;

/** The same set for the same members: most rows of a file have the same columns filled. */
function sharedSet(members: Iterable<string>): ReadonlySet<string> {
  const list = [...members];
  const key = list.join('\n');
  const known = SETS.get(key) ?? new Set(list);
  if (SETS.size >= MOST_SETS) SETS.clear();
  SETS.set(key, known);
  return known;
}

/** Whether a text only says that there is nothing. */
export function isNone(text: string): boolean {
  return /^(?:无|没有|暂无|不涉及|[-—/\\]+|n\/a)[。.;；]?$/i.test(text.trim());
}
