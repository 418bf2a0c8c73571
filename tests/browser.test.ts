import type { Server } from 'node:http';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveFolder, startBrowser } from './browser.ts';
import { expectForEveryone, openPage } from './page-checks.ts';
import { emptyFolder, ROOT, run } from './program.ts';

const ITEM = 'items/water/water-abstraction/index.html';
/** The way of most visitors; `npm run test:long` opens every page. */
const KINDS = ['index.html', ITEM, 'lists/departments/water.html'];

let browser: Browser;
let server: Server;
let url = '';

beforeAll(async () => {
  const out = join(emptyFolder(), 'public');
  const argv = ['build', 'catalog', '--out', out, '--only', 'html,notice', '--force'];
  expect((await run(argv, ROOT)).code).toBe(0);
  [browser, { url, server }] = await Promise.all([startBrowser(), serveFolder(out)]);
});

afterAll(async () => {
  await browser.close();
  server.close();
});

const open = (path: string, options?: BrowserContextOptions): Promise<Page> =>
  openPage(browser, url, path, options);

describe('a page is for everyone', () => {
  test.each(KINDS)('%s', async (path) => expectForEveryone(browser, url, path));
});

/** What the pixels of a character come to on a canvas, in the page's own face. */
const pixelsOf = (character: string): string => `(() => {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  context.font = '40px ' + getComputedStyle(document.body).fontFamily;
  context.fillText('${character}', 0, 50);
  return canvas.toDataURL();
})()`;

test('Chinese is drawn, not boxes', async () => {
  const page = await open('index.html');
  const drawn = new Set<string>();
  for (const character of '明白县事') drawn.add(await page.evaluate<string>(pixelsOf(character)));
  expect(drawn.size).toBe(4);
  await page.context().close();
});

/** A voice that says nothing and remembers what it was given, six parts long. */
const STUBBED_VOICE = `
  window.said = [];
  const voice = {
    speak(utterance) {
      said.push(utterance.text);
      if (said.length < 6) setTimeout(() => utterance.onend());
    },
    cancel() {},
  };
  Object.defineProperty(window, 'speechSynthesis', { value: voice });
  window.SpeechSynthesisUtterance = class {
    constructor(text) {
      this.text = text;
    }
  };
`;

describe('an item page', () => {
  test('shows one situation at a time, at an address of its own', async () => {
    const page = await open(ITEM);
    const shown = () => page.locator('.situation:visible h3').first().innerText();
    expect(await shown()).toBe('新办');
    await page.click('.situations a:has-text("延续")');
    await page.waitForURL(/#situation-renewal$/);
    await page.waitForSelector('#situation-renewal:visible');
    expect(await shown()).toBe('延续');
    expect(await page.locator('.situation:visible').count()).toBe(1);
    await page.waitForSelector('.situations [aria-current][href="#situation-renewal"]');
    await page.context().close();
  });

  test('remembers what is ticked, and prints it', async () => {
    const page = await open(ITEM);
    await page.click('.ticks label >> nth=0');
    await page.reload();
    expect(await page.isChecked('.ticks input >> nth=0')).toBe(true);
    expect(await page.isChecked('.ticks input >> nth=1')).toBe(false);
    await page.emulateMedia({ media: 'print' });
    expect(await page.isVisible('.ticks input >> nth=0')).toBe(true);
    const mark = await page.evaluate<string>(
      `getComputedStyle(document.querySelector('.ticks input:checked'), '::before').content`,
    );
    expect(mark).toBe('"✓"');
    expect(await page.isVisible('nav.main')).toBe(false);
    expect(await page.isVisible('section#basis blockquote'), 'what is folded is printed').toBe(
      true,
    );
    expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(10_000);
    await page.context().close();
  });

  test('is read aloud part by part, with a visible stop', async () => {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
    await context.addInitScript(STUBBED_VOICE);
    const page = await context.newPage();
    await page.goto(`${url}/${ITEM}`);
    await page.click('[data-action=read]');
    await page.waitForSelector('.reading');
    await page.waitForFunction('said.length === 6');
    const said = await page.evaluate<string[]>('said');
    expect(said[0]).toBe('取水许可');
    expect(said.join('')).toContain('从江河、湖泊或者地下直接取水');
    expect(await page.innerText('.reader [role=status]')).toBe('正在朗读');
    await page.click('[data-action=stop]');
    expect(await page.isVisible('.reader')).toBe(false);
    expect(await page.locator('.reading').count()).toBe(0);
    await context.close();
  });

  test('says everything with scripts off', async () => {
    const page = await open(ITEM, { javaScriptEnabled: false });
    expect(await page.locator('.situation:visible').count()).toBe(3);
    expect(await page.isVisible('.tools')).toBe(false);
    await page.click('.situations a:has-text("变更")');
    await page.waitForURL(/#situation-change$/);
    await page.click('section#basis summary');
    expect(await page.isVisible('section#basis blockquote')).toBe(true);
    await page.fill('#q', '食品');
    await page.press('#q', 'Enter');
    await page.waitForURL(/lists\/all\.html/);
    await page.context().close();
  });

  test('answers the first questions on the first screen of a phone', async () => {
    const page = await open(ITEM);
    const bottom = await page.locator('.box').evaluate((box) => box.getBoundingClientRect().bottom);
    expect(bottom).toBeLessThan(1100);
    const text = await page.innerText('.box');
    for (const word of [
      '谁能办',
      '多久办好',
      '法定',
      '收多少钱',
      '到现场',
      '带什么',
      '在哪里办',
      '咨询电话',
    ]) {
      expect(text).toContain(word);
    }
    await page.context().close();
  });
});

describe('everywhere', () => {
  test('search works by keyboard alone and is loaded on first use', async () => {
    const page = await open('index.html', { viewport: { width: 1280, height: 800 } });
    const loaded = () => page.locator('script[src*="search"]').count();
    expect(await loaded()).toBe(0);
    await page.focus('#q');
    await page.keyboard.type('开饭店');
    await page.waitForSelector('.found a');
    expect(await loaded()).toBe(2);
    expect(await page.innerText('.found [role=status]')).toMatch(/^找到\d+项/);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/food-operation/);
    expect(await page.innerText('h1')).toBe('食品经营许可');
    await page.context().close();
  });

  test('长者版 and text size are remembered at the same address', async () => {
    const page = await open('index.html');
    const size = () =>
      page.evaluate<number>('parseFloat(getComputedStyle(document.body).fontSize)');
    const before = await size();
    await page.click('[data-action=elder]');
    expect(page.url()).toBe(`${url}/index.html`);
    expect(await size()).toBeGreaterThan(before * 1.3);
    await page.goto(`${url}/${ITEM}`);
    expect(await size()).toBeGreaterThan(before * 1.3);
    expect(await page.getAttribute('[data-action=elder]', 'aria-pressed')).toBe('true');
    const heights = await page
      .locator('.actions a, .actions button')
      .evaluateAll((all) => all.map((each) => each.getBoundingClientRect().height));
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(60);
    await page.click('[data-action=elder]');
    expect(await size()).toBe(before);
    for (let step = 0; step < 3; step++) await page.click('[data-action=size]');
    expect(await size()).toBe(before * 2);
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(
      360,
    );
    await page.context().close();
  });

  test('the keyboard reaches the text first, and targets are large', async () => {
    const page = await open(ITEM);
    await page.keyboard.press('Tab');
    expect(await page.evaluate<string>('document.activeElement.textContent')).toBe('跳到正文');
    await page.keyboard.press('Enter');
    await page.waitForURL(/#main$/);
    const small = await page
      .locator(
        'header a, header button, .actions a, .actions button, .situations a, summary, .ticks label',
      )
      .evaluateAll((all) =>
        all
          .filter((each) => each.getClientRects().length > 0)
          .filter((each) => each.getBoundingClientRect().height < 44)
          .map((each) => each.textContent),
      );
    expect(small).toEqual([]);
    await page.context().close();
  });

  test('the policy holds: code that slips in does not run', async () => {
    const page = await open('index.html');
    page.removeAllListeners('close');
    const ran = await page.evaluate<boolean>(`(async () => {
      const script = document.createElement('script');
      script.textContent = 'window.slipped = true';
      document.body.append(script);
      const image = document.createElement('img');
      image.setAttribute('onerror', 'window.slipped = true');
      image.src = 'assets/none.png';
      document.body.append(image);
      await new Promise((resolve) => setTimeout(resolve, 100));
      return 'slipped' in window;
    })()`);
    expect(ran).toBe(false);
    await page.context().close();
  });

  test('an unknown address leads on', async () => {
    const page = await open('items/none/index.html');
    expect(await page.innerText('h1')).toBe('没有这个页面');
    await page.click('a:has-text("网站地图") >> nth=0');
    await page.waitForURL((address) => !address.pathname.includes('none'));
    expect(await page.innerText('h1')).toBe('网站地图');
    await page.context().close();
  });
});
