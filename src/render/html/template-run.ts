/** What the code of templates calls while it runs: the rules of Handlebars for plain JSON. */
export const RUN = {
  /** A value as text that is safe in HTML, as Handlebars escapes it. */
  escape(value: unknown): string {
    const text = typeof value === 'string' ? value : plain(value);
    return SPECIAL.test(text) ? text.replace(SPECIALS, escaped) : text;
  },

  plain,

  /** Whether `#if` takes a value for true. */
  isFull(value: unknown): boolean {
    return Array.isArray(value) ? value.length > 0 : Boolean(value);
  },

  /** What `#each` goes through; throws for an object, whose keys are not gone through here. */
  list(value: unknown): readonly unknown[] {
    if (Array.isArray(value)) return value;
    if (typeof value !== 'object' || value === null) return NOTHING;
    throw new UnsureError('#each of an object');
  },

  /** A field that must not come from a prototype: `entries`, `search` … */
  own(from: object, name: string): unknown {
    // Asked only for names that a prototype has.
    return Object.hasOwn(from, name) ? (from as Record<string, unknown>)[name] : undefined;
  },

  /** The value of a field that is there without one; throws for one that is not there. */
  need(from: object, name: string): undefined {
    if (!from || !(name in from)) throw new UnsureError(`"${name}" not defined`);
  },

  /** What a name stands for inside a condition or a loop; throws for nothing at all. */
  present<T>(value: T): T {
    if (value === undefined || value === null) throw new UnsureError('no context');
    return value;
  },

  /** An item of a list that is gone through inside `outer`; throws where both may be one. */
  inner<T>(value: T, outer: unknown): T {
    if (value === outer || typeof value !== typeof outer) throw new UnsureError('which context');
    return RUN.present(value);
  },
};

/** Data of which the code is not sure that it does what Handlebars does. */
export class UnsureError extends Error {}

function plain(value: unknown): string {
  return value === undefined || value === null ? '' : String(value);
}

const NOTHING: readonly unknown[] = [];
const SPECIAL = /[&<>"'`=]/;
const SPECIALS = /[&<>"'`=]/g;
const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#x27;',
  '`': '&#x60;',
  '=': '&#x3D;',
};

function escaped(sign: string): string {
  return ESCAPES[sign] ?? sign;
}
