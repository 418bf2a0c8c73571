import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startPreview } from '../src/commands/preview.ts';
import { Checks, type PanelFinding } from '../src/publish/checks.ts';
import type { Preview } from '../src/publish/preview.ts';
import { type Serving, servePreview } from '../src/publish/serve.ts';
import { emptyFolder, ROOT, run } from './program.ts';

const ITEM = 'items/water/water-abstraction';
const folder = join(emptyFolder(), 'catalog');
const file = join(folder, `${ITEM}.yaml`);
const theme = emptyFolder();
const session = {
  world: {
    cwd: folder,
    today: '2026-11-02',
    env: {},
    out: () => {},
    err: () => {},
    stdin: async () => new Uint8Array(),
    terminal: { out: false, err: false },
  },
  lang: 'zh' as const,
  color: false,
  tell: ({ zh }: { zh: string }) => zh,
};

let serving: Serving;
const get = async (path: string): Promise<Response> => fetch(serving.url + path);
const text = async (path: string): Promise<string> => (await get(path)).text();

/** Saves a file and waits until open pages are told; gives the milliseconds until then. */
async function save(path: string, body: string, event = 'reload'): Promise<number> {
  return saved(() => writeFileSync(path, body), event);
}

/** The same of any other change. */
async function saved(change: () => void, event = 'reload'): Promise<number> {
  const stop = new AbortController();
  const response = await fetch(`${serving.url}__mingbai/events`, { signal: stop.signal });
  const reader = response.body?.getReader();
  const started = performance.now();
  change();
  let seen = '';
  while (!seen.includes(`event: ${event}`)) {
    const part = await reader?.read();
    seen += new TextDecoder().decode(part?.value);
  }
  stop.abort();
  return performance.now() - started;
}

beforeAll(async () => {
  cpSync(join(ROOT, 'catalog'), folder, { recursive: true });
  serving = await startPreview(folder, { theme }, 0, session);
});
afterAll(() => {
  serving.close();
  rmSync(folder, { recursive: true });
});

describe('mingbai serve', () => {
  test('renders on request, with the panel and without breaking the policy', async () => {
    expect(serving.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    expect(await text('')).toContain('明白县政务服务事项目录');
    const page = await text(`${ITEM}/`);
    expect(page).toContain('<h1>取水许可</h1>');
    expect(page).toContain('/__mingbai/preview.js');
    expect(page).not.toMatch(/<script>/);
    expect((await get('lists/all.html')).status).toBe(200);
    expect((await get('assets/search-data.js')).headers.get('content-type')).toContain(
      'javascript',
    );
    expect((await get('forms/water-abstraction/flowchart.svg')).status).toBe(200);
    expect((await get('items/none/')).status).toBe(404);
    expect((await get('../../etc/passwd')).status).toBe(404);
    expect(Array.isArray(await (await get('__mingbai/findings.json')).json())).toBe(true);
  });

  test('a save is on the page as soon as pages are told', async () => {
    const before = readFileSync(file, 'utf8');
    const times: number[] = [];
    for (const name of ['取水许可甲', '取水许可乙', '取水许可丙']) {
      const told = await save(file, before.replace('name: 取水许可\n', `name: ${name}\n`));
      const started = performance.now();
      expect(await text(`${ITEM}/`)).toContain(`<h1>${name}</h1>`);
      times.push(told + performance.now() - started);
    }
    console.log(`from save to page: ${times.map((time) => time.toFixed(0)).join(', ')} ms`);
    await save(file, before);
  });

  test('goes on while a file is broken, and says so in the panel', async () => {
    const before = readFileSync(file, 'utf8');
    await save(file, `${before}\n  : [ broken`, 'findings');
    expect(await text(`${ITEM}/`)).toContain('<h1>取水许可</h1>');
    expect(await text('__mingbai/findings.json')).toContain('water-abstraction.yaml');
    await save(file, before, 'findings');
    expect(await (await get('__mingbai/findings.json')).json()).toEqual(
      expect.not.arrayContaining([expect.objectContaining({ severity: 'error' })]),
    );
  });

  test('goes on when files and folders go away and come back', async () => {
    const before = readFileSync(file, 'utf8');
    const water = join(folder, 'items/water');
    const kept = join(folder, '.water');
    await saved(() => rmSync(file), 'findings');
    expect((await get(`${ITEM}/`)).status).toBe(404);
    await save(file, before, 'findings');
    expect(await text(`${ITEM}/`)).toContain('<h1>取水许可</h1>');
    await saved(() => renameSync(water, kept), 'findings');
    expect((await get(`${ITEM}/`)).status).toBe(404);
    await saved(() => renameSync(kept, water), 'findings');
    expect(await text(`${ITEM}/`)).toContain('<h1>取水许可</h1>');
    expect(await (await get('__mingbai/findings.json')).json()).toEqual(
      expect.not.arrayContaining([expect.objectContaining({ severity: 'error' })]),
    );
  });

  test('makes PDF and notice sheets when they are asked for', async () => {
    const page = await text(`${ITEM}/`);
    const links = [...page.matchAll(/href="([\w-]+\.pdf)"/g)].map(([, href = '']) => href);
    expect(links).toContain('guide.pdf');
    expect(links).toContain('notice.pdf');
    expect(links.length).toBeGreaterThan(2);
    for (const href of links) {
      const answer = await get(`${ITEM}/${href}`);
      expect(answer.headers.get('content-type'), href).toBe('application/pdf');
      expect((await answer.text()).slice(0, 5), href).toBe('%PDF-');
    }
    expect((await get(`${ITEM}/other.pdf`)).status).toBe(404);
    expect(await (await get(`${ITEM}/guide.json`)).json()).toMatchObject({
      id: 'water-abstraction',
    });
    for (const path of ['bundles/newborn', 'halls/county-hall', 'departments/water']) {
      const [, id] = path.split('/');
      expect(await (await get(`${path}/guide.json`)).json()).toMatchObject({ id });
    }
  });

  test('shows a changed template of the theme at once', async () => {
    mkdirSync(join(theme, 'html'), { recursive: true });
    const own = readFileSync(join(ROOT, 'templates/html/crumbs.hbs'), 'utf8');
    await save(
      join(theme, 'html/crumbs.hbs'),
      own.replace('class="crumbs"', 'class="crumbs mine"'),
    );
    expect(await text(`${ITEM}/`)).toContain('class="crumbs mine"');
    await save(join(theme, 'html/crumbs.hbs'), '{{adress}}');
    const broken = await get(`${ITEM}/`);
    expect(broken.status).toBe(500);
    expect(await broken.text()).toContain('html/crumbs.hbs:1: 模板用到的“adress”在页面数据里没有');
    await save(join(theme, 'html/crumbs.hbs'), own);
    expect((await get(`${ITEM}/`)).status).toBe(200);
  });

  test('serves also what cannot be watched, and says so', async () => {
    let told = 0;
    const other = await servePreview({
      // Only its pages are asked for.
      preview: { file: async () => '<p>甲</p>' } as unknown as Preview,
      root: join(emptyFolder(), 'gone'),
      theme: '',
      port: 0,
      check: async () => [],
      asset: () => new Uint8Array(),
      unwatched: () => {
        told += 1;
      },
      failed: () => {},
      explain: String,
    });
    expect(await (await fetch(other.url)).text()).toContain('<p>甲</p>');
    expect(told).toBe(1);
    other.close();
  });

  test('a check that is asked for while one goes on is made once, after it', async () => {
    const begun: ((found: PanelFinding[]) => void)[] = [];
    const checks = new Checks(() => new Promise((done) => begun.push(done)));
    const first = checks.last;
    const again = [checks.again(), checks.again()];
    expect(begun.length).toBe(1);
    begun[0]?.([]);
    expect(await first).toEqual([]);
    await new Promise((resume) => setImmediate(resume));
    expect(begun.length).toBe(2);
    const found = { severity: 'error', path: 'a.yaml', line: 1, message: '甲', hint: '' };
    begun[1]?.([found]);
    await Promise.all(again);
    expect(await checks.last).toEqual([found]);
    const later = checks.again();
    await new Promise((resume) => setImmediate(resume));
    expect(begun.length).toBe(3);
    begun[2]?.([]);
    await later;
    expect(await checks.last).toEqual([]);
  });

  test('a port that is none is wrong use', async () => {
    expect((await run(['serve', 'catalog', '--port', 'x'], ROOT)).code).toBe(2);
  });
});
