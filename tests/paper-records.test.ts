import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { bytesOf, openPress, type Press } from './paper-files.ts';
import { paperFaults } from './paper-layout.ts';
import { emptyFolder, ROOT, run } from './program.ts';

const RECORDS = join(ROOT, '../shared/data/power-list-heilongjiang.json');
const present = existsSync(RECORDS);
if (!present) console.log('real records not found, their layout is not tested');

describe.skipIf(!present)('219 real records', () => {
  let press: Press;

  beforeAll(async () => {
    const folder = emptyFolder();
    await run(['import', RECORDS, '--to', 'records'], folder);
    press = openPress(join(folder, 'records'));
  });

  test.each([
    ['pdf', 1],
    ['notice', 1],
    ['brief', 3],
    ['leaflet', 3],
  ] as const)(
    '%s (each, or every third): no overlap, margins kept, no forbidden line, no widow, no row parted',
    async (output, every) => {
      const faults: string[] = [];
      for (let index = 0; index < press.guides.length; index += every) {
        for (const file of await press.print(output, index)) {
          const found = paperFaults(bytesOf(file));
          faults.push(...found.map((fault) => `${press.guides[index]?.id} ${file.file} ${fault}`));
        }
      }
      expect(press.guides.length).toBe(219);
      expect(faults).toEqual([]);
    },
    600_000,
  );
});
