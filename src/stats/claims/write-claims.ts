import { stringify } from 'yaml';
import type { Claim, ClaimsFile } from './claim.ts';

/** Claims as a file that a person corrects and `readClaims` reads again. */
export function writeClaims({ title, claims }: Pick<ClaimsFile, 'title' | 'claims'>): string {
  return stringify({ title, claims: claims.map(entryOf) }, { lineWidth: 0 });
}

function entryOf({ id, quote, figures, assume }: Claim) {
  return {
    id,
    quote,
    ...(assume === undefined ? {} : { assume: { [assume.name]: assume.values } }),
    figures: figures.map(({ name, printed, is, growth, target }) => ({
      name,
      says: printed.text,
      ...(is === undefined ? {} : { is: is.text }),
      ...(growth ? { growth: true } : {}),
      ...(target === undefined ? {} : { target: true }),
    })),
  };
}
