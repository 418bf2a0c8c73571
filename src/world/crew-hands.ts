import { Worker } from 'node:worker_threads';
import type { StartWork, Work } from '../model/crew.ts';

/** Whoever does chunks of work, one after the other. */
export interface Hand<In, Out> {
  /** How many chunks it may hold: those it has not begun count too. */
  readonly holds: number;
  do(chunk: In): Promise<Out>;
  close(): Promise<void>;
}

/** What a thread answers to each chunk, in order. */
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

/** Loads a module of work and prepares one hand. */
export async function startWorkOf<In, Out>({ address, setup }: ThreadData): Promise<Work<In, Out>> {
  // What an address leads to is not known to the compiler; the contract is `StartWork`.
  const { startWork } = (await import(address)) as { startWork: StartWork<unknown, In, Out> };
  return startWork(setup);
}

/** This thread as a hand: it looks up from its work after each chunk, so that others get theirs. */
export class HandHere<In, Out> implements Hand<In, Out> {
  readonly holds = 1;
  readonly #data: ThreadData;
  #work: Promise<Work<In, Out>> | undefined;

  constructor(address: string, setup: unknown) {
    this.#data = { address, setup };
  }

  async do(chunk: In): Promise<Out> {
    await new Promise((resume) => setImmediate(resume));
    this.#work ??= startWorkOf(this.#data);
    return (await this.#work)(chunk);
  }

  /** Lets go of what it worked with: fonts and templates are not needed by what comes after. */
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

const THREAD = new URL(compiled(new URL('./crew-thread.ts', import.meta.url)));

/** Room for what is new: what chunks leave behind is short-lived, and half the usual is enough. */
const resourceLimits = { maxYoungGenerationSizeMb: 24 };

function startThread(workerData: ThreadData): Worker {
  if (THREAD.href.endsWith('.js')) return new Worker(THREAD, { workerData, resourceLimits });
  // Run from its sources, as tests do, a thread has to be taught TypeScript first.
  const start = `import('tsx/esm/api').then((tsx) => (tsx.register(), import('${THREAD}')))`;
  return new Worker(start, { workerData, eval: true });
}

/** Another thread as a hand. While this thread is busy it goes on with the chunk it holds next. */
export class HandInThread<In, Out> implements Hand<In, Out> {
  readonly holds = 2;
  readonly #thread: Worker;
  readonly #waiting: Waiting<Out>[] = [];
  #lost: Error | undefined;

  constructor(address: string, setup: unknown) {
    this.#thread = startThread({ address, setup });
    this.#thread.on('message', (message: Answer<Out>) => this.#hear(message));
    this.#thread.on('error', (error) => this.#lose(error));
    this.#thread.on('messageerror', (error) => this.#lose(error));
    this.#thread.on('exit', (code) => this.#lose(new Error(`a thread ended with code ${code}`)));
  }

  do(chunk: In): Promise<Out> {
    return new Promise((resolve, reject) => {
      if (this.#lost !== undefined) return reject(this.#lost);
      this.#waiting.push({ resolve, reject });
      this.#thread.postMessage(chunk);
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
