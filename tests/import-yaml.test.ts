import { expect, it } from 'vitest';
import { Document, isScalar, parse, Scalar, visit } from 'yaml';
import { emitYaml } from '../src/import/emit.ts';
import { writeEntry } from '../src/import/write-entry.ts';

const TEXTS = [
  ...[
    '取水许可',
    '20个工作日',
    '5',
    '000123',
    '0577-5550101',
    '2026-01-05',
    'true',
    'null',
    'Yes',
    '~',
  ],
  ...[
    'a b',
    'a ',
    ' a',
    '甲，乙',
    '甲: 乙',
    '甲:乙',
    '甲 #乙',
    '#甲',
    '- 甲',
    '-甲',
    '? 甲',
    '[甲]',
    '{甲}',
  ],
  ...[
    '&甲',
    '*甲',
    '!甲',
    '%甲',
    '@甲',
    '`甲`',
    '"甲"',
    "'甲'",
    '“甲”',
    '甲\n乙',
    '甲\n\n乙',
    '甲 \n乙',
    '甲\n 乙',
  ],
  ...[
    '\n甲',
    '甲\n',
    '甲\t乙',
    '1月',
    '1e3',
    '0x1f',
    '.inf',
    '-1',
    '+1',
    '1.5',
    '①申请表②身份证',
    '=1+1',
    '',
    '甲\r乙',
  ],
  ...[
    '一'.repeat(200),
    '（以上）',
    '《水法》第七条',
    '甲、乙；丙。',
    'A-1/2',
    '甲\u0007',
    '😀',
    'é',
    '甲　乙',
    '甲\u2028乙',
  ],
];

/** As the library writes it with our choice of quotes and lines. */
function library(value: object): string {
  const document = new Document(value);
  visit(document, {
    Scalar(_, node) {
      if (typeof node.value === 'string') node.type = styleOf(node.value);
    },
    Seq(_, node) {
      const texts = node.items.map((one) => (isScalar(one) ? String(one.value) : undefined));
      node.flow =
        texts.length > 0 &&
        texts.every((one) => one !== undefined && /^[^\n,[\]{}:#"'，；。、]{0,9}$/.test(one));
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

function styleOf(text: string): Scalar.Type {
  if (/[^\P{Cc}\n\t]/u.test(text)) return Scalar.QUOTE_DOUBLE;
  if (text.includes('\n') && !/^\s*\n|[ \t]$/u.test(text)) return Scalar.BLOCK_LITERAL;
  const isDigits = /^[\d０-９]/.test(text) && /^[\d０-９\s\-—–_./:,，;；、()（）+]+$/.test(text);
  return isDigits ? Scalar.QUOTE_DOUBLE : Scalar.PLAIN;
}

it('writes by itself what the library would write, and leaves the rest to it', () => {
  let own = 0;
  for (const text of TEXTS) {
    for (const value of [text, [text, '乙'], [{ name: text, note: '丙' }], { a: { b: text } }]) {
      const written = writeEntry('name', value);
      if (written === undefined) continue;
      own += 1;
      expect(written).toBe(library({ name: value }));
    }
  }
  expect(own).toBeGreaterThan(60);
});

it('gives back empty lists', () => {
  const item = { id: 'a', name: '甲', materials: [] };
  expect(parse(emitYaml('item', item))).toEqual(item);
  expect(writeEntry('name', {})).toBeUndefined();
});

it('gives back every text', () => {
  for (const text of TEXTS) {
    const item = {
      id: 'a',
      name: text,
      imported: { record: { [text === '' ? 'x' : text]: text } },
    };
    expect(parse(emitYaml('item', item), { schema: 'failsafe' })).toEqual(item);
  }
});
