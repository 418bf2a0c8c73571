import { availableParallelism } from 'node:os';
import type { Crew } from '../model/crew.ts';
import { Deal } from './crew-deal.ts';
import { compiled, type Hand, HandHere, HandInThread } from './crew-hands.ts';
import { tuneEngine } from './engine.ts';

/** How many threads can work at once on this machine. */
export function cores(): number {
  return availableParallelism();
}

/**
 * Starts `size` hands on a module that exports `startWork` (see `StartWork`): this thread and
 * `size - 1` others, each with the same `setup`. The module is given by its address, e.g.
 * `new URL('./check-work.ts', import.meta.url)`; once compiled, the compiled one is taken.
 */
export function startCrew<Setup, In, Out>(module: URL, setup: Setup, size: number): Crew<In, Out> {
  tuneEngine();
  const address = compiled(module);
  const hands: Hand<In, Out>[] = [];
  for (let each = 1; each < size; each += 1) hands.push(new HandInThread(address, setup));
  hands.push(new HandHere(address, setup));
  const close = async (): Promise<void> => {
    await Promise.all(hands.map((hand) => hand.close()));
  };
  return { size: hands.length, run: (chunks) => new Deal(hands, chunks).answers(), close };
}

/** Something that another thread does meanwhile. */
export interface Errand<Out> {
  /** What came of it. */
  readonly answer: Promise<Out>;
  /** Lets the thread go, done or not. */
  close(): Promise<void>;
}

/** Has another thread do one chunk of a kind of work; the module is given as to `startCrew`. */
export function sendErrand<In, Out>(module: URL, chunk: In): Errand<Out> {
  tuneEngine();
  const hand = new HandInThread<In, Out>(compiled(module), undefined);
  const answer = hand.do(chunk);
  // Nobody may be there to hear of it when it is let go before it is done.
  answer.catch(() => {});
  return { answer, close: () => hand.close() };
}
