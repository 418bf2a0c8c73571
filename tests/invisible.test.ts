import { describe, expect, test } from 'vitest';
import { loadCatalog } from '../src/load/load.ts';
import { kindOfPath } from '../src/model/kinds.ts';
import { findInvisible, markInvisible } from '../src/text/invisible.ts';
import { memoryFiles } from './memory-files.ts';
import { readCatalogFiles } from './patched-catalog.ts';

/** Characters nobody sees, as they may come into a text, and what the finding calls them. */
const UNSEEN: readonly (readonly [character: string, name: string])[] = [
  ['\u0000', '控制字符（U+0000）'],
  ['\u0007', '控制字符（U+0007）'],
  ['\u000b', '控制字符（U+000B）'],
  ['\u001b', '控制字符 ESC（U+001B）'],
  ['\u007f', '控制字符（U+007F）'],
  ['\u0085', '换行符 NEL（U+0085）'],
  ['\u009b', '控制字符（U+009B）'],
  ['\u00ad', '软连字符（U+00AD）'],
  ['\u034f', '组合连接符（U+034F）'],
  ['\u061c', '文字方向控制符（U+061C）'],
  ['\u115f', '谚文填充符（U+115F）'],
  ['\u180e', '变体选择符（U+180E）'],
  ['\u200b', '零宽空格（U+200B）'],
  ['\u200d', '零宽连接符（U+200D）'],
  ['\u200f', '文字方向控制符（U+200F）'],
  ['\u2028', '行、段分隔符（U+2028）'],
  ['\u2029', '行、段分隔符（U+2029）'],
  ['\u202e', '文字方向控制符（U+202E）'],
  ['\u2060', '零宽字符（U+2060）'],
  ['\u2062', '零宽字符（U+2062）'],
  ['\u2068', '文字方向控制符（U+2068）'],
  ['\u206a', '废弃的格式符（U+206A）'],
  ['\u2800', '空白盲文（U+2800）'],
  ['\u3164', '谚文填充符（U+3164）'],
  ['\ufeff', '字节顺序标记 BOM（U+FEFF）'],
  ['\uffa0', '谚文填充符（U+FFA0）'],
  ['\ufff9', '注音控制符（U+FFF9）'],
  ['\ufffc', '对象占位符（U+FFFC）'],
  ['\ufffd', '乱码替代符（U+FFFD）'],
  ['\uffff', '不是字符的编码（U+FFFF）'],
  ['a\ufe0f', '变体选择符（U+FE0F）'],
  ['a\u{e0101}', '变体选择符（U+E0101）'],
  ['\u{1d173}', '格式控制符（U+1D173）'],
  ['\u{e0041}', '标签字符（U+E0041）'],
  ['🏴\u{e0067}\u{e0062}\u{e007f}', '标签字符（U+E0067）'],
];

/** Texts with characters that nobody sees and that belong there. */
const SOUND = [
  '葛\u{e0100}城、辻\u{e0101}', // 人名、地名用字的变体
  '神\ufe00社',
  '☎️ 12345，❤️，©️',
  '1️⃣ 填表',
  '👨‍👩‍👧 一家人，👩🏽‍⚕️ 护士',
  'می\u200cخواهم',
  'ᠠ\u180b',
  '取水　许可\u00a0证',
  '表\t格\r\n两行',
];

describe('characters that nobody sees', () => {
  test.each(UNSEEN)('%j is one', (character, name) => {
    const [run] = findInvisible(`取水${character}许可`);
    expect(run).toBeDefined();
    expect(markInvisible(`取水${character}许可`)).toContain(`⟨${/U\+\w+/.exec(name)?.[0]}⟩`);
  });
  test.each(SOUND)('%j has none', (text) => expect(findInvisible(text)).toEqual([]));
});

const FILES = readCatalogFiles('tests/catalog');
const ITEM = 'items/water/water-abstraction.yaml';

function textOf(path: string): string {
  return new TextDecoder().decode(FILES[path] as Uint8Array);
}

/** Lines, columns and words of the findings about invisible characters in one file. */
function found(path: string, text: string): string[] {
  const { findings } = loadCatalog(memoryFiles({ ...FILES, [path]: text }));
  return findings
    .filter(({ rule }) => rule === 'invisible-character')
    .map(({ path: at, span, message }) => `${at}:${span.line}:${span.column} ${message.zh}`);
}

describe('a file with an invisible character', () => {
  const data = Object.keys(FILES).filter((path) => kindOfPath(path) !== undefined);
  test.each(data)('%s is told, in a value, a key and a comment', (path) => {
    const lines = textOf(path).split('\n');
    const at = lines.findIndex((line) => /^(name|title): \S/.test(line));
    const value = lines.with(at, `${lines[at] ?? ''}\u202e`).join('\n');
    expect(found(path, value)).toHaveLength(1);
    expect(found(path, `${textOf(path)}\nno\u200bkey: 1\n`)[0]).toContain('零宽空格（U+200B）');
    expect(found(path, `# 注\u2066释\n${textOf(path)}`)).toEqual([
      `${path}:1:4 这里有看不见的字符：文字方向控制符（U+2066）`,
    ]);
  });

  /** What stands in the place of the name, and the columns where something is told. */
  const NAMES: readonly (readonly [yaml: string, columns: readonly number[]])[] = [
    ['"取水\\u202e许可"', [10]],
    ['"取水\\x1b[2J许可"', [10]],
    ['"取水\\e许可"', [10]],
    ['"取水\\N许\\P可"', [10, 13]],
    ['"取水\\U000e0041许可"', [10]],
    ['"取水\\ud800许可"', [10]],
    ['"取水\\ud83d\\ude00许可"', []],
    ['"取水\\\\u202e许可"', []],
    ['取水\\u202e许可', []],
    ['取水\u202e\u2066许\u200b可', [9, 12]],
  ];
  test.each(NAMES)('name: %s', (yaml, columns) => {
    const text = textOf(ITEM).replace('name: 取水许可\n', `name: ${yaml}\n`);
    const line = text.split('\n').findIndex((each) => each.startsWith('name: ')) + 1;
    const places = found(ITEM, text).map((each) => each.split(' ')[0]);
    expect(places).toEqual(columns.map((column) => `${ITEM}:${line}:${column}`));
  });

  test('is read with a mark in place of what no file can hold', () => {
    const text = textOf(ITEM).replace('name: 取水许可\n', 'name: "取水\\udc00许可"\n');
    const { catalog } = loadCatalog(memoryFiles({ ...FILES, [ITEM]: text }));
    expect(catalog.items.find(({ path }) => path === ITEM)?.value.name).toBe('取水\ufffd许可');
  });

  test('that is not YAML is told all the same, and not more than fifty times', () => {
    expect(found(ITEM, `name: "取水\n\u200e甲: [`)).toHaveLength(1);
    const many = found(ITEM, `${textOf(ITEM)}# ${'甲\u200b'.repeat(400)}\n`);
    expect(many).toHaveLength(50);
    expect(many.at(-1)).toContain('还有 350 处');
  });
});
