import { threadId } from 'node:worker_threads';
import type { StartWork } from '../src/model/pool.ts';

/** What the workers of these tests do. */
export interface Done {
  readonly answer: number;
  readonly thread: number;
}

/** Multiplies, slowly for odd numbers; −1 is a fault, −2 ends the thread. */
export const startWork: StartWork<{ factor: number }, number, Done> = ({ factor }) => {
  if (factor === 0) throw new Error('cannot start');
  return async (task) => {
    if (task === -1) throw Object.assign(new TypeError('no number'), { code: 'EACCES' });
    if (task === -2) process.exit(7);
    await new Promise((resolve) => setTimeout(resolve, task % 2 === 1 ? 5 : 0));
    return { answer: task * factor, thread: threadId };
  };
};
