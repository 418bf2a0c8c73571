/** A glyph drawn here because no open Chinese font has it. */
export interface BoxGlyph {
  readonly code: number;
  /** Left side bearing, in font units. */
  readonly left: number;
  /** Outline in the `glyf` format. */
  readonly outline: Uint8Array;
}

type Point = readonly [number, number];

const outer = rectangle(90, -30, 910, 790);
const inner = rectangle(140, 20, 860, 740).toReversed();
const tick: Point[] = [
  [250, 400],
  [310, 450],
  [440, 310],
  [700, 640],
  [760, 590],
  [445, 190],
];
const cross: Point[] = [
  [260, 180],
  [445, 380],
  [260, 580],
  [315, 635],
  [500, 435],
  [685, 635],
  [740, 580],
  [555, 380],
  [740, 180],
  [685, 125],
  [500, 325],
  [315, 125],
];

/** The ballot boxes ☐ ☑ ☒ as outlines, so that they are text like any other. */
export function boxGlyphs(unitsPerEm: number): BoxGlyph[] {
  const box = [outer, inner];
  return [
    { code: 0x2610, contours: box },
    { code: 0x2611, contours: [...box, tick] },
    { code: 0x2612, contours: [...box, cross] },
  ].map(({ code, contours }) => ({
    code,
    left: Math.round((90 * unitsPerEm) / 1000),
    outline: outlineOf(contours.map((contour) => scaled(contour, unitsPerEm / 1000))),
  }));
}

/** Corners clockwise, as filled outlines run. */
function rectangle(left: number, bottom: number, right: number, top: number): Point[] {
  return [
    [left, bottom],
    [left, top],
    [right, top],
    [right, bottom],
  ];
}

function scaled(contour: readonly Point[], scale: number): Point[] {
  return contour.map(([x, y]) => [Math.round(x * scale), Math.round(y * scale)]);
}

/** Encodes straight-sided contours as a simple glyph with words for every coordinate. */
function outlineOf(contours: readonly (readonly Point[])[]): Uint8Array {
  const points = contours.flat();
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const words = [contours.length, Math.min(...xs), Math.min(...ys)];
  words.push(Math.max(...xs), Math.max(...ys));
  let end = -1;
  for (const contour of contours) {
    end += contour.length;
    words.push(end);
  }
  words.push(0);
  const bytes = new Uint8Array(words.length * 2 + points.length * 5);
  const view = new DataView(bytes.buffer);
  words.forEach((word, index) => {
    view.setInt16(index * 2, word);
  });
  bytes.fill(1, words.length * 2, words.length * 2 + points.length);
  let offset = words.length * 2 + points.length;
  for (const axis of [xs, ys]) {
    axis.forEach((value, index) => {
      view.setInt16(offset, value - (axis[index - 1] ?? 0));
      offset += 2;
    });
  }
  return bytes;
}
