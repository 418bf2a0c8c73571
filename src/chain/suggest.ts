import { compare, ZERO } from '../stats/rational.ts';
import { type Chain, chainOf, firm } from './chain.ts';
import type { Changes } from './changes.ts';
import type { ChainWorld } from './members.ts';
import { type Delta, deltaOf, moveBefore } from './what-if.ts';

/** A single change as one would ask for it, and what it does. */
export interface Suggestion {
  readonly kind: 'drop' | 'cut' | 'move' | 'promise' | 'region';
  /** Ids: the member, and the other one for a wait or a move. */
  readonly ids: readonly string[];
  readonly delta: Delta;
}

/** Every single change that makes a chain shorter, the one that saves most first. */
export function suggest(chain: Chain, world: ChainWorld): Suggestion[] {
  const found = changesOf(chain).flatMap(({ kind, ids, changes }): Suggestion[] => {
    const tried = chainOf(chain.bundle, chain.answers, world, changes);
    const delta = deltaOf(chain, tried);
    const shorter = delta.days !== undefined && compare(delta.days, ZERO) < 0;
    return shorter && tried.schedule.circles.length === 0 ? [{ kind, ids, delta }] : [];
  });
  return found.sort((a, b) => compare(a.delta.days ?? ZERO, b.delta.days ?? ZERO));
}

interface Single extends Omit<Suggestion, 'delta'> {
  readonly changes: Changes;
}

/** Only what lies on the longest way can make it shorter. */
function changesOf(chain: Chain): Single[] {
  const { path } = chain.schedule;
  const waits = firm(chain.waits);
  return path.flatMap((id, at): Single[] => {
    const next = path[at + 1];
    const far = path.slice(at + 2);
    const waiting = waits.some(({ to }) => to === id);
    const result = chain.members.find((member) => member.id === id)?.item.result?.name;
    return [
      { kind: 'drop', ids: [id], changes: { drop: new Set([id]) } },
      ...(result === undefined
        ? []
        : [{ kind: 'region', ids: [id], changes: { region: [id] } } as const]),
      ...(waiting
        ? [{ kind: 'promise', ids: [id], changes: { promise: new Set([id]) } } as const]
        : []),
      ...(next === undefined
        ? []
        : [{ kind: 'cut', ids: [id, next], changes: { cut: [[id, next]] } } as const]),
      ...far.map((other) => {
        return { kind: 'move', ids: [id, other], changes: moveBefore(chain, id, other) } as const;
      }),
    ];
  });
}
