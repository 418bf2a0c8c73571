import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A part of the program with its own time. */
export interface ProfilePart {
  readonly name: string;
  readonly what: string;
  readonly seconds: number;
}

/** What V8 writes for a thread: functions, which of them was running at each sample, microseconds. */
interface CpuProfile {
  readonly nodes: readonly { readonly id: number; readonly callFrame: CallFrame }[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

interface CallFrame {
  readonly functionName: string;
  readonly url: string;
  /** From 0. */
  readonly lineNumber: number;
}

/** What a room, or a folder of it, does; the longest name that fits counts. */
const ROOMS: Readonly<Record<string, string>> = {
  calendar: 'working days',
  check: 'what is noted of an item, findings kept as numbers',
  commands: 'putting together',
  guide: 'a guide in its final words',
  'guide/lists': 'cards of items, pages that list',
  'guide/page': 'the page of an item',
  load: 'parsing with the schema',
  lint: 'running the rules',
  'lint/completeness': 'which elements are missing',
  'lint/rules': 'the rules',
  'lint/wording': 'vague wording',
  model: 'looking up texts and values',
  render: 'choosing outputs',
  'render/html': 'templates into pages',
  'render/notice': 'notice sheets',
  'render/pdf': 'setting type, writing PDF',
  'render/paper': 'other sheets',
  report: 'writing the report',
  stats: 'counting for the statistics',
  text: 'numerals, durations, scripts, line breaking',
  world: 'disk and threads',
  build: 'planning, remembering, writing the tree',
};

/** What Node.js and V8 do themselves, by the name of the function. */
const ENGINE: readonly (readonly [name: string, what: string, found: RegExp])[] = [
  ['', 'waiting', /^\(idle\)$/],
  ['V8', 'collecting garbage', /^\(garbage collector\)$/],
  ['V8', 'regular expressions', /^RegExp: /],
  ['system', 'making folders and files, writing', /^(mkdir|writeFile|writeBuffer|rename|utimes)/i],
  ['system', 'opening, reading, closing files', /^(open|read|close|fstat|stat|lstat|readdir)/i],
];

/** Sums the own time of all functions of all threads by the part they stand in, most first. */
export function readProfiles(folder: string): { total: number; parts: ProfilePart[] } {
  const sums = new Map<string, number>();
  for (const file of readdirSync(folder)) {
    // as Node.js wrote it
    const { nodes, samples, timeDeltas } = JSON.parse(
      readFileSync(join(folder, file), 'utf8'),
    ) as CpuProfile;
    const parts = new Map(nodes.map(({ id, callFrame }) => [id, partOf(callFrame)]));
    for (const [at, id] of samples.entries()) {
      const part = parts.get(id);
      if (part === undefined) continue;
      sums.set(part, (sums.get(part) ?? 0) + (timeDeltas[at] ?? 0) / 1e6);
    }
  }
  const total = [...sums.values()].reduce((sum, each) => sum + each, 0);
  const parts = [...sums].map(([part, seconds]): ProfilePart => {
    const [name = '', what = ''] = part.split('|');
    return { name, what, seconds };
  });
  return {
    total,
    parts: shortened(
      parts.sort((a, b) => b.seconds - a.seconds),
      total,
    ),
  };
}

/** Parts below one in a hundred are one. */
function shortened(parts: readonly ProfilePart[], total: number): ProfilePart[] {
  const large = parts.filter(({ seconds }) => seconds >= total / 100);
  const rest = parts.slice(large.length).reduce((sum, { seconds }) => sum + seconds, 0);
  return [...large, { name: '', what: 'everything below 1 %', seconds: rest }];
}

/** “name|what it does”; undefined for waiting. */
function partOf({ functionName, url, lineNumber }: CallFrame): string | undefined {
  const engine = ENGINE.find(([, , found]) => !url.startsWith('file:') && found.test(functionName));
  if (engine !== undefined) return engine[0] === '' ? undefined : `${engine[0]}|${engine[1]}`;
  const [, library] = /\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(url) ?? [];
  if (library !== undefined) return `${library}|library`;
  if (!url.startsWith('file:')) return /crypto/.test(url) ? 'Node.js|hashes' : moduleOf(url);
  const path = sourceOf(url, lineNumber);
  const room = Object.keys(ROOMS)
    .filter((each) => path.startsWith(`${each}/`))
    .sort((a, b) => b.length - a.length)[0];
  return room === undefined ? 'start|cli and bin' : `${room}|${ROOMS[room]}`;
}

function moduleOf(url: string): string {
  const [, module = ''] = /^node:(?:internal\/)?(\w+)/.exec(url) ?? [];
  if (module === 'modules' || module === 'vm') return 'Node.js|loading the program';
  return module === 'fs' || module === 'zlib' ? `Node.js|${module}` : 'Node.js|everything else';
}

/** The path below src/ of a line of the program: dist/ has a comment where a module begins. */
function sourceOf(url: string, line: number): string {
  let found = '';
  for (const [first, path] of modulesIn(url)) {
    if (first > line) break;
    found = path;
  }
  return found;
}

const MODULES = new Map<string, readonly (readonly [line: number, path: string])[]>();

/** Where the modules begin that a file was put together of; lines from 0. */
function modulesIn(url: string): readonly (readonly [line: number, path: string])[] {
  let modules = MODULES.get(url);
  if (modules === undefined) {
    const lines = readFileSync(fileURLToPath(url), 'utf8').split('\n');
    modules = lines.flatMap((text, line) => {
      const [, path] = /^\/\/ src\/(.*)$/.exec(text) ?? [];
      return path === undefined ? [] : [[line, path] as const];
    });
    MODULES.set(url, modules);
  }
  return modules;
}
