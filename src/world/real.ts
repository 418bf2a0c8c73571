import module from 'node:module';
import { join } from 'node:path';
import type { Interface } from 'node:readline';
import { languageOf, say } from '../model/words.ts';
import { toUtf8 } from '../text/utf8.ts';
import { userCache } from './cache-key.ts';
import { faultWords, namingPath } from './disk-fault.ts';
import type { World } from './world.ts';

/** The world as the process sees it. */
export function realWorld(process: NodeJS.Process): World {
  process.stdout.on('error', (error) => stopUnheard(error, process));
  // Nobody hears that nobody hears: the exit code still tells how it ended.
  process.stderr.on('error', () => {});
  return {
    cwd: process.cwd(),
    today: localDay(),
    env: process.env,
    out: writerOf(process.stdout),
    err: writerOf(process.stderr),
    stdin: () => readAll(process.stdin),
    ...(process.stdin.isTTY && process.stderr.isTTY ? { ask: asker(process) } : {}),
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

/** An answer that cannot be given is no answer: the disk is full, or the reader has gone. */
function stopUnheard(error: unknown, process: NodeJS.Process): never {
  const why = faultWords(error) ?? say('原因不明', 'for an unknown reason');
  const words = say(
    `标准输出写不进去，结果没有写完：${why.zh}`,
    `standard output cannot be written to, the answer is not whole: ${why.en}`,
  );
  process.stderr.write(`mingbai: ${words[languageOf(process.argv)]}\n`);
  process.exit(2);
}

/**
 * Asks on standard error, so that standard output stays the answer. One reader for all questions:
 * lines that were typed or pasted ahead are the next answers.
 */
function asker(process: NodeJS.Process): NonNullable<World['ask']> {
  const lines: string[] = [];
  let hear: ((line: string | undefined) => void) | undefined;
  let reader: Interface | undefined;
  let ended = false;
  const open = async (): Promise<Interface> => {
    const { createInterface } = await import('node:readline');
    const opened = createInterface({ input: process.stdin, output: process.stderr });
    opened.on('line', (line) => {
      const answer = hear;
      hear = undefined;
      if (answer === undefined) lines.push(line);
      else answer(line);
    });
    opened.on('SIGINT', () => process.exit(130));
    opened.on('close', () => {
      ended = true;
      hear?.(undefined);
    });
    return opened;
  };
  return async (question) => {
    reader ??= await open();
    const ahead = lines.shift();
    if (ahead !== undefined || ended) {
      process.stderr.write(`${question}${ahead ?? ''}\n`);
      return ahead?.trim();
    }
    reader.setPrompt(question);
    reader.prompt();
    const line = await new Promise<string | undefined>((resolve) => {
      hear = resolve;
    });
    // Or it would keep the process waiting for more.
    reader.pause();
    return line?.trim();
  };
}

/** In bytes: no text that is read from standard input is longer. */
const MOST = 64 << 20;

async function readAll(stream: NodeJS.ReadStream): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of stream) {
      chunks.push(chunk as Uint8Array);
      size += (chunk as Uint8Array).length;
      if (size > MOST) throw Object.assign(new Error('too long'), { code: 'EFBIG' });
    }
  } catch (error) {
    throw namingPath(error, '-');
  }
  return Buffer.concat(chunks);
}

/** The world of a program that calls this one: nothing is read from its streams or written there. */
export function quietWorld(hear: (text: string) => void, today = localDay()): World {
  return {
    ...{ cwd: process.cwd(), env: process.env, today, out: hear, err: hear },
    stdin: async () => new Uint8Array(),
    terminal: { out: false, err: false },
  };
}

/** Today on this machine, as YYYY-MM-DD. */
function localDay(): string {
  const date = new Date();
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
