#!/usr/bin/env node
import { VERSION } from '../dist/js/version.js';

const argv = process.argv.slice(2);
if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
  process.stdout.on('error', ({ code }) => {
    process.stderr.write(`mingbai: 标准输出写不进去（${code}）\n`);
    process.exit(2);
  });
  process.stdout.write(`${VERSION}\n`);
} else {
  const { cacheCompiled, realWorld } = await import('../dist/js/real.js');
  cacheCompiled();
  const { main } = await import('../dist/js/cli.js');
  process.exitCode = await main(argv, realWorld(process));
}
