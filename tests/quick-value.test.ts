import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Complaint, convert, type Place } from '../src/load/convert.ts';
import { quickPlaces, quickTree, quickValue } from '../src/load/quick-tree.ts';
import { shapeOf } from '../src/load/shape.ts';
import { validate } from '../src/load/validate.ts';
import { type Kind, kindOfPath } from '../src/model/kinds.ts';
import { schemaOf } from '../src/model/schema-node.ts';
import { seededRandom } from './bench/random.ts';
import { ROOT } from './program.ts';
import { rounds, trialSeed } from './trials.ts';

/** The data files of a catalogue, with their kinds. */
function dataFiles(folder: string): { kind: Kind; text: string }[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).flatMap((path) => {
    const kind = kindOfPath(path);
    return kind === undefined
      ? []
      : [{ kind, text: readFileSync(join(ROOT, folder, path), 'utf8') }];
  });
}

const CASES = readdirSync(join(ROOT, 'tests/cases/items')).map((name) => ({
  kind: 'item' as const,
  text: readFileSync(join(ROOT, 'tests/cases/items', name), 'utf8'),
}));
const FILES = [...['catalog', 'tests/catalog'].flatMap(dataFiles), ...CASES];

/** Fails where the value read at once is not that of the tree, or hides a complaint. */
function compare(kind: Kind, text: string): boolean {
  const schema = schemaOf(kind);
  // Places are noted alone for one text, and together with its value.
  quickPlaces('', shapeOf(schema));
  comparePlaces(kind, text);
  const quick = quickValue(text, shapeOf(schema));
  comparePlaces(kind, text);
  if (quick === undefined) return false;
  const complaints: Complaint[] = [];
  const complain = (complaint: Complaint): number => complaints.push(complaint);
  expect(quick, text).toEqual(convert(quickTree(text) ?? null, schema, { complain }));
  expect(complaints, text).toEqual([]);
  expect(validate(kind, quick), text).toEqual([]);
  return true;
}

/** Fails where a place found without a tree is not that of the tree. */
function comparePlaces(kind: Kind, text: string): void {
  const schema = schemaOf(kind);
  const quick = quickPlaces(text, shapeOf(schema));
  if (quick === undefined) return;
  const places = new Map<string, Place>();
  const place = (pointer: string, at: Place): unknown => places.set(pointer, at);
  convert(quickTree(text) ?? null, schema, { place });
  const found: unknown[] = [];
  const right: unknown[] = [];
  for (const [pointer, at] of places) {
    for (const beyond of ['', '/nothing', '/0', '/-', '/00']) {
      if (beyond !== '' && places.has(pointer + beyond)) continue;
      found.push(quick.nearest(pointer + beyond));
      right.push([pointer, at]);
    }
  }
  expect(found, text).toEqual(right);
  expect(quick.words(), text).toEqual([...places.values()].flatMap(({ word }) => word ?? []));
  expect(quick.nearest('')).toEqual(['', undefined]);
  expect(quick.nearest('/nothing/0')).toEqual(['', undefined]);
}

describe('a value read at once is that of the tree', () => {
  test('in the catalogues, of which nearly all files are read so', () => {
    const own = dataFiles('catalog');
    expect(own.filter(({ kind, text }) => compare(kind, text)).length).toBe(own.length);
    for (const { kind, text } of FILES) compare(kind, text);
  });

  test.each([
    ['item', 'id: a\nid: b\n'],
    ['item', 'id: a\n标识: b\n'],
    ['item', 'materials: [身份证, { name: 户口簿, copies: 2 }]\n'],
    ['item', 'materials: [{ name: 户口簿, copies: 两份 }]\n'],
    ['item', 'fees: 不收费\n'],
    ['item', 'fees: [{ name: 工本费 }]\n'],
    ['item', 'fees: { name: 工本费 }\n'],
    ['item', 'limits: { committed: ３个工作日 }\n'],
    ['item', 'notes:\nvisits: 1\n'],
    ['item', 'notes: ""\n'],
    ['item', 'notes: "  "\naliases: ["", x]\n'],
    ['item', 'conditions:\n- 甲\n-\n'],
    ['item', 'hall_entry: 是\nchannels: { express: 否, fully_online: maybe }\n'],
    ['item', 'nmae: x\n'],
    ['law', 'id: a\narticles: { 第一条: 甲, __proto__: 乙, constructor: 丙 }\n'],
    ['settings', 'title: |\n  目录\nrules: { a: error }\n'],
  ] as const)('in a file of kind %s: %j', (kind, text) => {
    compare(kind, text);
  });

  test('in thousands of files with something changed at random', () => {
    const random = seededRandom(trialSeed(20261125));
    const pieces = [
      '３',
      '',
      ' ',
      ': ',
      '\n',
      '- ',
      'id: a\n',
      '是',
      '"',
      "'",
      '{',
      '[',
      '甲',
      '|',
    ];
    let quick = 0;
    for (let round = 0; round < rounds(1000, 3000); round += 1) {
      const { kind, text } = random.pick(FILES);
      const from = text.lastIndexOf('\n', random.below(text.length + 1)) + 1;
      const lineLess = text.slice(0, from) + text.slice(text.indexOf('\n', from) + 1);
      const at = random.below(text.length + 1);
      const head = text.slice(0, at);
      const mutated =
        round % 3 === 0 ? lineLess : head + random.pick(pieces) + text.slice(at + random.below(4));
      if (compare(kind, mutated)) quick += 1;
    }
    expect(quick).toBeGreaterThan(rounds(170, 500));
  });
});
