import { parentPort, workerData } from 'node:worker_threads';
import type { Work } from '../model/pool.ts';
import { type Answer, type Fault, startWorkOf, type ThreadData } from './pool.ts';

// The other end of a WorkerThread: does one task after the other and answers in that order.
const port = parentPort;
let last: Promise<unknown> = Promise.resolve();
let work: Promise<Work<unknown, unknown>> | undefined;

port?.on('message', (task: unknown) => {
  last = last.then(async () => port.postMessage(await answerTo(task)));
});

async function answerTo(task: unknown): Promise<Answer<unknown>> {
  try {
    // Passed by WorkerThread, which is the only one to start this module.
    work ??= startWorkOf(workerData as ThreadData);
    return { answer: await (await work)(task) };
  } catch (error) {
    return { fault: faultOf(error) };
  }
}

function faultOf(error: unknown): Fault {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error), stack: undefined };
  const { name, message, stack } = error;
  const { code, path } = error as NodeJS.ErrnoException;
  return { name, message, stack, ...(code && { code }), ...(path && { path }) };
}
