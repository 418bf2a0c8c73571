import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type PackedPresent, presentIn, unpackPresent } from '../src/publish/present.ts';
import type { Crew } from '../src/model/crew.ts';
import { sendErrand, startCrew } from '../src/world/crew.ts';
import type { Done } from './crew-work.ts';
import { emptyFolder } from './program.ts';

const WORK = new URL('./crew-work.ts', import.meta.url);

function crewOf(size: number, factor = 3): Crew<number, Done> {
  return startCrew<{ factor: number }, number, Done>(WORK, { factor }, size);
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

describe('a crew', () => {
  test.each([1, 2, 7])('of %i answers in order, and in as many threads', async (size) => {
    const crew = crewOf(size);
    const answers = await all(crew.run(numbers(200, { most: 0 })));
    await crew.close();
    expect(answers.map(({ answer }) => answer)).toEqual(answers.map((_, at) => at * 3));
    expect(answers).toHaveLength(200);
    expect(new Set(answers.map(({ thread }) => thread)).size).toBe(size);
    expect(crew.size).toBe(size);
  });

  test('can be asked again, and about nothing', async () => {
    const crew = crewOf(2);
    expect(await all(crew.run([]))).toEqual([]);
    expect((await all(crew.run([5, 6]))).map(({ answer }) => answer)).toEqual([15, 18]);
    expect((await all(crew.run([7]))).map(({ answer }) => answer)).toEqual([21]);
    await crew.close();
  });

  test('asks for chunks only when somebody is nearly free', async () => {
    const crew = crewOf(2);
    const asked = { most: 0 };
    let seen = 0;
    for await (const _ of crew.run(numbers(1000, asked))) {
      seen += 1;
      expect(asked.most - seen).toBeLessThan(20);
      if (seen === 50) break;
    }
    await crew.close();
  });

  test.each([1, 2, 7])(
    'of %i goes on when all hands are free before an answer is taken',
    async (size) => {
      const crew = crewOf(size);
      let seen = 0;
      for await (const _ of crew.run(numbers(60, { most: 0 }))) {
        seen += 1;
        if (seen % 20 === 1) await new Promise((resolve) => setTimeout(resolve, 300));
      }
      expect(seen).toBe(60);
      await crew.close();
    },
  );

  test.each([1, 2, 7])('of %i throws the error of a hand with its stack', async (size) => {
    const crew = crewOf(size);
    const error: unknown = await all(crew.run([1, 2, 3, -1, 4, 5])).catch((fault) => fault);
    expect(error).toMatchObject({ name: 'TypeError', message: 'no number', code: 'EACCES' });
    expect((error as Error).stack).toContain('crew-work.ts');
    await crew.close();
  });

  test('says that a hand can not start, or was lost', async () => {
    await expect(all(crewOf(2, 0).run([1, 2, 3, 4]))).rejects.toThrow('can not start');
    const lost = startCrew<object, number, number>(WORK, { factor: 1 }, 3);
    await expect(all(lost.run([-2]))).rejects.toThrow('code 7');
  });
});

describe('an errand', () => {
  const LOOK = new URL('../src/commands/look-work.ts', import.meta.url);

  test('is done in another thread', async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'index.html'), '');
    const errand = sendErrand<string, PackedPresent>(LOOK, folder);
    expect(unpackPresent(await errand.answer)).toEqual(presentIn(folder));
    await errand.close();
  });

  test('fails with the error that came up there', async () => {
    const file = join(emptyFolder(), 'index.html');
    writeFileSync(file, '');
    const errand = sendErrand<string, PackedPresent>(LOOK, file);
    await expect(errand.answer).rejects.toMatchObject({ code: 'ENOTDIR' });
    await errand.close();
  });

  test('can be broken off without a word', async () => {
    const errand = sendErrand<string, PackedPresent>(LOOK, emptyFolder());
    await errand.close();
    await expect(errand.answer).rejects.toThrow('a thread ended');
  });
});
