import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { exportDocx } from '../src/exchange/docx.ts';
import { composeGuide } from '../src/guide/compose.ts';
import { loadCatalog } from '../src/load/load.ts';
import { diskFiles } from '../src/world/disk.ts';
import { guideStrings } from './guide-strings.ts';
import { visibleText } from './word-text.ts';

const { catalog } = loadCatalog(diskFiles('tests/catalog'));
const DAY = '2026-11-30';

/** The text of a Word document, blanks taken out. */
function textOf(body: string | Uint8Array | undefined): string {
  if (typeof body !== 'object') return '';
  return visibleText(strFromU8(unzipSync(body)['word/document.xml'] ?? new Uint8Array()));
}

test('a Word guide says all that the guide says, in its order', async () => {
  const files = await exportDocx(catalog, DAY, undefined);
  expect(files.map(({ path }) => path)).toEqual(catalog.items.map(({ id }) => `${id}.docx`));
  for (const [index, entry] of catalog.items.entries()) {
    const guide = composeGuide(entry, catalog);
    const text = textOf(files[index]?.body);
    const code = (guide.notice.code?.caption ?? '').replace(/\s/g, '');
    let from = 0;
    for (const part of guideStrings(guide)) expect(part === code || text.includes(part)).toBe(true);
    // The labels of the summary box stand above its values.
    const inOrder = guideStrings({ ...guide, highlights: [] });
    for (const part of inOrder.filter((each) => each !== code)) {
      const at = text.indexOf(part, from);
      expect(at, `${entry.id}: ${part}`).not.toBe(-1);
      from = at;
    }
  }
});

test('a whole catalogue is one document that begins with a list, the same each time', async () => {
  const [first] = await exportDocx(catalog, DAY, 'all.docx');
  const [second] = await exportDocx(catalog, DAY, 'all.docx');
  expect(first?.path).toBe('all.docx');
  expect(first?.body).toEqual(second?.body);
  const text = textOf(first?.body);
  const names = catalog.items.map(({ value }) => value.name);
  const places = names.map((name) => text.indexOf(name));
  expect(places.every((place, at) => place > (places[at - 1] ?? 0))).toBe(true);
  const parts = unzipSync(first?.body as Uint8Array);
  const feet = Object.keys(parts).filter((path) => path.startsWith('word/footer'));
  expect(feet).toHaveLength(names.length + 1);
});

test('no text of a catalogue becomes markup', async () => {
  const [item] = catalog.items;
  const name = '<w:p>&amp;"许可"\u0001';
  const odd = { ...catalog, items: item ? [{ ...item, value: { ...item.value, name } }] : [] };
  const [file] = await exportDocx(odd, DAY, 'a.docx');
  expect(textOf(file?.body)).toContain('<w:p>&amp;"许可"');
});
