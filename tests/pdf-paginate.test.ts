import { expect, test } from 'vitest';
import { layBlocks } from '../src/render/pdf/drawers.ts';
import { paginate } from '../src/render/pdf/paginate.ts';
import { framed, keptAtEnds, type Strip, strip } from '../src/render/pdf/strip.ts';
import { Tag } from '../src/render/pdf/structure.ts';
import { textStrips } from '../src/render/pdf/text-strips.ts';
import { guideTheme } from '../src/render/pdf/theme.ts';
import { fonts } from './pdf-reader.ts';

const room = { top: 0, bottom: 100 };
const line = (more: Partial<Strip> = {}, height = 10) => strip(height, () => {}, more);

/** Heights of the strips on each page. */
function fill(strips: readonly Strip[]): number[][] {
  return paginate(strips, room).map((page) => page.placed.map((each) => each.strip.height));
}

test('a strip kept with the next moves to its page', () => {
  expect(fill([line({}, 90), line({ keep: true }, 8), line({}, 5)])).toEqual([[90], [8, 5]]);
});

test('strips kept together but taller than a page still all appear', () => {
  const strips = Array.from({ length: 25 }, () => line({ keep: true }));
  expect(fill(strips).map((page) => page.length)).toEqual([10, 10, 5]);
});

test('blank above a strip is dropped at the top of a page', () => {
  const pages = paginate([line({ space: 9 }, 95), line({ space: 9 })], room);
  expect(pages.map((page) => page.placed[0]?.y)).toEqual([0, 0]);
});

test('a head is repeated where its rows go on, but not where they begin', () => {
  const head = line({}, 7);
  const rows = Array.from({ length: 12 }, () => line({ head: [head] }));
  expect(fill([line({ keep: true }, 7), ...rows])).toEqual([
    [7, 10, 10, 10, 10, 10, 10, 10, 10, 10],
    [7, 10, 10, 10],
  ]);
});

test('a frame is closed at the page end and opened again on the next', () => {
  const frame = { pad: 3, draw: () => {} };
  const pages = paginate(
    framed(
      Array.from({ length: 12 }, () => line()),
      frame,
    ),
    room,
  );
  expect(pages.map((page) => page.frames.map(({ top, bottom }) => [top, bottom]))).toEqual([
    [[0, 96]],
    [[0, 36]],
  ]);
});

test('a table leaves two rows at least on either side of a break; a small one is not parted', () => {
  const rows = Array.from({ length: 10 }, () => line());
  const after = (used: number) => fill([line({}, used), ...keptAtEnds(rows, 60)]);
  expect(after(85).map((page) => page.length)).toEqual([1, 10]);
  expect(after(10).map((page) => page.length)).toEqual([9, 2]);
  expect(fill([line({}, 60), ...keptAtEnds(rows.slice(5), 60)])).toEqual([
    [60],
    [10, 10, 10, 10, 10],
  ]);
});

test('a paragraph leaves two lines at least on either side of a break', () => {
  const text = [{ text: '申请人应当对其申请材料实质内容的真实性负责。'.repeat(12) }];
  const kit = { fonts, theme: guideTheme, layBlocks };
  const place = { kit, x: 0, width: 300, size: 10, indent: 2, tag: new Tag('P') };
  const strips = textStrips(place, text, { size: 10, leading: 1 }, 'artifact');
  for (let used = 5; used < 100; used += 10) {
    const parts = fill([line({}, used), ...strips]).map((page) => page.length);
    const lines = parts.map((count, index) => (index === 0 ? count - 1 : count));
    expect(lines.filter((count) => count === 1)).toEqual([]);
  }
});
