import type { Bundle } from '../model/schema.gen.ts';
import { isPromised, type Member } from './members.ts';
import type { Pass } from './passes.ts';

/** One member waits for another, because the bundle says so or for a paper. */
export interface ChainWait {
  readonly from: string;
  readonly to: string;
  readonly by: 'after' | 'paper';
  /** Served later, on a written promise: nobody waits for it. */
  readonly promised: boolean;
  /** The paper that is waited for. */
  readonly material?: string;
}

/**
 * Who waits for whom. Where a member does not take part, those that waited for it wait for what it
 * waited for: leaving one out changes the order of no others.
 */
export function waitsOf(
  bundle: Pick<Bundle, 'items'>,
  members: readonly Member[],
  passes: readonly Pass[],
): ChainWait[] {
  const here = new Set(members.map(({ id }) => id));
  const above = new Map<string, string[]>();
  for (const { item, after = [] } of bundle.items) {
    above.set(item, [...(above.get(item) ?? []), ...after]);
  }
  const waits = members.flatMap((member) => [
    ...reach(member.after, here, above).flatMap((from): ChainWait[] => {
      // A circle that goes through one that does not take part is none.
      if (from === member.id && !member.after.includes(from)) return [];
      return [{ from, to: member.id, by: 'after', promised: isPromised(member, from) }];
    }),
  ]);
  const byId = new Map(members.map((member) => [member.id, member]));
  for (const { from, to, material } of passes) {
    const user = byId.get(to);
    if (user === undefined || !here.has(from)) continue;
    waits.push({ from, to, by: 'paper', promised: isPromised(user, from), material });
  }
  return waits;
}

/** Those of `ids` that take part, and for each that does not, those before it. */
function reach(
  ids: readonly string[],
  here: ReadonlySet<string>,
  above: ReadonlyMap<string, readonly string[]>,
): string[] {
  const found = new Set<string>();
  const seen = new Set<string>();
  const open = [...ids];
  for (let id = open.shift(); id !== undefined; id = open.shift()) {
    if (seen.has(id)) continue;
    seen.add(id);
    if (here.has(id)) found.add(id);
    else open.push(...(above.get(id) ?? []));
  }
  return [...found];
}
