/** An attribute that names a place or leads to one, and where its value stands. */
export interface Attribute {
  readonly name: AttributeName;
  readonly start: number;
  readonly end: number;
}

export type AttributeName = (typeof NAMES)[number];

const NAMES = ['id', 'href', 'src', 'action'] as const;

/**
 * The attributes of a page that names or links stand in, in order. Looks for the equals signs:
 * templates escape those of texts. A value has quotes around it or no blanks in it.
 */
export function attributesOf(html: string): Attribute[] {
  const found: Attribute[] = [];
  // The first character that is not part of an attribute found already.
  let free = 0;
  for (let equals = html.indexOf('='); equals !== -1; equals = html.indexOf('=', equals + 1)) {
    const nameEnd = equals - (isBlank(html, equals - 1) ? 1 : 0);
    const name = nameBefore(html, nameEnd);
    if (name === undefined) continue;
    const before = nameEnd - name.length - 1;
    if (before < free || !isBlank(html, before) || !isInTag(html, before)) continue;
    const value = valueAt(html, equals + (isBlank(html, equals + 1) ? 2 : 1));
    if (value === undefined) continue;
    found.push({ name, ...value.inside });
    free = value.after;
    equals = free - 1;
  }
  return found;
}

/** Whether a place is inside a tag: templates escape the angle brackets of texts. */
function isInTag(html: string, at: number): boolean {
  return html.lastIndexOf('<', at) > html.lastIndexOf('>', at);
}

const BLANK = /\s/;

function isBlank(html: string, at: number): boolean {
  const code = html.charCodeAt(at);
  if (code === 32) return true;
  return code < 33 || code > 127 ? BLANK.test(html.charAt(at)) : false;
}

function nameBefore(html: string, end: number): AttributeName | undefined {
  // Most attributes are told by the last letter of their name.
  const last = html.charCodeAt(end - 1);
  for (const name of NAMES) {
    if (name.charCodeAt(name.length - 1) !== last) continue;
    if (html.startsWith(name, end - name.length)) return name;
  }
  return undefined;
}

interface Value {
  readonly inside: { readonly start: number; readonly end: number };
  readonly after: number;
}

const BARE = /[^\s"'>]+/y;

function valueAt(html: string, at: number): Value | undefined {
  const quote = html.charAt(at);
  if (quote === '"' || quote === "'") {
    const end = html.indexOf(quote, at + 1);
    return end === -1 ? undefined : { inside: { start: at + 1, end }, after: end + 1 };
  }
  BARE.lastIndex = at;
  if (!BARE.test(html)) return undefined;
  return { inside: { start: at, end: BARE.lastIndex }, after: BARE.lastIndex };
}
