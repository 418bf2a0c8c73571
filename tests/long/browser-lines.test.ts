import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { serveFolder, startBrowser } from '../browser.ts';
import { type LineFaults, lineFaults } from '../line-probe.ts';
import { emptyFolder, ROOT, run } from '../program.ts';

const out = join(emptyFolder(), 'public');
const argv = ['build', 'catalog', '--out', out, '--only', 'html,screen', '--force'];
expect((await run(argv, ROOT)).code).toBe(0);
const pages = readdirSync(out, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.html'))
  .sort();

describe('lines as a browser sets them', () => {
  test.each([360, 1280, 1920])('on a screen of %i px', async (width) => {
    const [browser, { url, server }] = await Promise.all([startBrowser(), serveFolder(out)]);
    const page = await browser.newPage({ viewport: { width, height: 1080 } });
    const found: LineFaults[] = [];
    for (const path of pages.filter((each) => each.startsWith('screens/') === (width === 1920))) {
      await page.goto(`${url}/${path}`);
      await page.evaluate('document.querySelectorAll("details").forEach((d) => { d.open = true })');
      found.push(await lineFaults(page));
    }
    await browser.close();
    server.close();
    expect(found.flatMap(({ torn }) => torn)).toEqual([]);
    expect(found.flatMap(({ starts }) => starts)).toEqual([]);
    const lines = found.reduce((sum, each) => sum + each.lines, 0);
    expect(lines).toBeGreaterThan(width === 1920 ? 50 : 5000);
    expect(found.flatMap(({ orphans }) => orphans).length).toBeLessThanOrEqual(lines / 200);
  });
});
