import { scanWording } from '../src/lint/wording/scan.ts';

/**
 * What is vague, read strictly, in texts of our own; quoted examples “…” are left out. Each
 * text comes with the place it is from. An empty result means that we keep our own rules.
 */
export function ownVagueness(texts: Iterable<readonly [string, string]>): string[] {
  const found: string[] = [];
  for (const [place, text] of texts) {
    const unquoted = text.replace(/“[^”]*”/g, (quoted) => '◆'.repeat(quoted.length));
    for (const finding of scanWording(unquoted, 'note', { profile: 'strict' })) {
      // Forms have blanks that are filled in by hand.
      if (finding.category === 'hole') continue;
      if (finding.severity !== 'info') found.push(`${place}: ${finding.text} (${finding.entry})`);
    }
  }
  return found;
}
