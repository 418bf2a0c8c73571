import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder and those above it that are missing. What Node offers for this goes on for ever
 * where a file system refuses new folders by saying that there are none (/proc).
 */
export function makeFolders(folder: string, mode?: number): void {
  try {
    makeOne(folder, mode);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
    const above = dirname(folder);
    if (above !== folder && !existsSync(above)) makeFolders(above, mode);
    // Once more also where it is there: another thread may have made it meanwhile.
    makeOne(folder, mode);
  }
}

function makeOne(folder: string, mode?: number): void {
  try {
    mkdirSync(folder, mode);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST' || !statSync(folder).isDirectory()) throw error;
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
