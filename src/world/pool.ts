import { availableParallelism } from 'node:os';
import { Worker as Thread } from 'node:worker_threads';
import type { Pool, StartWork, Work } from '../model/pool.ts';

/** How many threads can work at once on this machine. */
export function cores(): number {
  return availableParallelism();
}

/**
 * Starts `size` workers on a module that exports `startWork` (see `StartWork`): this thread and
 * `size - 1` others, each with the same `setup`. The module is given by its address, e.g.
 * `new URL('./item-work.ts', import.meta.url)`; once compiled, the compiled one is taken. `here`
 * prepares the worker of this thread, if it has at hand what the others read; where it is `busy`,
 * because making the tasks is work enough, the others do them alone.
 */
export function startPool<Setup, In, Out>(
  module: URL,
  setup: Setup,
  size: number,
  here?: (() => Promise<Work<In, Out>>) | 'busy',
): Pool<In, Out> {
  const address = compiled(module);
  const workers: Worker<In, Out>[] = [];
  const holds = here === 'busy' ? AHEAD : 2;
  for (let each = 1; each < size; each += 1) workers.push(new WorkerThread(address, setup, holds));
  if (here !== 'busy') {
    workers.push(new WorkerHere(here ?? (() => startWorkOf({ address, setup }))));
  }
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

/** Whoever does tasks, one after the other. */
export interface Worker<In, Out> {
  /** How many tasks it may hold: those it has not begun count too. */
  readonly holds: number;
  do(task: In): Promise<Out>;
  close(): Promise<void>;
}

/** What a thread answers to each task, in order. */
export type Answer<Out> = { readonly answer: Out } | { readonly fault: Fault };

/** An error on its way between threads. */
export interface Fault {
  readonly name: string;
  readonly message: string;
  readonly stack: string | undefined;
  /** Of an error of the disk. */
  readonly code?: string;
  readonly path?: string;
}

/** What a thread is started with. */
export interface ThreadData {
  readonly address: string;
  readonly setup: unknown;
}

/** Loads a module of work and prepares one worker. */
export async function startWorkOf<In, Out>({ address, setup }: ThreadData): Promise<Work<In, Out>> {
  // What an address leads to is not known to the compiler; the contract is `StartWork`.
  const { startWork } = (await import(address)) as { startWork: StartWork<unknown, In, Out> };
  return startWork(setup);
}

/** This thread as a worker: it pauses after each task, so that the others get theirs. */
export class WorkerHere<In, Out> implements Worker<In, Out> {
  readonly holds = 1;
  readonly #start: () => Promise<Work<In, Out>>;
  #work: Promise<Work<In, Out>> | undefined;

  constructor(start: () => Promise<Work<In, Out>>) {
    this.#start = start;
  }

  async do(task: In): Promise<Out> {
    await new Promise((resume) => setImmediate(resume));
    this.#work ??= this.#start();
    return (await this.#work)(task);
  }

  /** Fonts and templates are not needed by what comes after. */
  async close(): Promise<void> {
    this.#work = undefined;
  }
}

interface Waiting<Out> {
  readonly resolve: (answer: Out) => void;
  readonly reject: (error: Error) => void;
}

/**
 * The address of a module that is a file of its own in dist/ too: the compiler turns `.ts` into
 * `.js` in imports, but not in addresses.
 */
export function compiled({ href }: URL): string {
  return import.meta.url.endsWith('.js') ? href.replace(/\.ts$/, '.js') : href;
}

const THREAD = new URL(compiled(new URL('./pool-thread.ts', import.meta.url)));

/**
 * What tasks leave behind is short-lived: half the usual young generation is enough. With less than
 * 2 GB allowed, the engine collects when a heap has doubled, not only when it is fourfold.
 */
const resourceLimits = { maxYoungGenerationSizeMb: 24, maxOldGenerationSizeMb: 1900 };

function startThread(workerData: ThreadData): Thread {
  if (THREAD.href.endsWith('.js')) return new Thread(THREAD, { workerData, resourceLimits });
  // Run from its sources, as tests do, a thread has to be taught TypeScript first.
  const start = `import('tsx/esm/api').then((tsx) => (tsx.register(), import('${THREAD}')))`;
  return new Thread(start, { workerData, eval: true });
}

/** Another thread as a worker. While this thread is busy it goes on with the task it holds next. */
export class WorkerThread<In, Out> implements Worker<In, Out> {
  readonly holds: number;
  readonly #thread: Thread;
  readonly #waiting: Waiting<Out>[] = [];
  #lost: Error | undefined;

  constructor(address: string, setup: unknown, holds: number) {
    this.holds = holds;
    this.#thread = startThread({ address, setup });
    this.#thread.on('message', (message: Answer<Out>) => this.#hear(message));
    this.#thread.on('error', (error) => this.#lose(error));
    this.#thread.on('messageerror', (error) => this.#lose(error));
    this.#thread.on('exit', (code) => this.#lose(new Error(`a thread ended with code ${code}`)));
  }

  do(task: In): Promise<Out> {
    return new Promise((resolve, reject) => {
      if (this.#lost !== undefined) return reject(this.#lost);
      this.#waiting.push({ resolve, reject });
      this.#thread.postMessage(task);
    });
  }

  async close(): Promise<void> {
    await this.#thread.terminate();
  }

  #hear(message: Answer<Out>): void {
    const waiting = this.#waiting.shift();
    if ('answer' in message) waiting?.resolve(message.answer);
    else waiting?.reject(errorOf(message.fault));
  }

  #lose(error: Error): void {
    this.#lost ??= error;
    for (const { reject } of this.#waiting.splice(0)) reject(this.#lost);
  }
}

/** An error with the stack it had where it was thrown. */
function errorOf({ message, ...rest }: Fault): Error {
  return Object.assign(new Error(message), rest);
}
