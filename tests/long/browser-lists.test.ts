import { readdirSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { generateCatalog } from '../bench/generate.ts';
import { serveFolder, startBrowser } from '../browser.ts';
import { expectForEveryone } from '../page-checks.ts';
import { emptyFolder, ROOT, run } from '../program.ts';

const out = join(emptyFolder(), 'public');
let browser: Browser;
let server: Server;
let url = '';

beforeAll(async () => {
  const folder = join(emptyFolder(), 'catalog');
  generateCatalog(folder, 460, { faults: 'none' });
  const argv = ['build', folder, '--out', out, '--only', 'html', '--force'];
  expect((await run(argv, ROOT)).code).toBe(0);
  [browser, { url, server }] = await Promise.all([startBrowser(), serveFolder(out)]);
});

afterAll(async () => {
  await browser.close();
  server.close();
});

/** Pages as only a large catalogue has them. */
const KINDS = [
  'lists/all.2.html',
  'lists/a-z.3.html',
  'lists/once.2.html',
  'phones.2.html',
  'completeness.2.html',
  'changes.2.html',
];

describe('a part of a long list is for everyone', () => {
  const windows = () => readdirSync(join(out, 'halls')).filter((name) => name.includes('.window-'));

  test.each([...KINDS, 'a window'])('%s', async (kind) => {
    const path = kind === 'a window' ? `halls/${windows()[0]}` : kind;
    await expectForEveryone(browser, url, path);
  });

  test('leads on by keyboard, with scripts off, on large targets', async () => {
    const context = await browser.newContext({
      viewport: { width: 360, height: 740 },
      javaScriptEnabled: false,
    });
    const page = await context.newPage();
    await page.goto(`${url}/lists/all.html`);
    const small = await page.locator('.pager a').evaluateAll(
      (all) =>
        all.filter((each) => {
          const { width, height } = each.getBoundingClientRect();
          return width < 44 || height < 44;
        }).length,
    );
    expect(small).toBe(0);
    await page.focus('.pager a[rel=next]');
    await page.keyboard.press('Enter');
    await page.waitForURL(/all\.2\.html$/);
    expect(await page.innerText('.pager [aria-current]')).toBe('2');
    await page.click('.pager a[rel=prev]');
    await page.waitForURL(/all\.html$/);
    await page.click('.jump a >> nth=-1');
    await page.waitForURL(/all\.3\.html#department-/);
    expect(await page.isVisible(new URL(page.url()).hash)).toBe(true);
    await context.close();
  });
});
