import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { performance } from 'node:perf_hooks';
import { editItem, mingbai, someItem } from '../ground.ts';
import { missingRow, type Row } from '../measure.ts';
import type { Part } from './part.ts';

const PATIENCE = 10 * 60 * 1000;
const STEPS = ['start to first page', 'first item page', 'edit to reload', 'edit to new page'];

/** The preview as somebody who writes sees it, over HTTP. */
export const servePart: Part = {
  name: 'serve',
  title: '`serve`',
  base: `serve, ${STEPS[0]}`,
  async run(ground) {
    const root = ground.catalogue('none');
    const taken: Served[] = [];
    for (let run = 0; run < ground.runs; run += 1) {
      const served = await serveOnce(root);
      if (typeof served === 'string') return { rows: [missingRow('serve', served)] };
      taken.push(served);
    }
    return {
      rows: STEPS.map((step, place): Row => {
        const last = place === STEPS.length - 1;
        return {
          what: `serve, ${step}`,
          wall: taken.map(({ wall }) => wall[place] ?? 0),
          cpu: last ? taken.map(({ cpu }) => cpu) : [],
          memory: last ? taken.map(({ memory }) => memory) : [],
        };
      }),
    };
  },
};

interface Served {
  /** Seconds of each step. */
  readonly wall: readonly number[];
  readonly cpu: number;
  readonly memory: number;
}

async function serveOnce(root: string): Promise<Served | string> {
  const clock = stopwatch();
  const server = spawn(mingbai()[0]!, mingbai('serve', root, '--port', '0').slice(1));
  try {
    const url = await addressOf(server);
    const wall: number[] = [];
    await page(url);
    wall.push(clock());
    const item = someItem(root);
    const address = url + relative(root, item).replace(/\.yaml$/, '/');
    const before = stopwatch();
    await page(address);
    wall.push(before());
    const reloaded = nextReload(url);
    await reloaded.ready;
    const edited = stopwatch();
    const words = editItem(item);
    await reloaded.told;
    wall.push(edited());
    while (!(await page(address)).includes(words)) await new Promise((done) => setTimeout(done, 5));
    wall.push(edited());
    return { wall, ...usageOf(server.pid ?? 0) };
  } catch (error) {
    return String(error).slice(0, 200);
  } finally {
    server.kill();
  }
}

/** Seconds since it was made. */
function stopwatch(): () => number {
  const start = performance.now();
  return () => Math.round(performance.now() - start) / 1000;
}

/** The address that the server prints. */
function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    server.stdout?.on('data', (chunk) => {
      said += String(chunk);
      const [url] = /http:\S+\//.exec(said) ?? [];
      if (url !== undefined) resolve(url);
    });
    server.stderr?.on('data', (chunk) => {
      said += String(chunk);
    });
    server.on('exit', (code) => reject(new Error(`exit ${code}: ${said}`)));
  });
}

async function page(url: string): Promise<string> {
  const response = await fetch(url, { signal: AbortSignal.timeout(PATIENCE) });
  if (!response.ok) throw new Error(`${response.status} at ${url}`);
  return response.text();
}

/** Listens as an open page does: `ready` when the server listens, `told` at the next reload. */
function nextReload(url: string): { readonly ready: Promise<void>; readonly told: Promise<void> } {
  const stream = fetch(`${url}__mingbai/events`, { signal: AbortSignal.timeout(PATIENCE) });
  const told = stream.then(async ({ body }) => {
    let said = '';
    if (body === null) throw new Error('no events');
    const decoder = new TextDecoder();
    for await (const chunk of body) {
      said += decoder.decode(chunk);
      if (said.includes('event: reload')) return;
    }
    throw new Error('the server stopped telling');
  });
  return { ready: stream.then(() => {}), told };
}

/** CPU seconds and peak memory in MB of a running process, from /proc. */
function usageOf(pid: number): { readonly cpu: number; readonly memory: number } {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  const ticks = Number(stat[11]) + Number(stat[12]);
  const peak = /^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return { cpu: ticks / 100, memory: Math.round(Number(peak) / 1024) };
}
