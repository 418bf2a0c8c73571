#!/usr/bin/env node
import module from 'node:module';
import { VERSION } from '../dist/js/version.js';

const argv = process.argv.slice(2);
if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
  process.stdout.write(`${VERSION}\n`);
} else {
  module.enableCompileCache?.();
  const { spareMemory } = await import('../dist/js/engine.js');
  spareMemory();
  const { main } = await import('../dist/js/cli.js');
  const { realWorld } = await import('../dist/js/real.js');
  process.exitCode = await main(argv, realWorld(process));
}
