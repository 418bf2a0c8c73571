import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { itemText, type Place } from './item-text.ts';
import { seededRandom } from './random.ts';

const SAMPLE = new URL('../../catalog/', import.meta.url).pathname;
const FAULTY = 0.03;

/** How many files were written and how many of them have a fault. */
export interface Generated {
  readonly items: number;
  readonly faults: number;
  readonly bytes: number;
}

/**
 * Writes a catalogue of `count` items below `root`: settings, departments, halls and laws of the
 * sample catalogue, items put together from the field's words. The same seed gives the same bytes.
 * With `readable` every file is YAML, for programs that stop at the first one that is not.
 */
export function generateCatalog(
  root: string,
  count: number,
  { seed = 20261101, readable = false }: { seed?: number; readable?: boolean } = {},
): Generated {
  mkdirSync(root, { recursive: true });
  for (const part of ['mingbai.yaml', 'departments', 'halls', 'laws']) {
    cpSync(join(SAMPLE, part), join(root, part), { recursive: true });
  }
  const departments = readDepartments();
  for (const { department } of departments) {
    mkdirSync(join(root, 'items', department), { recursive: true });
  }
  const random = seededRandom(seed);
  let faults = 0;
  let bytes = 0;
  for (let number = 0; number < count; number += 1) {
    const place = random.pick(departments);
    const faulty = random.chance(FAULTY);
    const text = itemText(number, place, random, faulty, readable);
    writeFileSync(join(root, 'items', place.department, `${idOf(number)}.yaml`), text);
    faults += faulty ? 1 : 0;
    bytes += Buffer.byteLength(text);
  }
  return { items: count, faults, bytes };
}

/** The id, and file name, of the item with a number. */
export function idOf(number: number): string {
  return `item-${String(number).padStart(6, '0')}`;
}

function readDepartments(): Place[] {
  const folder = join(SAMPLE, 'departments');
  return readdirSync(folder).map((name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    const read = (key: string): string => new RegExp(`^${key}: "?([^"\n]+)`, 'm').exec(text)![1]!;
    return { department: read('id'), name: read('name'), uscc: read('uscc'), phone: read('phone') };
  });
}
