import { appendFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateCatalog } from './generate.ts';
import { type Command, type Measured, measure } from './measure.ts';
import { installPeers, peersOn } from './peers.ts';

const ROOT = new URL('../../', import.meta.url).pathname;
const BIN = join(ROOT, 'bin/mingbai.js');
const OUT = new URL('RESULTS.md', import.meta.url);

interface Row {
  readonly count: number;
  readonly what: string;
  readonly measured: Measured;
}

/** Reading every file, and reading and parsing it: what no check can do without. */
function floors(root: string): Record<string, Command> {
  const load = (path: string): string => JSON.stringify(join(ROOT, 'dist', path));
  const read = `import { diskFiles } from ${load('world/disk.js')};
    import { decodeText } from ${load('load/decode.js')};
    import { quickTree } from ${load('load/quick-tree.js')};
    const files = diskFiles(${JSON.stringify(root)});
    for (const path of files.list()) {`;
  const script = (each: string): Command => ({
    argv: [process.execPath, '--input-type=module', '-e', `${read} ${each} }`],
  });
  return {
    'floor: read': script('decodeText(files.read(path));'),
    'floor: read and parse': script('quickTree(decodeText(files.read(path)).text ?? "");'),
  };
}

function checks(root: string): Record<string, Command> {
  const memory = join(root, '.mingbai');
  const argv = [process.execPath, BIN, 'check', root, '--format', 'json'];
  const [first = ''] = readdirSync(join(root, 'items'));
  const [item = ''] = readdirSync(join(root, 'items', first));
  return {
    'check --no-cache': { argv: [...argv, '--no-cache'] },
    'check, cold': { argv, before: () => rmSync(memory, { recursive: true, force: true }) },
    'check, nothing changed': { argv },
    'check, one file changed': {
      argv,
      before: () => appendFileSync(join(root, 'items', first, item), '# changed\n'),
    },
  };
}

function benchCheck(folder: string, count: number, peers: string): Row[] {
  const root = join(folder, `n${count}`);
  generateCatalog(root, count, { readable: true });
  const runs = count >= 100_000 ? 1 : 5;
  const commands: Record<string, Command> = { ...floors(root), ...checks(root) };
  for (const peer of peersOn(peers, root)) if (count <= peer.most) commands[peer.name] = peer;
  const rows = Object.entries(commands).flatMap(([what, command]) => {
    const measured = measure(command, runs);
    console.log(count, what, measured ?? 'not measured');
    return measured === undefined ? [] : [{ count, what, measured }];
  });
  rmSync(root, { recursive: true });
  return rows;
}

function startUp(): Row[] {
  const commands: Record<string, readonly string[]> = {
    'node -e 0': ['-e', '0'],
    'mingbai --version': [BIN, '--version'],
    'mingbai check tests/catalog': [BIN, 'check', join(ROOT, 'tests/catalog'), '--no-cache'],
  };
  return Object.entries(commands).flatMap(([what, argv]) => {
    const measured = measure({ argv: [process.execPath, ...argv] }, 15);
    return measured === undefined ? [] : [{ count: 0, what, measured }];
  });
}

/** Every row beside the one it is compared with: ratios hold where seconds do not. */
function table(rows: readonly Row[], base: string): string {
  const of = rows.find(({ what }) => what === base)?.measured;
  const ratio = (own: number, other: number | undefined): string =>
    other === undefined || other === 0 ? '' : (own / other).toFixed(2);
  const lines = rows.map(({ what, measured: { wall, cpu, memory } }) => {
    const ratios = [ratio(wall, of?.wall), ratio(cpu, of?.cpu)];
    const cells = [what, wall.toFixed(2), cpu.toFixed(2), memory.toFixed(0), ...ratios];
    return `| ${cells.join(' | ')} |`;
  });
  const head = `| | wall s | CPU s | MB | wall : ${base} | CPU : ${base} |\n|---|--:|--:|--:|--:|--:|`;
  return `${head}\n${lines.join('\n')}\n`;
}

function report(rows: readonly Row[], counts: readonly number[]): string {
  const machine = `${cpus()[0]?.model ?? 'unknown'}, ${availableParallelism()} cores`;
  const when = new Date().toISOString().slice(0, 10);
  const parts = counts.map((count) => {
    const own = rows.filter((row) => row.count === count);
    if (count === 0) return `## Start-up\n\n${table(own, 'node -e 0')}`;
    const peer = own.find(({ what }) => what.startsWith('sourcemeta'))?.what;
    return `## ${count.toLocaleString('en')} items\n\n${table(own, peer ?? 'floor: read')}`;
  });
  return `# Benchmark\n
Written by \`npm run bench\` on ${when}: ${machine}, Node ${process.version}. Each row is the median of
fresh processes (five; one at 100,000); seconds depend on what else the machine does, so compare
ratios, which are of one run. Items are generated (\`generate.ts\`, about 3.5 kB, 3 % with a fault).
Peers validate the fields only, textlint looks for one word; \`check\` does all its rules.\n
${parts.join('\n')}`;
}

const sizes = process.argv.slice(2).map(Number);
const counts = sizes.length > 0 ? sizes : [300, 1266, 10_000];
const folder = mkdtempSync(join(tmpdir(), 'mingbai-bench-'));
const peers = join(folder, 'peers');
installPeers(peers);
const rows = [...startUp(), ...counts.flatMap((count) => benchCheck(folder, count, peers))];
writeFileSync(OUT, report(rows, [0, ...counts]));
rmSync(folder, { recursive: true });
