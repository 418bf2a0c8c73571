import { availableParallelism } from 'node:os';
import type { Pool, Work } from '../model/pool.ts';
import { compiled, startWorkOf, type Worker, WorkerHere, WorkerThread } from './pool-worker.ts';

/** How many threads can work at once on this machine. */
export function cores(): number {
  return availableParallelism();
}

/**
 * Starts `size` workers on a module that exports `startWork` (see `StartWork`): this thread and
 * `size - 1` others, each with the same `setup`. The module is given by its address, e.g.
 * `new URL('./item-work.ts', import.meta.url)`; once compiled, the compiled one is taken. `here`
 * prepares the worker of this thread, if it has at hand what the others read.
 */
export function startPool<Setup, In, Out>(
  module: URL,
  setup: Setup,
  size: number,
  here?: () => Promise<Work<In, Out>>,
): Pool<In, Out> {
  const address = compiled(module);
  const workers: Worker<In, Out>[] = [];
  for (let each = 1; each < size; each += 1) workers.push(new WorkerThread(address, setup));
  workers.push(new WorkerHere(here ?? (() => startWorkOf({ address, setup }))));
  const close = async (): Promise<void> => {
    await Promise.all(workers.map((worker) => worker.close()));
  };
  return { size: workers.length, run: (tasks) => new Queue(workers, tasks).answers(), close };
}

/** How many tasks for each worker may wait for one that comes before them. */
const AHEAD = 8;

/** One run of a pool: tasks go to whoever is free, answers are put in order. */
class Queue<In, Out> {
  readonly #workers: readonly Worker<In, Out>[];
  readonly #tasks: Iterator<In>;
  readonly #answers = new Map<number, Out>();
  readonly #held = new Map<Worker<In, Out>, number>();
  #given = 0;
  #next = 0;
  #over = false;
  #fault: { readonly error: unknown } | undefined;
  #wake: () => void = () => {};

  constructor(workers: readonly Worker<In, Out>[], tasks: Iterable<In>) {
    this.#workers = workers;
    this.#tasks = tasks[Symbol.iterator]();
  }

  /** The answers in the order of the tasks; throws the first error and ends the workers. */
  async *answers(): AsyncIterable<Out> {
    for (;;) {
      for (const worker of this.#workers) while (this.#give(worker));
      if (this.#answers.has(this.#next)) {
        // It is there, as was just asked; undefined may be an answer.
        const answer = this.#answers.get(this.#next) as Out;
        this.#answers.delete(this.#next);
        this.#next += 1;
        yield answer;
        // Meanwhile workers may have become free that nobody would wake this for.
        continue;
      }
      if (this.#fault !== undefined) break;
      if (this.#over && this.#next === this.#given) return;
      await this.#something();
    }
    await Promise.all(this.#workers.map((worker) => worker.close()));
    throw this.#fault.error;
  }

  /** Gives a worker the next task; false when it has enough or there is none. */
  #give(worker: Worker<In, Out>): boolean {
    const held = this.#held.get(worker) ?? 0;
    const ahead = this.#given - this.#next;
    if (this.#over || held >= worker.holds || ahead >= this.#workers.length * AHEAD) return false;
    const task = this.#tasks.next();
    if (task.done === true) {
      this.#over = true;
      return false;
    }
    this.#held.set(worker, held + 1);
    void this.#await(worker, this.#given, task.value);
    this.#given += 1;
    return true;
  }

  async #await(worker: Worker<In, Out>, at: number, task: In): Promise<void> {
    try {
      this.#answers.set(at, await worker.do(task));
    } catch (error) {
      this.#fault ??= { error };
    }
    this.#held.set(worker, (this.#held.get(worker) ?? 1) - 1);
    this.#wake();
  }

  #something(): Promise<void> {
    return new Promise((wake) => {
      this.#wake = wake;
    });
  }
}
