import { hex } from './hex.ts';

/** A value of a PDF file: strings are names, `String` objects are text, as pdfkit has it. */
export function pdfSyntax(value: unknown): string {
  if (typeof value === 'string') return `/${value}`;
  if (typeof value === 'number') return String(Math.round(value * 1e6) / 1e6);
  if (value === undefined || value === null) return 'null';
  if (typeof value !== 'object') return String(value);
  if (value instanceof String) return pdfText(value.valueOf());
  if (value instanceof Date) return `(D:${value.toISOString().replace(/[-:T]|\.\d+/g, '')})`;
  if (Array.isArray(value)) return `[${value.map(pdfSyntax).join(' ')}]`;
  if (value instanceof Uint8Array) return `<${Buffer.from(value).toString('hex')}>`;
  // References and trees of pdfkit write themselves.
  if (Object.getPrototypeOf(value) !== Object.prototype) return String(value);
  return pdfDictionary(value);
}

/** Text as a PDF string: Latin as it is, everything else in UTF-16. */
export function pdfText(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return `(${text.replace(/[()\\]/g, '\\$&')})`;
  const units = Array.from({ length: text.length }, (_, index) => hex(text.charCodeAt(index)));
  return `<feff${units.join('')}>`;
}

function pdfDictionary(value: object): string {
  let syntax = '<<';
  for (const [key, each] of Object.entries(value)) {
    if (each !== undefined) syntax += `/${key} ${pdfSyntax(each)}`;
  }
  return `${syntax}>>`;
}
