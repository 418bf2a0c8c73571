import { Worker as Thread } from 'node:worker_threads';
import type { StartWork, Work } from '../model/pool.ts';

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

/** What tasks leave behind is short-lived: half the usual young generation is enough. */
const resourceLimits = { maxYoungGenerationSizeMb: 24 };

function startThread(workerData: ThreadData): Thread {
  if (THREAD.href.endsWith('.js')) return new Thread(THREAD, { workerData, resourceLimits });
  // Run from its sources, as tests do, a thread has to be taught TypeScript first.
  const start = `import('tsx/esm/api').then((tsx) => (tsx.register(), import('${THREAD}')))`;
  return new Thread(start, { workerData, eval: true });
}

/** Another thread as a worker. While this thread is busy it goes on with the task it holds next. */
export class WorkerThread<In, Out> implements Worker<In, Out> {
  readonly holds = 2;
  readonly #thread: Thread;
  readonly #waiting: Waiting<Out>[] = [];
  #lost: Error | undefined;

  constructor(address: string, setup: unknown) {
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
