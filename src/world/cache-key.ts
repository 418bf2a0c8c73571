import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { makeFolders } from './make-folders.ts';

/** The folder that this user's programs may fill and empty: outside of every catalogue. */
export function userCache(): string {
  const { XDG_CACHE_HOME: xdg = '', LOCALAPPDATA: local = '' } = process.env;
  const home = isAbsolute(xdg) ? xdg : isAbsolute(local) ? local : join(homedir(), '.cache');
  return join(home, 'mingbai');
}

/** In bytes. */
const LENGTH = 32;

let known: Buffer | undefined;

/**
 * What state that is kept for the next run is checksummed with (HMAC-SHA256). It lies where a
 * catalogue cannot write, or comes from MINGBAI_CACHE_KEY where machines share what they keep.
 * Where neither can be had it is another one each time: then nothing that was kept is believed.
 */
export function cacheKey(): Uint8Array {
  const given = process.env.MINGBAI_CACHE_KEY ?? '';
  if (given !== '') return Buffer.from(given);
  known ??= storedKey(userCache()) ?? randomBytes(LENGTH);
  return known;
}

function storedKey(folder: string): Buffer | undefined {
  const path = join(folder, 'key');
  try {
    return readKey(path) ?? makeKey(folder, path);
  } catch {
    return undefined;
  }
}

function readKey(path: string): Buffer | undefined {
  try {
    const key = Buffer.from(readFileSync(path, 'latin1').trim(), 'hex');
    return key.length === LENGTH ? key : undefined;
  } catch {
    return undefined;
  }
}

/** The file appears with all that is in it; of two programs that make it the first one wins. */
function makeKey(folder: string, path: string): Buffer | undefined {
  makeFolders(folder, 0o700);
  const own = `${path}.${process.pid}`;
  rmSync(own, { force: true });
  writeFileSync(own, `${randomBytes(LENGTH).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
  try {
    linkSync(own, path);
  } catch {
    // Another program was faster.
  } finally {
    rmSync(own, { force: true });
  }
  return readKey(path);
}
