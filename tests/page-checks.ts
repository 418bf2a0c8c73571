import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';
import { violations } from './axe.ts';

/** Opens a page in a new profile; what goes wrong in it fails the test when it is closed. */
export async function openPage(
  browser: Browser,
  url: string,
  path: string,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, ...options });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/404/.test(message.text())) faults.push(message.text());
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(url)) faults.push(`fetched ${request.url()}`);
  });
  page.on('close', () => expect(faults).toEqual([]));
  await page.goto(`${url}/${path}`);
  return page;
}

/** A page is for everyone: on a telephone, on a wide screen, in print and in the 长者版. */
export async function expectForEveryone(browser: Browser, url: string, path: string) {
  const page = await openPage(browser, url, path, { reducedMotion: 'reduce' });
  const wide = () => page.evaluate<number>('document.documentElement.scrollWidth');
  expect(await wide(), `${path} wider than 360 px`).toBeLessThanOrEqual(360);
  await page.setViewportSize({ width: 1280, height: 800 });
  expect(await wide(), `${path} wider than 1280 px`).toBeLessThanOrEqual(1280);
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await violations(page), path).toEqual([]);
  await page.emulateMedia({ media: 'print' });
  expect(await violations(page), `${path} in print`).toEqual([]);
  await page.emulateMedia({ media: 'screen' });
  await page.click('[data-action=elder]');
  expect(await wide(), `${path} 长者版 wider than 360 px`).toBeLessThanOrEqual(360);
  expect(await violations(page), `${path} 长者版`).toEqual([]);
  await page.context().close();
}
