import { threadId } from 'node:worker_threads';
import type { StartWork } from '../src/model/crew.ts';

/** What the hands of these tests do. */
export interface Done {
  readonly answer: number;
  readonly thread: number;
}

/** Multiplies, slowly for odd numbers; −1 is a fault, −2 ends the thread. */
export const startWork: StartWork<{ factor: number }, number, Done> = ({ factor }) => {
  if (factor === 0) throw new Error('can not start');
  return async (chunk) => {
    if (chunk === -1) throw Object.assign(new TypeError('no number'), { code: 'EACCES' });
    if (chunk === -2) process.exit(7);
    await new Promise((resolve) => setTimeout(resolve, chunk % 2 === 1 ? 5 : 0));
    return { answer: chunk * factor, thread: threadId };
  };
};
