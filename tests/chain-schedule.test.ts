import { describe, expect, test } from 'vitest';
import { chainOf, readySet } from '../src/chain/chain.ts';
import { circles } from '../src/chain/circles.ts';
import { schedule } from '../src/chain/schedule.ts';
import { compare, rational, toPlain } from '../src/stats/rational.ts';
import { asBundle, bruteForce, type RandomChain, randomChain } from './random-chains.ts';

/** The days a path takes, when every two neighbours on it wait for each other. */
function lengthOf(path: readonly string[], { days, waits }: RandomChain): number {
  const places = path.map((id) => Number(id.slice(1)));
  for (const [at, to] of places.entries()) {
    const from = places[at - 1];
    if (from !== undefined) expect(waits).toContainEqual([from, to]);
  }
  return places.reduce((sum, at) => sum + (days[at] ?? 0), 0);
}

function agrees(chain: RandomChain): 'round' | 'straight' {
  const { bundle, world } = asBundle(chain);
  const computed = chainOf(bundle, {}, world);
  const found = computed.schedule;
  const tried = bruteForce(chain);
  const graph = chain.days.map((_, at) =>
    chain.waits.filter(([from]) => from === at).map(([, to]) => to),
  );
  expect(new Set(circles(graph).flat())).toEqual(tried.inCircle);
  for (const circle of circles(graph)) {
    for (const [at, node] of circle.entries()) {
      expect(graph[node]).toContain(circle[(at + 1) % circle.length]);
    }
  }
  expect(readySet(computed)).toEqual(tried.ready.map((at) => `m${at}`));
  if (tried.inCircle.size > 0) {
    expect(found.critical).toBeUndefined();
    expect(found.circles.length).toBeGreaterThan(0);
    return 'round';
  }
  expect(toPlain(found.critical ?? rational(-1n))).toBe(String(tried.critical));
  expect(found.slots.map(({ start }) => toPlain(start ?? rational(-1n)))).toEqual(
    tried.starts.map(String),
  );
  expect(lengthOf(found.path, chain)).toBe(tried.critical);
  return 'straight';
}

describe('random chains', () => {
  test('agree with trying, 500 of them, some in circles', () => {
    const seen = { round: 0, straight: 0 };
    for (let seed = 0; seed < 500; seed += 1) {
      seen[agrees(randomChain(seed, seed % 25 === 0 ? 200 : 30))] += 1;
    }
    expect(seen.round).toBeGreaterThan(20);
    expect(seen.straight).toBeGreaterThan(300);
  });

  test('a delay by the slack lengthens nothing, a day more does', () => {
    for (let seed = 0; seed < 60; seed += 1) {
      const chain = randomChain(seed, 12);
      const { bundle, world } = asBundle(chain);
      const { slots, critical } = chainOf(bundle, {}, world).schedule;
      if (critical === undefined) continue;
      for (const [at, { slack }] of slots.entries()) {
        const slackDays = Number(slack?.n ?? -1n);
        const late = (more: number): number =>
          bruteForce({
            ...chain,
            days: chain.days.map((each, other) => (other === at ? each + slackDays + more : each)),
          }).critical;
        expect(late(0)).toBe(Number(critical.n));
        expect(late(1)).toBe(Number(critical.n) + 1);
      }
    }
  });
});

describe('limits that nobody knows', () => {
  const five = rational(5n);
  const tasks = [{ id: 'a', days: five }, { id: 'b' }, { id: 'c', days: five }];
  const found = schedule(tasks, [{ from: 'b', to: 'c' }]);

  test('are told, and never taken for 0', () => {
    expect(found.unknown).toEqual(['b']);
    expect([found.serial, found.critical, found.path]).toEqual([undefined, undefined, []]);
    expect(found.slots[2]).toEqual({ id: 'c' });
    expect(compare(found.least, five)).toBe(0);
  });
});
