import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importFile } from '../../src/import/import.ts';
import { published, schemas, written } from '../independent/published.ts';
import { recompute } from '../independent/recompute.ts';
import { ROOT } from '../program.ts';

const RECORDS = join(ROOT, '../shared/data/power-list-heilongjiang.json');
const present = existsSync(RECORDS);
if (!present) console.log('skipped: ../shared/data is absent, real records not recomputed');

describe.skipIf(!present)('219 real records', () => {
  test('every figure is found again', async () => {
    const { files } = await importFile(readFileSync(RECORDS), 'power-list-heilongjiang.json');
    const all = Object.fromEntries(files);
    expect(recompute(all, schemas)).toEqual(await published(written(all)));
  });
});
