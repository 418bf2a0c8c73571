/** `npm run bench`: see README.md beside this file. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { groundFor } from './ground.ts';
import { median, type Row } from './measure.ts';
import { type BenchOptions, benchOptions, runsOf } from './options.ts';
import type { Part } from './parts/part.ts';
import { installPeers } from './peers/install.ts';
import { writeReport } from './report.ts';
import { Results, sectionOf } from './results.ts';

/** Measures what was asked for; the report is written anew after every part. */
async function bench({ parts, sizes, runs, peers }: BenchOptions): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'mingbai-bench-'));
  const installed = resolve(peers ?? join(folder, 'peers'));
  installPeers(installed);
  const measure = async (part: Part, size: number): Promise<void> => {
    const often = runs ?? runsOf(part, size);
    const start = performance.now();
    console.log(`${part.name}${part.once ? '' : `, ${size} items`}`);
    const result = await part.run(groundFor(folder, installed, size, often));
    for (const row of result.rows) console.log(rowLine(row));
    const results = Results.read();
    const took = Math.round((performance.now() - start) / 1000);
    results.add(sectionOf({ part: part.name, size, runs: often, took }, result));
    results.save();
    writeReport(results);
    console.log(`  took ${took} s`);
  };
  try {
    for (const part of parts) if (part.once) await measure(part, 0);
    for (const size of sizes) {
      for (const part of parts) if (!part.once) await measure(part, size);
      rmSync(join(folder, `n${size}`), { recursive: true, force: true });
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function rowLine({ what, wall, cpu, missing }: Row): string {
  const numbers = `${median(wall)?.toFixed(2)} s, CPU ${median(cpu)?.toFixed(2) ?? '-'} s`;
  return `  ${what}: ${missing === undefined ? numbers : `not measured (${missing})`}`;
}

const options = benchOptions(process.argv.slice(2));
if (options.report) writeReport(Results.read());
else await bench(options);
