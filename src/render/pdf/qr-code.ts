import { circlePath, operand } from './operators.ts';
import { qrModules } from './qr-modules.ts';

/** The operators that fill a QR code of side `side` pt with its corner at (x, y), as one path. */
export function qrOperators(content: string, x: number, y: number, side: number): string {
  const { size, dark } = qrModules(content);
  const step = side / size;
  let path = '';
  for (let row = 0; row < size; row += 1) {
    const top = `${exact(y + row * step)}`;
    let start = -1;
    for (let column = 0; column <= size; column += 1) {
      const isDark = column < size && dark[row * size + column] === 1;
      if (isDark && start < 0) start = column;
      if (isDark || start < 0) continue;
      path += `${exact(x + start * step)} ${top} ${exact((column - start) * step)} ${exact(step)} re\n`;
      start = -1;
    }
  }
  return `0 g\n${path}f\n`;
}

/** Three decimals: modules must meet without a seam. */
function exact(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}

/** Operators of a circle's outline filled white, with its centre at (x, y). */
export function ringOperators(x: number, y: number, radius: number, line: number): string {
  return `1 g 0 G ${operand(line)} w ${circlePath(x, y, radius)} b 0 g\n`;
}
