import { remembered } from '../text/remember.ts';

/** A text of a file and where it stands. */
export interface Text {
  readonly pointer: string;
  readonly text: string;
  /** The pointer with every position in a list as 0: one for all rows. */
  readonly field: string;
  /** What is known of the field: the same object for every file and row that has it. */
  readonly known: Answers;
  /** What is known of the text: mostly the same object wherever it stands. */
  readonly said: Said;
}

/** Answers about a field or a text, by number of the question (see `perField`, `perText`). */
type Answers = unknown[];

/** A text, whatever file it stands in. */
export interface Said {
  readonly text: string;
  readonly answers: Answers;
}

/** One step on the way to a field, the same object for every file and row that has it. */
class Field {
  readonly path: string;
  readonly known: Answers = [];
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

/** A map or list on the way to a text. */
interface Step {
  readonly parent: Step | undefined;
  readonly key: string | number;
}

/** A text whose pointer is put together only when somebody asks for it: few texts are reported. */
class PlacedText implements Text {
  readonly text: string;
  readonly known: Answers;
  private readonly home: Field;
  private readonly parent: Step | undefined;
  private readonly key: string | number;
  private held: Said | undefined;

  constructor(text: string, home: Field, parent: Step | undefined, key: string | number) {
    this.text = text;
    this.known = home.known;
    this.home = home;
    this.parent = parent;
    this.key = key;
  }

  get field(): string {
    return this.home.path;
  }

  get pointer(): string {
    return pointerOf(this.parent, this.key);
  }

  get said(): Said {
    this.held ??= saidAs(this.text);
    return this.held;
  }
}

/** Of some 150 texts of an item nine in ten stand in other items of a county, too. */
const saidAs = remembered((text): Said => ({ text, answers: [] }));

/** The texts of a file's value. */
export interface Texts {
  /** Not those kept word for word from elsewhere, nor what is set aside. */
  readonly texts: readonly Text[];
  /** Texts of allowances, which speak about other texts. */
  readonly aside: readonly Text[];
}

const ROOT = new Field('');

let last: (Texts & { readonly value: unknown }) | undefined;

/** The texts of a file's value. Who asks about the same file again gets the last answer. */
export function textsOf(value: unknown): Texts {
  if (last !== undefined && last.value === value) return last;
  const texts: PlacedText[] = [];
  const aside: PlacedText[] = [];
  collect(value, ROOT, undefined, '', texts, aside);
  last = { value, texts, aside };
  return last;
}

/** Every text of a file's value, but not what is kept word for word and not published. */
export function strings(value: unknown): readonly Text[] {
  return textsOf(value).texts;
}

function collect(
  value: unknown,
  field: Field,
  parent: Step | undefined,
  key: string | number,
  texts: PlacedText[],
  aside: PlacedText[],
): void {
  if (typeof value === 'string') texts.push(new PlacedText(value, field, parent, key));
  else if (Array.isArray(value)) {
    const here: Step = { parent, key };
    const row = field.at('0');
    for (let index = 0; index < value.length; index += 1) {
      collect(value[index], row, here, index, texts, aside);
    }
  } else if (typeof value === 'object' && value !== null) {
    const here: Step | undefined = field === ROOT ? undefined : { parent, key };
    for (const name in value) {
      if (name === 'imported') continue;
      // Keys come from the value itself, which is plain data.
      const inner = (value as Record<string, unknown>)[name];
      const into = name === 'allow' ? aside : texts;
      collect(inner, field.at(name), here, name, into, aside);
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

let questions = 0;
let textQuestions = 0;

/** Asks something about fields, each of them once: there are some hundreds in all. */
export function perField<T>(judge: (field: string) => T): (text: Text) => T {
  const question = questions;
  questions += 1;
  return (text) => {
    // Only this question writes there.
    let answer = text.known[question] as T | undefined;
    if (answer === undefined) {
      answer = judge(text.field);
      text.known[question] = answer;
    }
    return answer;
  };
}

/** Asks something about texts that depends on what they say alone: mostly once for each. */
export function perText<T>(judge: (text: string) => T): (place: Text) => T {
  const question = textQuestions;
  textQuestions += 1;
  return ({ said: { text, answers } }) => {
    // Only this question writes there.
    let answer = answers[question] as T | undefined;
    if (answer === undefined) {
      answer = judge(text);
      answers[question] = answer;
    }
    return answer;
  };
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
