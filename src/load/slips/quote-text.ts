/** A text in quotes, as YAML reads it back. */
export function quoteText(text: string): string {
  if (!/["\\]/.test(text)) return `"${text}"`;
  if (!text.includes("'")) return `'${text}'`;
  return `"${text.replace(/["\\]/g, (sign) => `\\${sign}`)}"`;
}
