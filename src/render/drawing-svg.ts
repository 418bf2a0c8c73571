import type { DrawingBlock, Shape } from '../guide/drawing-block.ts';
import { xmlText } from '../text/xml-text.ts';

/** A drawing as an SVG file of its own: words stay words, the same drawing gives the same bytes. */
export function drawingSvg({ alt, width, height, shapes }: DrawingBlock): string {
  const size = `width="${width}pt" height="${height}pt" viewBox="0 0 ${width} ${height}"`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} role="img" font-family="sans-serif">`,
    `<title>${xmlText(alt)}</title>`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    ...shapes.map(shapeSvg),
    '</svg>',
    '',
  ].join('\n');
}

/** A grey as an SVG colour. */
export function greyOf(grey: number): string {
  const part = Math.round(grey * 255)
    .toString(16)
    .padStart(2, '0');
  return `#${part}${part}${part}`;
}

function shapeSvg(shape: Shape): string {
  const { x, y, wide, high, grey, stroke, dashed, words = '', size, anchor = 'start' } = shape;
  const dash = dashed === true ? ' stroke-dasharray="3 2"' : '';
  const line = stroke === 0 ? '' : ` stroke="#000000" stroke-width="${stroke}"${dash}`;
  switch (shape.shape) {
    case 'box':
      return `<rect x="${x}" y="${y}" width="${wide}" height="${high}" fill="${greyOf(grey)}"${line}/>`;
    case 'line':
      return `<path d="M${x} ${y}l${wide} ${high}" fill="none" stroke="${greyOf(grey)}" stroke-width="${stroke}"${dash}/>`;
    case 'words':
      return `<text x="${x}" y="${y}" font-size="${size}" text-anchor="${anchor}">${xmlText(words)}</text>`;
  }
}
