#!/usr/bin/env node
import { main } from '../dist/cli.js';
import { realWorld } from '../dist/world/real.js';

process.exitCode = await main(process.argv.slice(2), realWorld(process));
