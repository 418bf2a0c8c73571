import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { PROFILES, type ProfileId } from '../src/lint/completeness/profiles.ts';
import type { Finding } from '../src/model/finding.ts';
import { withKeys } from '../src/model/key-names.ts';
import { schemaOf } from '../src/model/schema-node.ts';
import { linesOf, pasted } from './pasted-lines.ts';
import { type FileRecord, findingsOf, readCatalogFiles } from './patched-catalog.ts';

const FULL = readCatalogFiles('catalog');
/** Without the other items: what a hint says rests on the item alone and on what items share. */
const ALL = Object.fromEntries(
  Object.entries(FULL).filter(
    ([path]) => !path.startsWith('items/') && !path.startsWith('bundles/'),
  ),
);
const TOLD = new TextDecoder();
const textOf = (path: string): string => TOLD.decode(FULL[path] as Uint8Array);
const read = (path: string): Record<string, unknown> => parse(textOf(path), { schema: 'core' });

const keyOf = ({ rule, pointer, message }: Finding): string => `${rule} ${pointer} ${message.zh}`;

interface Broken {
  readonly path: string;
  /** Taken out of the item, by keys with dots; a number is a position in a list. */
  readonly without: string;
}

/** The item without a value; undefined where it has none there. */
function withoutAt(value: unknown, path: string): unknown {
  const [step = '', ...rest] = path.split('.');
  if (typeof value !== 'object' || value === null || !(step in value)) return undefined;
  const copy = structuredClone(value) as Record<string, unknown>;
  if (rest.length === 0) {
    if (Array.isArray(copy)) return undefined;
    delete copy[step];
    return copy;
  }
  const inner = withoutAt(copy[step], rest.join('.'));
  if (inner === undefined) return undefined;
  copy[step] = inner;
  return copy;
}

const ITEMS = ['items/water/water-abstraction.yaml', 'items/market/food-operation.yaml'];
const FIELDS = [
  ...['basis', 'conditions', 'quota', 'audience', 'level', 'power', 'body', 'case', 'materials'],
  ...['steps', 'fees', 'result', 'result.kind', 'visits', 'channels', 'channels.handling'],
  ...['channels.express', 'hall_entry', 'contact', 'contact.consult', 'contact.complain', 'faq'],
  ...['limits.statutory', 'limits.committed', 'codes.basic', 'codes.implementation'],
  ...['materials.0.necessity', 'materials.1.necessity', 'materials.2.when', 'basis.0.article'],
  ...['channels.windows', 'channels.online', 'limits.special.0.days', 'limits.special.2.basis'],
  ...['fees.0.basis', 'fees.0.standard', 'visits_reason', 'materials.6.deferral', 'limits'],
  ...['name', 'type', 'department', 'id', 'situations.0.name'],
  ...['faq.0.answer', 'materials.0.name', 'steps.0.name', 'intermediary.0.name'],
];
const BROKEN: readonly Broken[] = ITEMS.flatMap((path) =>
  FIELDS.map((without) => ({ path, without })).filter(
    (each) => withoutAt(read(path), each.without) !== undefined,
  ),
);

const profiles = Object.keys(PROFILES) as ProfileId[];
const SOUND = new Map<string, ReadonlySet<string>>();

/** What is told of the item as it is, looked up once. */
function soundOf(path: string, keys: 'zh' | 'en'): ReadonlySet<string> {
  const key = `${path} ${keys}`;
  const known = SOUND.get(key) ?? new Set(checkWith(path, read(path), keys, profiles).map(keyOf));
  SOUND.set(key, known);
  return known;
}

/** Hints that give no lines: something of the catalogue has to be known. */
const WITHOUT_LINES = new Set<string>(['instant-case']);

function checkWith(path: string, value: unknown, keys: 'zh' | 'en', profiles: ProfileId[]) {
  const settings = `${textOf('mingbai.yaml').replace(/^profiles:.*$/m, '')}\nprofiles: [${profiles}]\n`;
  const written = stringify(withKeys(value, schemaOf('item'), keys), { lineWidth: 0 });
  const files: FileRecord = { ...ALL, 'mingbai.yaml': settings, [path]: written };
  return findingsOf(files).filter((finding) => finding.path === path);
}

describe.each(['en', 'zh'] as const)('what a hint says to paste mends it, keys in %s', (keys) => {
  test.each(BROKEN)('$path without $without', ({ path, without }) => {
    const value = withoutAt(read(path), without);
    const before = checkWith(path, value, keys, profiles);
    const sound = soundOf(path, keys);
    const told = before.filter((finding) => !sound.has(keyOf(finding)));
    const known = new Set(before.map(keyOf));
    for (const finding of told) {
      const lines = linesOf(finding);
      if (lines === '') continue;
      const mended = pasted(withKeys(value, schemaOf('item'), keys), finding, lines);
      const after = checkWith(path, mended, keys, profiles).map(keyOf);
      expect(after, `${finding.message.zh}\n${lines}`).not.toContain(keyOf(finding));
      const fresh = after.filter((key) => !known.has(key) && !sound.has(key));
      expect(fresh, `${finding.message.zh}\n${lines}`).toEqual([]);
    }
    const silent = told.filter(
      (finding) =>
        linesOf(finding) === '' &&
        !WITHOUT_LINES.has(finding.rule) &&
        !/departments/.test(finding.hint?.zh ?? ''),
    );
    expect(silent.map((each) => `${each.rule}: ${each.hint?.zh}`)).toEqual([]);
  });
});
