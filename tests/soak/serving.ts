import { connect } from 'node:net';
import type { Random } from '../bench/random.ts';
import { BOUNDS, type Outcome, outcomeOf, startProgram } from './bounded.ts';
import type { Ground } from './catalogue.ts';
import { spoilTree } from './file-tree.ts';
import { hostileWord } from './words.ts';

/** Runs `serve` among requests and edits; alive at the end is as good as exit 0. */
export async function runServer(
  script: string,
  argv: readonly string[],
  { cwd, outside }: Ground,
  random: Random,
): Promise<Outcome> {
  const start = performance.now();
  const child = startProgram(script, argv, cwd);
  let said = '';
  child.stdout?.on('data', (chunk) => {
    said += String(chunk);
  });
  const ended = outcomeOf(child);
  const seconds = (): number => (performance.now() - start) / 1000;
  let alive = true;
  void ended.then(() => {
    alive = false;
  });
  while (alive && portIn(said) === undefined && seconds() < BOUNDS.wallSeconds) await pause(50);
  const port = portIn(said);
  for (let count = 0; alive && port !== undefined && count < 12; count += 1) {
    await request(port, random);
    if (random.chance(0.3)) spoilTree(`${cwd}/catalog`, outside, random, 1);
  }
  await pause(300);
  if (!alive) return { ...(await ended), wallSeconds: seconds() };
  const wallSeconds = seconds();
  child.kill('SIGKILL');
  return { ...(await ended), code: port === undefined ? null : 0, wallSeconds };
}

function portIn(said: string): number | undefined {
  const digits = /http:\/\/[^:/\s]+:(\d+)/.exec(said)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

const PATHS = ['/', '/items/water/water-abstraction/index.html', '/search.html', '/%', '//', '/\\'];

/** One request line of any kind; what is answered does not matter, nor whether anything is. */
async function request(port: number, random: Random): Promise<void> {
  const method = random.pick(['GET', 'GET', 'GET', 'HEAD', 'POST', 'CONNECT', hostileWord(random)]);
  const path = random.chance(0.5) ? random.pick(PATHS) : hostileWord(random);
  const host = random.chance(0.8) ? `127.0.0.1:${port}` : hostileWord(random).slice(0, 300);
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => {}).on('data', () => {});
  socket.setTimeout(5000, () => socket.destroy());
  socket.write(`${method} ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
  await new Promise((resolve) => socket.on('close', resolve));
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
