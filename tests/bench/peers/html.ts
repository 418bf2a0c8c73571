import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Ground } from '../ground.ts';
import type { Command } from '../measure.ts';
import { hasHugo } from './install.ts';

/** Above this size they take more than ten minutes or all memory. */
const MOST = 10_000;

/** Eleventy, and Hugo where it is installed, making the same pages from the same items. */
export function htmlPeers(ground: Ground, root: string): Command[] {
  if (ground.size > MOST) return [];
  return [...eleventy(ground, root), ...(hasHugo() ? [hugo(ground, root)] : [])];
}

function eleventy({ peers, size }: Ground, root: string): Command[] {
  const bin = join(peers, 'node_modules/.bin/eleventy');
  const site = join(peers, `eleventy-${size}`);
  if (!existsSync(bin)) return [];
  cpSync(own('eleventy'), site, { recursive: true });
  const argv = [bin, '--config', 'eleventy.config.mjs', '--quiet'];
  const before = (): void => rmSync(join(site, 'out'), { recursive: true, force: true });
  const env = { CATALOG: root };
  return [{ name: 'Eleventy', argv, cwd: site, env, before, tree: join(site, 'out') }];
}

function hugo({ work }: Ground, root: string): Command {
  const site = join(work, 'hugo');
  const out = join(site, 'out');
  if (!existsSync(site)) {
    cpSync(own('hugo'), site, { recursive: true });
    writeContent(root, join(site, 'content/items'));
  }
  const before = (): void => {
    rmSync(out, { recursive: true, force: true });
    rmSync(join(site, 'resources'), { recursive: true, force: true });
  };
  const argv = ['hugo', '--quiet', '--destination', out];
  return { name: 'Hugo', argv, cwd: site, before, tree: out };
}

const own = (name: string): string => new URL(`${name}/`, import.meta.url).pathname;

/** Hugo wants a page a file: the item stands in its front matter. */
function writeContent(root: string, content: string): void {
  for (const department of readdirSync(join(root, 'items'))) {
    mkdirSync(join(content, department), { recursive: true });
    for (const name of readdirSync(join(root, 'items', department))) {
      const text = readFileSync(join(root, 'items', department, name), 'utf8');
      const title = /^name: (.*)$/m.exec(text)?.[1] ?? '';
      const item = text.replace(/^(?=.)/gm, '  ');
      const page = `---\ntitle: ${title}\ndepartments: [${department}]\nitem:\n${item}---\n`;
      writeFileSync(join(content, department, name.replace(/yaml$/, 'md')), page);
    }
  }
}
