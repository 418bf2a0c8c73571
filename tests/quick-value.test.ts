import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Complaint, convert } from '../src/load/convert.ts';
import { openYaml } from '../src/load/open-yaml.ts';
import { type Place, Places } from '../src/load/places.ts';
import { quickTree } from '../src/load/quick-tree.ts';
import { type Shape, shapeOf } from '../src/load/shape.ts';
import { rangeOf, type TreeNode } from '../src/load/tree.ts';
import { validate } from '../src/load/validate.ts';
import { documentTree } from '../src/load/yaml-tree.ts';
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

/** What a file of a kind gives by the tree of one of the readers. */
function read(kind: Kind, tree: TreeNode | null) {
  const complaints: Complaint[] = [];
  const complain = (complaint: Complaint): number => complaints.push(complaint);
  const value = convert(tree, schemaOf(kind), complain);
  const errors = value === undefined ? [] : validate(kind, value);
  return { value, complaints, errors };
}

/** Fails where the quick reader gives another value or place than the full one. */
function compare(kind: Kind, text: string): boolean {
  const quick = quickTree(text);
  if (quick === undefined) return false;
  const full = documentTree(openYaml(text), text);
  const given = read(kind, quick);
  expect(simplified(given), text).toEqual(simplified(read(kind, full)));
  comparePlaces(kind, quick, text);
  expect(simplified(allPlaces(kind, quick)), text).toEqual(simplified(allPlaces(kind, full)));
  return given.complaints.length === 0 && given.errors.length === 0;
}

/** Without the ends of maps and lists, which the readers need not agree on. */
function simplified(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_, each) => {
      if (each?.got === 'map' || each?.got === 'list') return { ...each, at: each.at[0] };
      const isCompound = Array.isArray(each?.value) && each.text === undefined;
      return isCompound ? { ...each, value: each.value[0] } : each;
    }) ?? 'null',
  );
}

/** Every value that convert goes through, with its place, in the order of the file. */
function allPlaces(kind: Kind, tree: TreeNode | null): [string, Place][] {
  return [...placesIn(tree, shapeOf(schemaOf(kind)), '')];
}

function* placesIn(node: TreeNode | null, shape: Shape, at: string): Iterable<[string, Place]> {
  const branch = shape.branch(node?.kind === 'list');
  if (node?.kind === 'list' && branch.type === 'array') {
    for (const [index, each] of node.items.entries()) {
      yield [`${at}/${index}`, { value: rangeOf(each), ...textOf(each) }];
      yield* placesIn(each, branch.items, `${at}/${index}`);
    }
  }
  if (node?.kind !== 'map' || branch.type !== 'object') return;
  const seen = new Set<string>();
  for (const { key, value } of node.entries) {
    const field = branch.field(key.text);
    if (field === undefined || seen.has(field.name)) continue;
    seen.add(field.name);
    const pointer = `${at}/${field.name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    const keyed = { key: rangeOf(key), word: key.text };
    yield [pointer, { value: rangeOf(value ?? key), ...keyed, ...textOf(value) }];
    yield* placesIn(value, field.shape, pointer);
  }
}

function textOf(node: TreeNode | null): { text?: string } {
  return node === null ? { text: '' } : node.kind === 'text' ? { text: node.text } : {};
}

/** Fails where a place that is looked up is not that of the walk. */
function comparePlaces(kind: Kind, tree: TreeNode, text: string): void {
  const places = new Map(allPlaces(kind, tree));
  const looked = new Places(tree, shapeOf(schemaOf(kind)));
  const found: unknown[] = [];
  const right: unknown[] = [];
  for (const [pointer, at] of places) {
    for (const beyond of ['', '/nothing', '/0', '/-', '/00']) {
      if (beyond !== '' && places.has(pointer + beyond)) continue;
      found.push(looked.nearest(pointer + beyond));
      right.push([pointer, at]);
    }
  }
  expect(found, text).toEqual(right);
  const words = [...places.values()].flatMap(({ word }) => word ?? []);
  expect(looked.words().sort(), text).toEqual(words.sort());
  expect(looked.nearest('')).toEqual(['', undefined]);
  expect(looked.nearest('/nothing/0')).toEqual(['', undefined]);
}

describe('a value read quickly is that of the full reader', () => {
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
    for (let round = 0; round < rounds(500, 3000); round += 1) {
      const { kind, text } = random.pick(FILES);
      const from = text.lastIndexOf('\n', random.below(text.length + 1)) + 1;
      const lineLess = text.slice(0, from) + text.slice(text.indexOf('\n', from) + 1);
      const at = random.below(text.length + 1);
      const head = text.slice(0, at);
      const mutated =
        round % 3 === 0 ? lineLess : head + random.pick(pieces) + text.slice(at + random.below(4));
      if (compare(kind, mutated)) quick += 1;
    }
    expect(quick).toBeGreaterThan(rounds(80, 500));
  });
});
