import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { ALL_RULES } from '../src/lint/rules/index.ts';
import type { Finding } from '../src/model/finding.ts';
import { linesOf, pasted } from './pasted-lines.ts';
import { findingsOf, type Patches, patchFiles, readCatalogFiles } from './patched-catalog.ts';

const BASE = readCatalogFiles('tests/catalog');
const ITEM = 'items/water/water-abstraction.yaml';
const RULES = ALL_RULES.filter(({ id }) => !id.startsWith('wording-'));

interface Followed {
  readonly says: string;
  readonly delete?: string;
  readonly do?: unknown;
}
const FOLLOWED: Readonly<Record<string, Followed>> = parse(
  readFileSync(new URL('hints/followed.yaml', import.meta.url), 'utf8'),
  { schema: 'core' },
);

/** Rules that were found to give no lines. */
const PROSE = new Set<string>();

function patchesOf(example: unknown): Patches {
  const { files = {}, ...item } = example as { readonly files?: Patches };
  return { [ITEM]: item, ...files };
}

const examples = (text: string): Patches => patchesOf(parse(text));
type Files = ReturnType<typeof patchFiles>;

function valueIn(files: Files, path: string): Record<string, unknown> {
  const text = files[path];
  return parse(typeof text === 'string' ? text : new TextDecoder().decode(text), {
    schema: 'core',
  });
}

/** The files with one value written or, where there is none, taken out. */
function withValue(files: Files, path: string, pointer: string, value?: string): Files {
  const root = valueIn(files, path);
  const steps = pointer.split('/').slice(1);
  const last = steps.pop() ?? '';
  let at: unknown = root;
  for (const step of steps) at = (at as Record<string, unknown>)[step];
  const home = at as Record<string, unknown>;
  if (value !== undefined) home[last] = value;
  else if (Array.isArray(home)) home.splice(Number(last), 1);
  else delete home[last];
  return { ...files, [path]: stringify(root, { lineWidth: 0 }) };
}

/** A sound form, which is put where a hint wants one. */
const FORM =
  Object.entries(readCatalogFiles('catalog')).find(([path]) =>
    /^forms\/.*\.docx$/.test(path),
  )?.[1] ?? '';

function bytesOf(files: Files): Files {
  const bytes = (text: string | Uint8Array): Uint8Array =>
    typeof text === 'string' ? new TextEncoder().encode(text) : text;
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [path, bytes(text)]));
}

/** The catalogue when somebody has done what the hint says. */
function follow(rule: (typeof RULES)[number], files: Files, finding: Finding): Files {
  const lines = linesOf(finding);
  const { path, pointer, hint } = finding;
  if (lines !== '') {
    const value = pasted(valueIn(files, path), finding, lines);
    const form = /: (forms\/\S+)/.exec(lines)?.[1];
    const put = form === undefined ? {} : { [form]: FORM };
    return { ...files, ...put, [path]: stringify(value, { lineWidth: 0 }) };
  }
  PROSE.add(rule.id);
  const row = FOLLOWED[rule.id];
  // A rule without a row is followed to its own good example.
  if (row === undefined) return patchFiles(BASE, examples(rule.good));
  const said = new RegExp(row.says).exec(hint?.zh ?? '');
  expect(said, `${row.says} is not in ${hint?.zh}`).not.toBeNull();
  if (row.delete !== undefined) return withValue(files, path, row.delete);
  if (said?.[1] !== undefined) return withValue(files, path, pointer, said[1]);
  if (row.do === 'good') return patchFiles(BASE, examples(rule.good));
  return patchFiles(bytesOf(files), patchesOf(row.do));
}

describe('who follows the hint of a rule is rid of the finding, and gets no other', () => {
  test.each(RULES.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
    let files = patchFiles(BASE, examples(rule.bad));
    // An example may have the fault in several places.
    for (let round = 0; round < 4; round += 1) {
      const [finding] = findingsOf(files);
      if (finding === undefined) break;
      expect(finding.rule).toBe(id);
      files = follow(rule, files, finding);
    }
    expect(findingsOf(files).map((each) => `${each.rule} ${each.pointer}`)).toEqual([]);
  });

  test('each row is of a rule whose hint gives no lines', () => {
    expect(Object.keys(FOLLOWED).filter((id) => !PROSE.has(id))).toEqual([]);
  });
});
