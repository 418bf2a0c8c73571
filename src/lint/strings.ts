import { toHalfWidth } from '../text/numeral.ts';

/** A text of the catalogue and where it stands. */
export interface Text {
  readonly pointer: string;
  readonly text: string;
  /** The pointer with every position in a list as 0: one for all rows. */
  readonly field: string;
}

/** One step on the way to a field, the same object for every file and row that has it. */
class Field {
  readonly path: string;
  readonly #below = new Map<string, Field>();

  constructor(path: string) {
    this.path = path;
  }

  at(key: string): Field {
    let field = this.#below.get(key);
    if (field === undefined) {
      field = new Field(`${this.path}/${escapeStep(key)}`);
      this.#below.set(key, field);
    }
    return field;
  }
}

/** A text whose pointer is put together only when somebody asks for it: few texts are reported. */
class PlacedText implements Text {
  readonly text: string;
  readonly #field: Field;
  readonly #parent: Step | undefined;
  readonly #key: string | number;

  constructor(text: string, field: Field, parent: Step | undefined, key: string | number) {
    this.text = text;
    this.#field = field;
    this.#parent = parent;
    this.#key = key;
  }

  get field(): string {
    return this.#field.path;
  }

  get pointer(): string {
    return pointerOf(this.#parent, this.#key);
  }
}

/** A map or list on the way to a text. */
interface Step {
  readonly parent: Step | undefined;
  readonly key: string | number;
}

const NOT_PUBLISHED = new Set(['imported', 'allow']);
const ROOT = new Field('');

let last: { readonly value: unknown; readonly texts: readonly Text[] } | undefined;

/**
 * Every text of a file's value, but not what is kept word for word and not published. Rules ask
 * one after the other about the same file, so the last answer is kept.
 */
export function strings(value: unknown): readonly Text[] {
  if (last !== undefined && last.value === value) return last.texts;
  const texts: Text[] = [];
  collect(value, ROOT, undefined, '', texts);
  last = { value, texts };
  return texts;
}

function collect(
  value: unknown,
  field: Field,
  parent: Step | undefined,
  key: string | number,
  texts: Text[],
): void {
  if (typeof value === 'string') texts.push(new PlacedText(value, field, parent, key));
  else if (Array.isArray(value)) {
    const here: Step = { parent, key };
    const row = field.at('0');
    for (let index = 0; index < value.length; index += 1) {
      collect(value[index], row, here, index, texts);
    }
  } else if (typeof value === 'object' && value !== null) {
    const here: Step | undefined = field === ROOT ? undefined : { parent, key };
    for (const name of Object.keys(value)) {
      if (NOT_PUBLISHED.has(name)) continue;
      collect((value as Record<string, unknown>)[name], field.at(name), here, name, texts);
    }
  }
}

function pointerOf(parent: Step | undefined, key: string | number): string {
  const before = parent === undefined ? '' : pointerOf(parent.parent, parent.key);
  return `${before}/${typeof key === 'number' ? key : escapeStep(key)}`;
}

function escapeStep(key: string): string {
  return /[~/]/.test(key) ? key.replaceAll('~', '~0').replaceAll('/', '~1') : key;
}

/** Asks something about fields, each of them once: there are some hundreds in all. */
export function perField<T>(judge: (field: string) => T): (text: Text) => T {
  const known = new Map<string, T>();
  return ({ field }) => {
    let answer = known.get(field);
    if (answer === undefined) {
      answer = judge(field);
      known.set(field, answer);
    }
    return answer;
  };
}

let lastWhole: { readonly texts: readonly Text[]; readonly whole: string } | undefined;

/**
 * The texts in which a pattern may match once they are half-width. The file is asked as a whole
 * first, since most have none: the pattern does not match line breaks, nor begin and end of text.
 */
export function textsWith(value: unknown, pattern: RegExp): readonly Text[] {
  const texts = strings(value);
  if (lastWhole?.texts !== texts) {
    lastWhole = { texts, whole: toHalfWidth(texts.map(({ text }) => text).join('\n')) };
  }
  return lastWhole.whole.search(pattern) === -1 ? [] : texts;
}

/** The value at a JSON pointer with canonical keys; undefined where there is none. */
export function valueAt(root: unknown, pointer: string): unknown {
  let value = root;
  for (const key of pointer.split('/').slice(1)) {
    if (typeof value !== 'object' || value === null) return undefined;
    const name = key.includes('~') ? key.replaceAll('~1', '/').replaceAll('~0', '~') : key;
    value = (value as Readonly<Record<string, unknown>>)[name];
  }
  return value;
}
