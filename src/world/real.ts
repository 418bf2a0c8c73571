import module from 'node:module';
import { join } from 'node:path';
import { toUtf8 } from '../text/utf8.ts';
import { userCache } from './cache-key.ts';
import type { World } from './world.ts';

/** The world as the process sees it. */
export function realWorld(process: NodeJS.Process): World {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', stopWhenUnread);
  return {
    cwd: process.cwd(),
    today: localDate(new Date()),
    env: process.env,
    out: writerOf(process.stdout),
    err: writerOf(process.stderr),
    stdin: () => readAll(process.stdin),
    terminal: { out: process.stdout.isTTY === true, err: process.stderr.isTTY === true },
  };
}

/** A reader that is slower than we are can be waited for, so that nothing piles up. */
function writerOf(stream: NodeJS.WriteStream): World['out'] {
  let room: Promise<void> | undefined;
  return (text) => {
    if (stream.write(toUtf8(text))) return;
    room ??= new Promise((resolve) => {
      stream.once('drain', () => {
        room = undefined;
        resolve();
      });
    });
    return room;
  };
}

/** A reader that has seen enough (`| head`) is no fault of ours. */
function stopWhenUnread(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
}

async function readAll(stream: NodeJS.ReadStream): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}

function localDate(date: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/**
 * Keeps what V8 compiles for the next run, where Node can (from 22.1 on), in this user's own folder:
 * not in the one that all users share, which is where Node would put it.
 */
export function cacheCompiled(): void {
  // Absent in Node 20, by whose types this is compiled.
  const { enableCompileCache } = module as { enableCompileCache?: (folder: string) => unknown };
  enableCompileCache?.(join(userCache(), 'compiled'));
}
