/** A version's numbers, missing ones being 0. */
type Numbers = readonly [number, number, number];

/**
 * Whether a version lies in a range: `0.1` and `~0.1` (any 0.1.x), `^0.1` (the same below 1.0,
 * else any of the major), `1` (any 1.x), `>=0.1 <0.3`. Undefined for what is no range.
 */
export function inRange(version: string, range: string): boolean | undefined {
  const parts = range.trim().split(/\s+/).map(partOf);
  const own = numbersOf(version);
  if (own === undefined || parts.some((each) => each === undefined)) return undefined;
  return parts.every((each) => each === undefined || each(own));
}

function partOf(text: string): ((version: Numbers) => boolean) | undefined {
  const [, sign = '', rest = ''] = /^(>=|<=|>|<|\^|~|)(\d+(?:\.\d+){0,2})$/.exec(text) ?? [];
  const least = numbersOf(rest);
  if (least === undefined) return undefined;
  if (sign === '>=') return (version) => compare(version, least) >= 0;
  if (sign === '>') return (version) => compare(version, least) > 0;
  if (sign === '<') return (version) => compare(version, least) < 0;
  if (sign === '<=') return (version) => compare(version, least) <= 0;
  const next = nextOf(least, sign === '' ? rest.split('.').length : signDepth(sign, least));
  return (version) => compare(version, least) >= 0 && compare(version, next) < 0;
}

function numbersOf(text: string): Numbers | undefined {
  const match = /^(\d+)(?:\.(\d+))?(?:\.(\d+))?(?:[-+].*)?$/.exec(text);
  if (match === null) return undefined;
  const [major, minor, patch] = match.slice(1).map((each) => Number(each ?? 0));
  return [major ?? 0, minor ?? 0, patch ?? 0];
}

function compare(a: Numbers, b: Numbers): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}

/** How many numbers must stay the same: below 1.0 each minor may change the format. */
function signDepth(sign: string, [major]: Numbers): number {
  return sign === '^' && major > 0 ? 1 : 2;
}

/** The first version that differs in one of the first numbers. */
function nextOf([major, minor, patch]: Numbers, depth: number): Numbers {
  if (depth === 1) return [major + 1, 0, 0];
  return depth === 2 ? [major, minor + 1, 0] : [major, minor, patch + 1];
}
