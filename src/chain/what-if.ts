import { type Rational, subtract } from '../stats/rational.ts';
import { type Chain, firm } from './chain.ts';
import type { Changes, Pair } from './changes.ts';

/** What a change does: below zero is less. Days are absent where a limit is not known. */
export interface Delta {
  readonly days?: Rational;
  readonly papers: number;
  readonly visits: number;
}

/** How much a changed chain differs from the one it was made of. */
export function deltaOf(before: Chain, after: Chain): Delta {
  const [a, b] = [before.schedule.critical, after.schedule.critical];
  return {
    ...(a === undefined || b === undefined ? {} : { days: subtract(b, a) }),
    papers: after.papers.after - before.papers.after,
    visits: after.visits.after - before.visits.after,
  };
}

/** Nobody waits for `x` any more but what comes after `y`, and `x` waits for `y` alone. */
export function moveAfter(chain: Chain, x: string, y: string): Changes {
  const waits = firm(chain.waits);
  const above = before(waits, y);
  const cut = waits
    .filter(({ from, to, by }) => {
      return (to === x && by === 'after') || (from === x && (to === y || above.has(to)));
    })
    .map(({ from, to }): Pair => [from, to]);
  return { cut, add: [[y, x]] };
}

/** Nobody waits for `x` any more but `y`; `x` waits for what it waited for. */
export function moveBefore(chain: Chain, x: string, y: string): Changes {
  const cut = firm(chain.waits)
    .filter(({ from }) => from === x)
    .map(({ from, to }): Pair => [from, to]);
  return { cut, add: [[x, y]] };
}

/** All ids that have to end before `id` can begin. */
function before(waits: readonly { from: string; to: string }[], id: string): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [id];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const { from, to } of waits) {
      if (to !== at || found.has(from)) continue;
      found.add(from);
      open.push(from);
    }
  }
  return found;
}
