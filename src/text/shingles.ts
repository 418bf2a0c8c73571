const LENGTH = 6;

/** The share of a text's runs of six characters that another text has too, from 0 to 1. */
export function sharedShare(text: string, other: string): number {
  const own = shingles(text);
  if (own.size === 0) return 0;
  const theirs = shingles(other);
  let shared = 0;
  for (const each of own) if (theirs.has(each)) shared += 1;
  return shared / own.size;
}

function shingles(text: string): Set<string> {
  const plain = text.replace(/[\s\p{P}]/gu, '');
  const set = new Set<string>();
  for (let at = 0; at + LENGTH <= plain.length; at += 1) set.add(plain.slice(at, at + LENGTH));
  return set;
}
