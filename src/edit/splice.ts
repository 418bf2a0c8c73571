/** A text with the characters [start, end) replaced. */
export function splice(text: string, start: number, end: number, written: string): string {
  return text.slice(0, start) + written + text.slice(end);
}

/** Blanks up to the column in which an offset stands; a dash before it counts as one. */
export function indentAt(text: string, at: number): string {
  return ' '.repeat(at - lineStart(text, at));
}

/** The offset of the first character of a line. */
export function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

/** The offset after the last character of a line, before its line break. */
export function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  if (end === -1) return text.length;
  return text.charAt(end - 1) === '\r' && end > at ? end - 1 : end;
}

/** The offset of the line after. */
export function nextLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end + 1;
}

/** Lines joined as the text breaks its lines, each but the first after `indent`. */
export function joined(text: string, lines: readonly string[], indent: string): string {
  const newline = newlineOf(text);
  return lines
    .map((line, index) => (index === 0 || line === '' ? line : indent + line))
    .join(newline);
}

/** How a text breaks its lines. */
export function newlineOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** Whether only blanks stand before an offset on its line. */
export function isFirstOnLine(text: string, at: number): boolean {
  return text.slice(lineStart(text, at), at).trim() === '';
}
