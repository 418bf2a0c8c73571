/**
 * What no program can do without, as a fresh process of its own:
 *   node floor.mjs read|parse|write <reader> <catalogue> <sizes.json> <out> <processes>
 * The reader is the program's own, the few modules of it put into one file (see floors.ts).
 * `read` reads every file, `parse` reads and parses it, `write` also writes as many bytes to as
 * many files as `sizes.json` lists (what a build wrote), sync, one after the other.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const [kind, reader, root, sizes, out, processes = '1', part = ''] = process.argv.slice(2);
const { decodeText, diskFiles, quickTree } = await import(reader);
const many = Number(processes);

if (many > 1 && part === '') {
  const own = fileURLToPath(import.meta.url);
  for (let number = 0; number < many; number += 1) {
    const argv = [own, kind, reader, root, sizes, out, processes, String(number)];
    spawn(process.execPath, argv, { stdio: 'inherit' });
  }
} else {
  const mine = (_, place) => many === 1 || place % many === Number(part);
  const files = diskFiles(root);
  for (const path of files.list().filter(mine)) {
    const text = decodeText(files.read(path)).text ?? '';
    if (kind !== 'read') quickTree(text);
  }
  if (kind === 'write') writeAll(JSON.parse(readFileSync(sizes, 'utf8')).filter(mine));
}

function writeAll(list) {
  const largest = list.reduce((most, [, size]) => Math.max(most, size), 0);
  const bytes = Buffer.alloc(largest, '明');
  const folders = new Set();
  for (const [path, size] of list) {
    const full = join(out, path);
    if (!folders.has(dirname(full))) mkdirSync(dirname(full), { recursive: true });
    folders.add(dirname(full));
    writeFileSync(full, bytes.subarray(0, size));
  }
}
