import { createHmac, randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive } from './alive.ts';
import { cacheKey } from './cache-key.ts';

const NAME = /^\.import-((\d+)-[0-9a-f]{16})-([0-9a-f]{32})$/;

/**
 * Makes a folder in a catalogue for files on their way there, and gives its absolute path. What
 * imports that were cut off left there goes; a folder is theirs when its name was made with the
 * user's key, which no catalogue can bring.
 */
export function openStage(root: string): string {
  for (const name of readdirSync(root)) {
    const [, id = '', owner = '', checksum] = NAME.exec(name) ?? [];
    if (checksum !== checksumOf(id) || isAlive(Number(owner))) continue;
    rmSync(join(root, name), { recursive: true, force: true });
  }
  const id = `${process.pid}-${randomBytes(8).toString('hex')}`;
  const stage = join(root, `.import-${id}-${checksumOf(id)}`);
  mkdirSync(stage);
  return stage;
}

function checksumOf(id: string): string {
  return createHmac('sha256', cacheKey()).update(`import ${id}`).digest('hex').slice(0, 32);
}
