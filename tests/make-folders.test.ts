import * as fs from 'node:fs';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { isAlive } from '../src/world/alive.ts';
import { makeFolders } from '../src/world/make-folders.ts';

/** What another thread does right after a folder could not be made. */
let meanwhile: (folder: string) => void = () => {};

vi.mock('node:fs', async (load) => {
  const real = await load<typeof fs>();
  const mkdirSync = (folder: string, mode?: number): unknown => {
    try {
      return real.mkdirSync(folder, mode);
    } catch (error) {
      meanwhile(folder);
      throw error;
    }
  };
  return { ...real, mkdirSync, makeReally: real.mkdirSync };
});

const { makeReally } = fs as unknown as { makeReally: typeof fs.mkdirSync };

describe('making folders', () => {
  const root = mkdtempSync(join(tmpdir(), 'mingbai-folders-'));
  afterEach(() => {
    meanwhile = () => {};
    rmSync(root, { recursive: true, force: true });
  });

  it('makes all that are missing', () => {
    const folder = join(root, 'a/b/c');
    makeFolders(folder);
    makeFolders(folder);
    expect(statSync(folder).isDirectory()).toBe(true);
  });

  it('goes on when another thread makes the one above at the same moment', () => {
    makeFolders(root);
    const folder = join(root, 'items/water');
    meanwhile = (failed) => {
      meanwhile = () => {};
      makeReally(dirname(failed), { recursive: true });
    };
    makeFolders(folder);
    expect(statSync(folder).isDirectory()).toBe(true);
  });

  it('goes on when another thread makes the folder itself', () => {
    const folder = join(root, 'items/water');
    meanwhile = (failed) => {
      makeReally(failed, { recursive: true });
    };
    makeFolders(folder);
    expect(statSync(folder).isDirectory()).toBe(true);
  });

  it('ends where no folder can be made', () => {
    expect(() => makeFolders('/proc/mingbai/a')).toThrow();
  });
});

describe('whether a process runs', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it('holds one of another user for running, one that is gone not', () => {
    const refused = (code: string): (() => never) => {
      return () => {
        throw Object.assign(new Error(code), { code });
      };
    };
    const kill = vi.spyOn(process, 'kill');
    kill.mockImplementation(refused('EPERM'));
    expect(isAlive(4)).toBe(true);
    kill.mockImplementation(refused('ESRCH'));
    expect(isAlive(4)).toBe(false);
  });
});
