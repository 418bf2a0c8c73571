import type { ClaimAudit, Level } from '../stats/claims/claim.ts';
import { escapeText } from './stats-chart.ts';

/** A published sentence with its figures marked by what was found of each. */
export function quoteHtml({ claim, figures }: ClaimAudit): string {
  const parts: string[] = [];
  let at = 0;
  for (const { text, level } of inOrder(figures)) {
    const found = claim.quote.indexOf(text, at);
    if (text === '' || found === -1) continue;
    parts.push(escapeText(claim.quote.slice(at, found)));
    parts.push(`<mark class="${level}">${escapeText(text)}</mark>`);
    at = found + text.length;
  }
  return parts.join('') + escapeText(claim.quote.slice(at));
}

function inOrder(figures: ClaimAudit['figures']): readonly { text: string; level: Level }[] {
  return figures.map(({ figure, rulings }) => ({
    text: figure.printed.text,
    level: rulings[0]?.level ?? 'unchecked',
  }));
}
