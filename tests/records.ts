import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, run } from './program.ts';

/** 219 published records of one county, beside the project. */
const RECORDS = join(ROOT, '../shared/data/power-list-heilongjiang.json');

export const hasRecords = existsSync(RECORDS);
if (!hasRecords) console.log('219 real records not found: their tests are skipped');

/** Imports each record, or every so manyth, into `folder/records`; gives how many they are. */
export async function importRecords(folder: string, every = 1): Promise<number> {
  const records = JSON.parse(readFileSync(RECORDS, 'utf8')) as unknown[];
  const some = records.filter((_, at) => at % every === 0);
  writeFileSync(join(folder, 'records.json'), JSON.stringify(some));
  const { code, err } = await run(['import', 'records.json', '--to', 'records'], folder);
  if (code !== 0) throw new Error(err);
  return some.length;
}
