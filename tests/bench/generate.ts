import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Faults } from './faults.ts';
import { idOf, itemText } from './item-text.ts';
import {
  COUNTY_ITEMS,
  countiesOf,
  departmentsOf,
  departmentText,
  type Hall,
  hallOf,
  type Place,
} from './places.ts';
import { seededRandom } from './random.ts';

const SAMPLE = new URL('../../catalog/', import.meta.url).pathname;

/** How many files were written and how many of the items have a fault. */
export interface Generated {
  readonly items: number;
  readonly departments: number;
  readonly faults: number;
  readonly bytes: number;
}

/**
 * Writes a catalogue of `count` items below `root`: settings and laws of the sample catalogue,
 * departments and a hall for every county, items put together from the field's words. The same
 * seed gives the same bytes.
 */
export function generateCatalog(
  root: string,
  count: number,
  { seed = 20261101, faults = 'real' }: { seed?: number; faults?: Faults } = {},
): Generated {
  mkdirSync(root, { recursive: true });
  for (const part of ['mingbai.yaml', 'laws']) {
    cpSync(join(SAMPLE, part), join(root, part), { recursive: true });
  }
  const counties = Array.from({ length: countiesOf(count) }, (_, county) =>
    writeCounty(root, county, count),
  );
  const random = seededRandom(seed);
  let faulty = 0;
  let bytes = 0;
  for (let number = 0; number < count; number += 1) {
    const place = random.pick(counties[Math.floor(number / COUNTY_ITEMS)]!);
    const item = itemText({ number, place, random, faults });
    writeFileSync(join(root, 'items', place.department, `${idOf(number)}.yaml`), item.text);
    faulty += item.faulty ? 1 : 0;
    bytes += Buffer.byteLength(item.text);
  }
  return { items: count, departments: counties.flat().length, faults: faulty, bytes };
}

function writeCounty(root: string, county: number, items: number): Place[] {
  const places = departmentsOf(county, items);
  mkdirSync(join(root, 'departments'), { recursive: true });
  for (const [number, place] of places.entries()) {
    mkdirSync(join(root, 'items', place.department), { recursive: true });
    const text = departmentText(place, number);
    writeFileSync(join(root, 'departments', `${place.department}.yaml`), text);
  }
  const hall = hallOf(county);
  mkdirSync(join(root, 'halls'), { recursive: true });
  writeFileSync(join(root, 'halls', `${hall.id}.yaml`), hallText(hall));
  return places;
}

const SAMPLE_HALL = readFileSync(join(SAMPLE, 'halls/county-hall.yaml'), 'utf8');

/** The sample's hall with windows and hours, in another county. */
function hallText({ id, county }: Hall): string {
  return SAMPLE_HALL.replace(/^id: .*$/m, `id: ${id}`).replaceAll('明白县', county);
}
