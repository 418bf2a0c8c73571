import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Parser } from 'htmlparser2';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { findingsOf, patchFiles, readCatalogFiles } from './patched-catalog.ts';
import { emptyFolder, ROOT, run } from './program.ts';
import { brokenLinks, filesOf, pagesOf } from './site-checks.ts';

const ATTACK = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '{{constructor.constructor}}{{{page}}}{{> shell}}',
  '[点我](javascript:alert(1)) ![图](https://evil.example/x.png)',
  '</title></script><!--',
  '\u202eabc\u2066',
  "' onfocus='alert(1)",
].join(' ');

/** Values that decide how a catalogue hangs together stay; every other text is attacked. */
const KEPT =
  /^(id|type|department|hall|window|item|after|related|level|case|state|system|lang|profiles|jurisdiction|lead|partners|situations|rank|law|article|date|site|theme)$/;
const BOUND =
  /^(\d{4}-\d{2}-\d{2}|forms\/.*|https?:.*|\d+个?(工作日|自然日|日|个?月|年|小时|分钟)|是|否|不收费)$/;

function attacked(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map((each) => attacked(each, key));
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value);
    return Object.fromEntries(entries.map(([name, each]) => [name, attacked(each, name)]));
  }
  if (typeof value !== 'string' || KEPT.test(key) || BOUND.test(value)) return value;
  return `${value} ${ATTACK}`;
}

describe('a catalogue in which every text attacks', () => {
  const out = join(emptyFolder(), 'public');
  beforeAll(async () => {
    const folder = join(emptyFolder(), 'catalog');
    for (const [path, body] of Object.entries(readCatalogFiles('catalog'))) {
      const file = join(folder, path);
      mkdirSync(dirname(file), { recursive: true });
      const text = new TextDecoder().decode(body as Uint8Array);
      const data = path.endsWith('.yaml')
        ? stringify(attacked(parse(text, { schema: 'core' })), { lineWidth: 0 })
        : body;
      writeFileSync(file, data);
    }
    const argv = ['build', folder, '--out', out, '--only', 'html,json', '--force'];
    const { code, err } = await run(argv, ROOT);
    expect(code, err.slice(0, 2000)).toBe(0);
  });

  test('has pages on which the texts are nothing but text', () => {
    const pages = pagesOf(out);
    expect(pages.size).toBeGreaterThan(60);
    let seen = 0;
    const own = /^(\.\.\/|\/)*(assets\/site\.js)$/;
    for (const [path, html] of pages) {
      const faults: string[] = [];
      const parser = new Parser({
        onopentag(name, attributes) {
          for (const [key, value] of Object.entries(attributes)) {
            if (key.startsWith('on') || key === 'style') faults.push(`${name} ${key}`);
            if (/^(href|src|action)$/.test(key) && /^\s*(javascript|data):/i.test(value))
              faults.push(`${name} ${value}`);
          }
          const type = attributes.type ?? '';
          const script = name === 'script' && type !== 'application/ld+json';
          if (script && !own.test(attributes.src ?? '')) faults.push('script');
          if (/^(img|iframe|object|embed|style|base)$/.test(name)) faults.push(name);
        },
      });
      parser.end(html);
      seen += html.split('&lt;script&gt;alert(1)&lt;/script&gt;').length - 1;
      expect(faults, path).toEqual([]);
    }
    expect(seen).toBeGreaterThan(500);
    expect(brokenLinks(out)).toEqual([]);
  });

  test('has data that is read as data', () => {
    for (const path of filesOf(out)) {
      const text = readFileSync(join(out, path), 'utf8');
      if (path.endsWith('.json') || path.endsWith('.geojson')) JSON.parse(text);
      if (/\.(xml|atom)$/.test(path)) {
        const strict = new Parser({}, { xmlMode: true });
        strict.end(text);
        expect(text, path).not.toMatch(/<(script|img)/);
      }
    }
    for (const html of pagesOf(out).values()) {
      const data = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1];
      if (data !== undefined) expect(() => JSON.parse(data)).not.toThrow();
    }
  });
});

test('a site of the government that bears no marks is found', () => {
  const files = readCatalogFiles('catalog');
  const marks = (site: string): number => {
    const patched = patchFiles(files, { 'mingbai.yaml': { site, marks: null } });
    return findingsOf(patched).filter(({ rule }) => rule === 'site-marks').length;
  };
  expect(marks('https://www.mingbai.gov.cn/')).toBe(3);
  expect(marks('https://mingbai.example')).toBe(0);
  expect(marks('https://gov.cn.example')).toBe(0);
});

test('an id that leads out of the folder leads nowhere', async () => {
  const folder = emptyFolder();
  mkdirSync(join(folder, 'items/water'), { recursive: true });
  const lines = ['id: ../../../escaped', 'name: 甲', 'type: 行政许可', 'department: ../../..'];
  writeFileSync(join(folder, 'items/water/a.yaml'), lines.join('\n'));
  const around = emptyFolder();
  const out = join(around, 'deep/public');
  const argv = ['build', folder, '--out', out, '--only', 'html,json', '--force'];
  expect((await run(argv, ROOT)).code).toBe(0);
  expect(readdirSync(around)).toEqual(['deep']);
  expect(readdirSync(join(around, 'deep'))).toEqual(['public']);
  expect([...filesOf(out)].filter((path) => path.includes('escaped'))).toHaveLength(2);
});
