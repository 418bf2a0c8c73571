/** A cell's text without markup, and what of it was taken out. */
export interface Unmarked {
  readonly text: string;
  /** The kinds of signs found, such as `<br>`, `&nbsp;` and `**`; none for a plain text. */
  readonly found: readonly string[];
}

const TAGS =
  'p|br|div|span|font|b|strong|i|em|u|s|del|sup|sub|a|img|ul|ol|li|table|tbody|thead|tr|td|th|h[1-6]|o:p|hr|center|pre|section|label';
const TAG = new RegExp(`<(/?)(${TAGS})(?:\\s[^<>]*|/)?>`, 'gi');
const BREAKS = /^(?:br|p|div|li|tr|h[1-6]|hr|ul|ol|table|section)$/i;
const ENTITY = /&(?:[a-z]{2,8}\d{0,2}|#\d{2,7}|#x[0-9a-f]{2,6});/gi;
/** Bold of Markdown; the three stars of 关于***的批复 stand for a name. */
const BOLD = /(?<!\*)(\*\*)(?=[^\s*])([^\n]*?[^\s*])\1(?!\*)/g;

/** Markup of web pages and Markdown's bold as text: tags that part lines become line feeds. */
export function withoutMarkup(text: string): Unmarked {
  if (!/[<&*]/.test(text)) return { text, found: [] };
  const found = new Set<string>();
  const untagged = text.replace(TAG, (_, slash: string, tag: string) => {
    found.add(`<${tag.toLowerCase()}>`);
    return BREAKS.test(tag) && (slash === '/' || /^(?:br|hr|p|div|li|tr)$/i.test(tag)) ? '\n' : '';
  });
  const decoded = decodeEntities(untagged, found);
  const plain = decoded.replace(BOLD, (_, sign: string, inner: string) => {
    found.add(sign);
    return inner;
  });
  if (found.size === 0) return { text, found: [] };
  const lines = plain.split(/\r\n|\r|\n/).map((line) => line.replace(/[ \t\u00a0]+/g, ' ').trim());
  return { text: lines.filter((line) => line !== '').join('\n'), found: [...found] };
}

const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  middot: '·',
  bull: '•',
  emsp: ' ',
  ensp: ' ',
  thinsp: ' ',
  times: '×',
  divide: '÷',
  deg: '°',
  yen: '¥',
  copy: '©',
  reg: '®',
  le: '≤',
  ge: '≥',
  ne: '≠',
  plusmn: '±',
  frac12: '½',
  sup2: '²',
  sup3: '³',
  rarr: '→',
  larr: '←',
  permil: '‰',
  laquo: '«',
  raquo: '»',
  sect: '§',
  zwnj: '',
};

/** Markup in a text: where it stands, and what to write instead. */
export interface Markup {
  readonly at: number;
  readonly sign: string;
  readonly instead: string;
}

/** The first tag or entity of a text; with `bold`, Markdown's two stars, too. */
export function firstMarkup(text: string, bold: boolean): Markup | undefined {
  if (!/[<&*]/.test(text)) return undefined;
  const signs = [
    ...text.matchAll(TAG),
    ...text.matchAll(ENTITY),
    ...(bold ? text.matchAll(BOLD) : []),
  ];
  const known = signs.filter(([sign]) => withoutMarkup(sign).found.length > 0);
  const [first] = known.sort((a, b) => a.index - b.index);
  if (first === undefined) return undefined;
  const instead = withoutMarkup(text).text.split('\n')[0] ?? '';
  return { at: first.index, sign: first[0], instead };
}

/** `&nbsp;`, `&#8220;` and `&#x201c;` as the characters they stand for; unknown ones stay. */
export function decodeEntities(text: string, found?: Set<string>): string {
  return text.replace(ENTITY, (entity) => {
    const name = entity.slice(1, -1).toLowerCase();
    const sign = name.startsWith('#') ? characterOf(name.slice(1)) : ENTITIES[name];
    if (sign === undefined) return entity;
    found?.add(entity);
    return sign;
  });
}

function characterOf(number: string): string | undefined {
  const code = number.startsWith('x') ? Number.parseInt(number.slice(1), 16) : Number(number);
  const isControl = code < 0x20 && code !== 0x0a && code !== 0x09;
  const isCharacter = code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  if (!isCharacter || isControl) return undefined;
  return code === 0xa0 ? ' ' : String.fromCodePoint(code);
}
