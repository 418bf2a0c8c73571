import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Block, Guide } from '../src/guide/guide.ts';
import { composeLeaflet } from '../src/guide/paper/leaflet.ts';
import { renderLeafletPdf } from '../src/render/paper/leaflet-pdf.ts';
import { factStrings, sectionStrings, squashed } from './guide-strings.ts';
import { openPress, samplePress } from './paper-files.ts';
import { paperFaults } from './paper-layout.ts';
import { fonts, readPieces, readTags, textOf } from './pdf-reader.ts';
import { emptyFolder } from './program.ts';
import { hasRecords, importRecords } from './records.ts';
import { rounds } from './trials.ts';

const sample = samplePress().guides;

/** Sets a guide's leaflet and says what of it cannot be read on paper. */
function printLeaflet(guide: Guide) {
  const leaflet = composeLeaflet(guide);
  const { body, left } = renderLeafletPdf(leaflet, fonts, undefined);
  const text = squashed(textOf(readTags(body)));
  const shown = [...leaflet.sections, ...leaflet.flap].filter(
    (each) => !left.includes(each.heading),
  );
  const said = [
    leaflet.title,
    leaflet.department,
    leaflet.kind,
    leaflet.summary,
    leaflet.footer,
    ...leaflet.highlights.flatMap(factStrings),
    ...[...shown, ...leaflet.back].flatMap(sectionStrings),
    ...(left.length === 0 ? [] : [...sectionStrings(leaflet.rest), ...left]),
  ];
  const lost = said.map(squashed).filter((each) => !text.includes(each));
  return { body, left, lost };
}

/** A guide in which the conditions are said so many times. */
function withConditions(guide: Guide, times: number): Guide {
  const sections = guide.sections.map((section) => {
    if (section.id !== 'conditions') return section;
    const blocks = Array.from({ length: times }, (): readonly Block[] => section.blocks).flat();
    return { ...section, blocks };
  });
  return { ...guide, sections };
}

const guide = sample.find(({ id }) => id === 'public-place-hygiene') as Guide;

test('every leaflet of the sample catalogue holds all it has to say', () => {
  const found = sample.map((each) => printLeaflet(each));
  expect(found.map(({ left, lost }) => [...left, ...lost])).toEqual(sample.map(() => []));
});

test('what the inner panels have no room for goes to the flap', () => {
  const { body, left, lost } = printLeaflet({ ...withConditions(guide, 3), summary: '' });
  expect([...left, ...lost]).toEqual([]);
  expect(new Set(readPieces(body).map(({ page }) => page)).size).toBe(2);
});

test('a section that no panel holds is named on the leaflet, and in the answer', () => {
  const { body, left, lost } = printLeaflet(withConditions(guide, 40));
  expect(left).toEqual(['受理条件']);
  expect(lost).toEqual([]);
  expect(paperFaults(body)).toEqual([]);
});

test('a cover with much to say is set smaller, and loses nothing', () => {
  const long = { ...guide, title: guide.title.repeat(12), summary: guide.summary.repeat(5) };
  const { body, left, lost } = printLeaflet(long);
  expect([...left, ...lost]).toEqual([]);
  expect(paperFaults(body)).toEqual([]);
});

describe.skipIf(!hasRecords)('219 real records', () => {
  test('no leaflet loses a word without saying so', async () => {
    const folder = emptyFolder();
    await importRecords(folder, rounds(6, 1));
    const { guides } = openPress(join(folder, 'records'));
    const printed = guides.map((each) => printLeaflet(each));
    expect(printed.flatMap(({ lost }) => lost)).toEqual([]);
    expect(printed.filter(({ left }) => left.length > 0).length).toBeLessThan(rounds(5, 12));
  }, 300_000);
});
