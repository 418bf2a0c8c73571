import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { bytesOf, openPress, type Press } from './paper-files.ts';
import { paperFaults } from './paper-layout.ts';
import { emptyFolder } from './program.ts';
import { hasRecords, importRecords } from './records.ts';
import { rounds } from './trials.ts';

describe.skipIf(!hasRecords)('219 real records', () => {
  let press: Press;

  beforeAll(async () => {
    const folder = emptyFolder();
    expect(await importRecords(folder)).toBe(219);
    press = openPress(join(folder, 'records'));
  });

  test.each([
    ['pdf', rounds(5, 1)],
    ['notice', rounds(4, 1)],
    ['brief', rounds(9, 3)],
    ['leaflet', rounds(9, 3)],
  ] as const)(
    '%s (of records, one in %i): no overlap, margins kept, no forbidden line, no widow, no row parted',
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
