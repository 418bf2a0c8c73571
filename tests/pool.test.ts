import { describe, expect, test } from 'vitest';
import type { Pool } from '../src/model/pool.ts';
import { startPool } from '../src/world/pool.ts';
import type { Done } from './pool-work.ts';

const WORK = new URL('./pool-work.ts', import.meta.url);

function poolOf(size: number, factor = 3): Pool<number, Done> {
  return startPool<{ factor: number }, number, Done>(WORK, { factor }, size);
}

async function all<T>(answers: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const answer of answers) list.push(answer);
  return list;
}

/** An iterable that tells how far it was asked. */
function* numbers(count: number, asked: { most: number }): Iterable<number> {
  for (let at = 0; at < count; at += 1) {
    asked.most = at + 1;
    yield at;
  }
}

describe('a worker pool', () => {
  test.each([1, 2, 7])('of %i answers in order, and in as many threads', async (size) => {
    const pool = poolOf(size);
    const answers = await all(pool.run(numbers(200, { most: 0 })));
    await pool.close();
    expect(answers.map(({ answer }) => answer)).toEqual(answers.map((_, at) => at * 3));
    expect(answers).toHaveLength(200);
    expect(new Set(answers.map(({ thread }) => thread)).size).toBe(size);
    expect(pool.size).toBe(size);
  });

  test('can be asked again, and about nothing', async () => {
    const pool = poolOf(2);
    expect(await all(pool.run([]))).toEqual([]);
    expect((await all(pool.run([5, 6]))).map(({ answer }) => answer)).toEqual([15, 18]);
    expect((await all(pool.run([7]))).map(({ answer }) => answer)).toEqual([21]);
    await pool.close();
  });

  test('asks for tasks only when a worker is nearly free', async () => {
    const pool = poolOf(2);
    const asked = { most: 0 };
    let seen = 0;
    for await (const _ of pool.run(numbers(1000, asked))) {
      seen += 1;
      expect(asked.most - seen).toBeLessThan(20);
      if (seen === 50) break;
    }
    await pool.close();
  });

  test.each([1, 2, 7])(
    'of %i goes on when all workers are free before an answer is taken',
    async (size) => {
      const pool = poolOf(size);
      let seen = 0;
      for await (const _ of pool.run(numbers(60, { most: 0 }))) {
        seen += 1;
        if (seen % 20 === 1) await new Promise((resolve) => setTimeout(resolve, 300));
      }
      expect(seen).toBe(60);
      await pool.close();
    },
  );

  test.each([1, 2, 7])('of %i throws the error of a worker with its stack', async (size) => {
    const pool = poolOf(size);
    const error: unknown = await all(pool.run([1, 2, 3, -1, 4, 5])).catch((fault) => fault);
    expect(error).toMatchObject({ name: 'TypeError', message: 'no number', code: 'EACCES' });
    expect((error as Error).stack).toContain('pool-work.ts');
    await pool.close();
  });

  test('takes for this thread what is given', async () => {
    const own = async () => (task: number) => ({ answer: task * 100, thread: 0 });
    const pool = startPool<object, number, Done>(WORK, { factor: 1 }, 1, own);
    expect((await all(pool.run([1, 2]))).map(({ answer }) => answer)).toEqual([100, 200]);
    await pool.close();
  });

  test('says that a worker cannot start, or was lost', async () => {
    await expect(all(poolOf(2, 0).run([1, 2, 3, 4]))).rejects.toThrow('cannot start');
    const lost = startPool<object, number, number>(WORK, { factor: 1 }, 3);
    await expect(all(lost.run([-2]))).rejects.toThrow('code 7');
  });
});
