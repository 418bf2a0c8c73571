/** A text in quotes, as YAML reads it back. */
export function quoteText(text: string): string {
  if (!/["\\]/.test(text)) return `"${text}"`;
  if (!text.includes("'")) return `'${text}'`;
  return `"${text.replace(/["\\]/g, (sign) => `\\${sign}`)}"`;
}

/** A value in the place of a scalar, in quotes where that is. */
export function scalarText(written: string, value: string): string {
  const quote = /^["']/.exec(written)?.[0];
  return quote === undefined || value.includes(quote) ? value : `${quote}${value}${quote}`;
}
