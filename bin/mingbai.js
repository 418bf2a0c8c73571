#!/usr/bin/env node
import module from 'node:module';
import { VERSION } from '../dist/model/version.js';

const argv = process.argv.slice(2);
if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
  process.stdout.write(`${VERSION}\n`);
} else {
  module.enableCompileCache?.();
  const { setFlagsFromString } = await import('node:v8');
  // Garbage is collected when it is half as much as what is in use, not only when it is thrice.
  setFlagsFromString('--heap-growing-percent=50');
  const { main } = await import('../dist/cli.js');
  const { realWorld } = await import('../dist/world/real.js');
  process.exitCode = await main(argv, realWorld(process));
}
