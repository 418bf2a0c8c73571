const HEAD = 'id: a\nname: 取水许可\ntype: 行政许可\ndepartment: water\n';
const HEAD_LINES = 4;

/** A file as a stranger may write it: what must be found in it first, and at which line. */
export interface Hostile {
  readonly name: string;
  readonly body: string | Uint8Array;
  readonly rule: string;
  readonly line: number;
  /** What the message says, too. */
  readonly says?: string;
}

/** What follows a sound beginning, with the rule and the line counted from there. */
function after(name: string, body: string, rule: string, line: number, says?: string): Hostile {
  return { name, body: HEAD + body, rule, line: HEAD_LINES + line, ...(says && { says }) };
}

function bytes(name: string, body: Uint8Array, line: number, says: string): Hostile {
  return { name, body, rule: 'file-encoding', line, says };
}

function utf32(text: string, isLittle: boolean, mark: boolean): Uint8Array {
  const characters = [...(mark ? `\ufeff${text}` : text)];
  const body = Buffer.alloc(characters.length * 4);
  for (const [index, each] of characters.entries()) {
    const code = each.codePointAt(0) ?? 0;
    if (isLittle) body.writeUInt32LE(code, index * 4);
    else body.writeUInt32BE(code, index * 4);
  }
  return body;
}

function utf16(text: string): Uint8Array {
  return Buffer.from(text, 'utf16le');
}

/** 一 is 4E00, 倀 is 5000. */
const ENDS_IN_ZERO = `${HEAD}notes: ${'一次倀'.repeat(3)}\n`;

function swapped(text: string): Uint8Array {
  return Buffer.from(text, 'utf16le').swap16();
}

const N = 100_000;
const many = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('');
/** 取水許可申請書 and 明白縣水利局 in Big5. */
const BIG5 = 'a8faa4f4b353a55ca5d3bdd0aed1a9faa5d5bfa4a4f4a751a7bd';
/** 取水许可申请书 and 明白县水利局 in GB18030. */
const GB = 'c8a1cbaed0edbfc9c9eac7ebcae9c3f7b0d7cfd8cbaec0fbbed6';

export const HOSTILE: readonly Hostile[] = [
  after('100,000 brackets', `notes: ${'['.repeat(N)}`, 'file-size', 1, '200 层'),
  after('brackets that close', `notes: ${'['.repeat(N)}${']'.repeat(N)}\n`, 'file-size', 1),
  after('100,000 maps in braces', `notes: ${'{a: '.repeat(N)}1`, 'file-size', 1),
  after('100,000 dashes', `notes:\n  ${'- '.repeat(N)}x\n`, 'file-size', 2),
  after(
    '1,200 steps of indentation',
    `notes:\n${many(1200, (i) => `${' '.repeat(i + 1)}a:\n`)}`,
    'file-size',
    200,
  ),
  after('question marks', '? '.repeat(N), 'file-size', 1),
  after(
    'brackets in a quoted text are text',
    `notes: "${'['.repeat(N)}"\nnmae: x\n`,
    'unknown-key',
    2,
  ),
  after(
    '100,000 unknown keys',
    many(90_000, (i) => `k${i}: 1\n`),
    'unknown-key',
    1,
    '没有“k0”',
  ),
  after(
    'unknown keys for the full reader',
    many(60_000, (i) => `k${i}: "\\x41"\n`),
    'unknown-key',
    1,
  ),
  after(
    'unknown keys on one line',
    `codes: {${many(60_000, (i) => `k${i}: 1, `)}}\n`,
    'unknown-key',
    1,
  ),
  after(
    'a key 60,000 times',
    many(60_000, () => 'notes: 甲\n'),
    'duplicate-key',
    2,
  ),
  after('an unknown key of 900,000 letters', `${'k'.repeat(900_000)}: 1\n`, 'unknown-key', 1, '……'),
  after(
    '60,000 full-width colons',
    many(30_000, () => 'notes：甲\n'),
    'fullwidth-colon',
    1,
  ),
  after('60,000 blanks', `situations:\n${many(60_000, () => '-\n')}`, 'file-size', 2, '60000 项'),
  after('60,000 commas', `aliases: [${','.repeat(60_000)}]\n`, 'yaml-syntax', 1),
  after('100,000 escapes that are none', `notes: "${'\\q'.repeat(N)}"\n`, 'yaml-syntax', 1),
  after(
    'a value of 10 MB',
    `notes: ${'水'.repeat(3_500_000)}\n`,
    'file-size',
    1 - HEAD_LINES,
    'MB',
  ),
  after(
    'a type of 300,000 characters',
    `state: ${'在'.repeat(300_000)}\n`,
    'unknown-value',
    1,
    '……',
  ),
  after(
    '30,000 materials',
    `materials:\n${many(30_000, (i) => `  - { name: 材料${i} }\n`)}`,
    'file-size',
    2,
    '30000 项',
  ),
  after('a number of 400 digits', `visits: ${'9'.repeat(400)}\n`, 'wrong-shape', 1, '9……'),
  after(
    'a limit of 400 digits',
    `limits: { committed: ${'9'.repeat(400)}个工作日 }\n`,
    'wrong-format',
    1,
    '9……',
  ),
  after('a date beyond any calendar', 'effective: 99999-01-01\n', 'wrong-format', 1),
  after('a day that no month has', 'effective: 2026-02-30\n', 'wrong-format', 1),
  after(
    'aliases that double',
    many(60, (i) => `a${i}: &a${i} [*a${i - 1}, *a${i - 1}]\n`),
    'yaml-alias',
    1,
  ),
  after('an anchor nobody uses', 'notes: &x 甲\n', 'yaml-alias', 1, '&x'),
  after('an alias of nothing', 'notes: *x\n', 'yaml-alias', 1, '*x'),
  after(
    'an anchor of 500,000 letters',
    `notes: &${'x'.repeat(500_000)} 甲\n`,
    'yaml-alias',
    1,
    '……',
  ),
  after('a merge key', 'codes:\n  <<: { basic: "1" }\n', 'yaml-alias', 2, '<<'),
  after('a tag', 'notes: !!binary 甲\n', 'yaml-alias', 1, '标签'),
  after(
    'a tag of a program',
    'notes: !<tag:yaml.org,2002:js/function> "x"\n',
    'yaml-alias',
    1,
    '标签',
  ),
  after('100,000 tags', `notes: ${'!x '.repeat(N)}甲\n`, 'yaml-syntax', 1),
  after('two documents', 'notes: 甲\n---\nid: b\n', 'yaml-syntax', 2, '---'),
  after('100,000 documents', '---\n'.repeat(N), 'yaml-syntax', 1),
  after('100,000 directives', '%YAML 1.2\n'.repeat(90_000), 'yaml-syntax', 1),
  after('100,000 blank lines, then a tab', `${'\n'.repeat(N)}\tx: 1\n`, 'yaml-tab', N + 1),
  after('a quote that never closes', `notes: "${'水\n  '.repeat(60_000)}`, 'yaml-syntax', 1),
  { name: 'blank lines alone', body: '\n \n#\n'.repeat(N), rule: 'file-empty', line: 1 },
  {
    name: 'CR alone',
    body: HEAD.replaceAll('\n', '\r'),
    rule: 'file-encoding',
    line: 1,
    says: 'CR',
  },
  bytes('a NUL byte in a text', Buffer.from(`${HEAD}notes: a\0b\n`), 5, 'NUL'),
  bytes('a NUL byte at the end', Buffer.from(`${HEAD}\0`), 5, 'NUL'),
  bytes(
    'bytes that are no text',
    Buffer.from([0x69, 0x64, 0x3a, 0x0a, 0x61, 0xff, 0xc0, 0x80, 0x0a]),
    2,
    '无法识别',
  ),
  bytes('UTF-8 cut in a character', Buffer.from(HEAD.slice(0, 14)).subarray(0, -1), 2, '无法识别'),
  bytes('UTF-16 without a mark', utf16(HEAD), 1, 'UTF-16LE'),
  bytes('UTF-16, big end first', swapped(HEAD), 1, 'UTF-16BE'),
  bytes('UTF-16 of characters that end in zero', utf16(ENDS_IN_ZERO), 1, 'UTF-16LE'),
  bytes('the same, big end first', swapped(ENDS_IN_ZERO), 1, 'UTF-16BE'),
  bytes('UTF-32 with a mark', utf32(HEAD, true, true), 1, 'UTF-32LE'),
  bytes('UTF-32 without a mark', utf32(HEAD, true, false), 1, 'UTF-32LE'),
  bytes('UTF-32, big end first', utf32(HEAD, false, true), 1, 'UTF-32BE'),
  bytes('Big5', Buffer.concat([Buffer.from('name: '), Buffer.from(BIG5, 'hex')]), 1, 'Big5'),
  bytes('GB18030', Buffer.concat([Buffer.from('name: '), Buffer.from(GB, 'hex')]), 1, 'GB18030'),
  bytes('a document that was renamed', Buffer.from('504b0304140006000800000021', 'hex'), 1, 'NUL'),
];
