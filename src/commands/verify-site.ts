import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { filesBelow } from '../publish/tree.ts';
import { pageSource, type TreeFault } from '../publish/verify-tree.ts';
import { buildCommand } from './build.ts';
import type { Session } from './command.ts';
import { inFolder } from './published-files.ts';

/**
 * Holds pages that a mirror tool fetched against those that the catalogue gives now: their words,
 * not their bytes, for such tools rewrite links. Pages are found by the end of their path.
 */
export async function mirrorFaults(
  folder: string,
  root: string,
  session: Session,
): Promise<TreeFault[]> {
  const home = mkdtempSync(join(tmpdir(), 'mingbai-verify-'));
  try {
    const quiet = { ...session, world: { ...session.world, out: () => {}, err: () => {} } };
    const out = join(home, 'site');
    const options = { out, only: 'html', force: true, cache: false };
    await buildCommand.run([root], options, quiet);
    return compare(resolve(session.world.cwd, folder), out);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

function compare(mirror: string, own: string): TreeFault[] {
  const [theirs, ours] = [inFolder(mirror), inFolder(own)];
  const pages = [...filesBelow(own).keys()].filter((path) => path.endsWith('.html'));
  const fetched = [...theirs.paths].filter((path) => /\.html?$/.test(path));
  const prefix = prefixOf(fetched);
  const left = new Set(fetched);
  const faults: TreeFault[] = [];
  for (const path of pages) {
    const at = `${prefix}${path}`;
    if (!left.delete(at)) {
      if (path !== '404.html') faults.push({ path, why: 'missing' });
      continue;
    }
    const [there, here] = [htmlOf(theirs.read(at)), htmlOf(ours.read(path))];
    const [said, says] = [wordsOf(there), wordsOf(here)];
    if (said === says) continue;
    const isOld = pageSource(there)?.digest !== pageSource(here)?.digest;
    faults.push({ path, why: isOld ? 'stale' : 'changed', detail: differing(said, says) });
  }
  for (const path of left) faults.push({ path, why: 'stray' });
  return faults;
}

/** The folder, often named after the host, in which a mirror tool put the site. */
function prefixOf(paths: readonly string[]): string {
  const roots = paths.filter((path) => /(?:^|\/)index\.html$/.test(path));
  const [shortest = 'index.html'] = roots.sort((a, b) => a.length - b.length);
  return shortest.slice(0, -'index.html'.length);
}

function htmlOf(bytes: Uint8Array | undefined): string {
  return Buffer.from(bytes ?? new Uint8Array()).toString('utf8');
}

/** What a page says: its texts without blanks, marks, scripts and what mirror tools put in. */
function wordsOf(html: string): string {
  return (
    html
      .replace(/<!--[\s\S]*?-->/g, '')
      .replace(/<(script|style)\b(?![^>]*ld\+json)[\s\S]*?<\/\1>/gi, '')
      // Which sheets are offered depends on what was built.
      .replace(/<details class="sheets">\s*<summary>[^<]*<\/summary>/gi, '')
      .replace(/<a\b[^>]*href="[^"]*\.(?:pdf|docx)"[^>]*>[\s\S]*?<\/a>/gi, '')
      .replace(/<meta\b[^>]*\bcontent="([^"]*)"[^>]*>/gi, ' $1 ')
      .replace(/<[^>]*>/g, '\ue000')
      .replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (all, decimal, hex, name) => {
        if (name !== undefined) return NAMED[String(name)] ?? all;
        return String.fromCodePoint(
          Number.parseInt(decimal ?? hex, decimal === undefined ? 16 : 10),
        );
      })
      .replace(/\s+/g, '')
      .replace(/\ue000+/g, ' ')
      .trim()
  );
}

const NAMED: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' },
};

const AROUND = 12;

/** The first place where two texts differ. */
function differing(said: string, says: string): string {
  let at = 0;
  while (at < said.length && said[at] === says[at]) at += 1;
  const start = Math.max(0, at - AROUND);
  const part = (text: string): string => text.slice(start, at + AROUND).trim();
  return `“${part(said)}”≠“${part(says)}”`;
}
