import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { composeGuide } from '../src/guide/compose.ts';
import type { Guide } from '../src/guide/guide.ts';
import { loadCatalog } from '../src/load/load.ts';
import { diskFiles } from '../src/world/disk.ts';
import { readTags, textOf } from './pdf-reader.ts';
import { emptyFolder, ROOT, run } from './program.ts';

const { catalog, findings } = loadCatalog(diskFiles(join(ROOT, 'tests/catalog')));
const guides = catalog.items.map((entry): [string, Guide] => [
  entry.id,
  composeGuide(entry, catalog),
]);
const golden = (name: string): string => `golden/catalog/${name}`;

test('the test catalogue is sound', () => expect(findings).toEqual([]));

describe('what is made of the test catalogue', () => {
  let out = '';

  beforeAll(async () => {
    const folder = emptyFolder();
    out = join(folder, 'public');
    // A copy has no history, so that its pages stay the same when this one is edited.
    cpSync(join(ROOT, 'tests/catalog'), join(folder, 'catalog'), { recursive: true });
    expect((await run(['build', 'catalog', '--out', out], folder)).code).toBe(0);
  });

  test.each(guides)('%s', async (id, guide) => {
    const folder = join(out, 'items', guide.department.id, id);
    const read = (name: string): Buffer => readFileSync(join(folder, name));
    await expect(read('guide.json').toString()).toMatchFileSnapshot(golden(`${id}.json`));
    await expect(read('index.html').toString()).toMatchFileSnapshot(golden(`${id}.html`));
    const guideText = textOf(readTags(read('guide.pdf')));
    await expect(wrap(guideText)).toMatchFileSnapshot(golden(`${id}.guide.txt`));
    const noticeText = textOf(readTags(read('notice.pdf')));
    await expect(wrap(noticeText)).toMatchFileSnapshot(golden(`${id}.notice.txt`));
  });

  test('the front page', async () => {
    const html = readFileSync(join(out, 'index.html'), 'utf8');
    await expect(html).toMatchFileSnapshot(golden('index.html'));
  });
});

test.each(['table', 'json'])('the figures as %s', async (format) => {
  const { out, code } = await run(['stats', 'tests/catalog', '--format', format], ROOT);
  expect(code).toBe(0);
  await expect(out).toMatchFileSnapshot(golden(`stats.${format}`));
});

test.each(['pretty', 'json', 'sarif', 'github'])('a report as %s', async (format) => {
  const { out, code } = await run(['check', 'tests/cases/spoilt', '--format', format], ROOT);
  expect(code).toBe(1);
  await expect(out).toMatchFileSnapshot(golden(`report.${format}`));
});

/** Extracted text in lines that a reviewer can read. */
function wrap(text: string): string {
  return `${text.replace(/(.{60})/gu, '$1\n')}\n`;
}
