import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { beforeAll, describe, expect, test } from 'vitest';
import { run } from './program.ts';
import { smallCatalogue } from './small-catalogue.ts';

const ITEM = 'items/water/water-abstraction.yaml';

/** The schema of the standard, as the package with its checks for tests has it. */
function validator() {
  const require = createRequire(import.meta.url);
  const file = require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
  // It is of draft 4, which calls `$id` `id`; nothing else in it differs.
  const { $schema: _, id: __, ...schema } = JSON.parse(readFileSync(file, 'utf8'));
  return new Ajv({
    strict: false,
    allErrors: true,
    validateFormats: false,
    unicodeRegExp: false,
  }).compile(schema);
}

interface Result {
  readonly ruleId: string;
  readonly suppressions: readonly { readonly kind: string; readonly justification: string }[];
  readonly fixes?: readonly unknown[];
}

describe('a report as SARIF', () => {
  const isValid = validator();
  let root = '';
  beforeAll(() => {
    root = smallCatalogue();
  });
  const edit = (from: string, to: string): void => {
    const path = join(root, ITEM);
    const text = readFileSync(path, 'utf8');
    expect(text).toContain(from);
    writeFileSync(path, text.replace(from, to));
  };
  const sarif = async (...more: string[]): Promise<Result[]> => {
    const { out } = await run(['check', '--no-cache', '--format', 'sarif', ...more], root);
    const log = JSON.parse(out);
    expect(isValid(log), JSON.stringify(isValid.errors)).toBe(true);
    return log.runs[0].results;
  };

  test('is valid by the schema of the standard, also with fixes and suppressions', async () => {
    expect(isValid({ version: '2.1.0', runs: [{ results: [] }] })).toBe(false);
    expect(await sarif()).toEqual([]);
    edit('level: 县级', 'level：县级');
    expect((await sarif()).map(({ fixes }) => fixes?.length)).toEqual([1]);
    edit('level：县级', 'level: 村庄级');
    await run(['check', '--no-cache', '--write-baseline'], root);
    edit('case: 承诺件\n', '');
    const results = await sarif();
    expect(results.map(({ ruleId, suppressions }) => [ruleId, suppressions])).toEqual([
      ['incomplete-element', []],
      ['unknown-value', [{ kind: 'external', justification: '基线里已有，以后再改' }]],
    ]);
    expect((await sarif('--only', 'incomplete-element')).length).toBe(1);
  });
});
