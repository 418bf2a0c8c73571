import type { World } from './world.ts';

/** The world as the process sees it. */
export function realWorld(process: NodeJS.Process): World {
  return {
    cwd: process.cwd(),
    today: localDate(new Date()),
    env: process.env,
    out: (text) => {
      process.stdout.write(text);
    },
    err: (text) => {
      process.stderr.write(text);
    },
    stdin: () => readAll(process.stdin),
    terminal: { out: process.stdout.isTTY === true, err: process.stderr.isTTY === true },
  };
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
