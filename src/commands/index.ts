import { buildCommand } from './build.ts';
import { checkCommand } from './check.ts';
import type { CommandEntry } from './command.ts';
import { explainCommand } from './explain.ts';

/** Every command, in the order of the help: one line each. */
export const COMMANDS: readonly CommandEntry[] = [checkCommand, buildCommand, explainCommand];
