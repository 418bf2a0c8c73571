/**
 * A script or style sheet without its comments and indentation. For our own files only: they have
 * no comment signs in strings, and no string runs over a line.
 */
export function compact(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^[ \t]+/gm, '')
    .replace(/\n{2,}/g, '\n')
    .trimStart();
}
