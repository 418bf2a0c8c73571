import { readdirSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveFolder, startBrowser } from '../browser.ts';
import { expectForEveryone } from '../page-checks.ts';
import { emptyFolder, ROOT, run } from '../program.ts';

const out = join(emptyFolder(), 'public');
const argv = ['build', 'catalog', '--out', out, '--only', 'html,notice', '--force'];
expect((await run(argv, ROOT)).code).toBe(0);
const pages = readdirSync(out, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.html'))
  .sort();

let browser: Browser;
let server: Server;
let url = '';

beforeAll(async () => {
  [browser, { url, server }] = await Promise.all([startBrowser(), serveFolder(out)]);
});

afterAll(async () => {
  await browser.close();
  server.close();
});

test('the sample catalogue has pages of every kind', () => {
  expect(pages.length).toBeGreaterThan(80);
});

describe('every page is for everyone', () => {
  test.each(pages)('%s', async (path) => expectForEveryone(browser, url, path));
});
