import { buildCommand } from './build.ts';
import { calendarCommand } from './calendar.ts';
import { chainCommand } from './chain.ts';
import { changesCommand } from './changes.ts';
import { checkCommand } from './check.ts';
import { claimsCommand } from './claims.ts';
import type { CommandEntry } from './command.ts';
import { completionOf } from './completion.ts';
import { diffCommand } from './diff.ts';
import { dueCommand } from './due.ts';
import { explainCommand } from './explain.ts';
import { exportCommand } from './export.ts';
import { graphCommand } from './graph.ts';
import { importCommand } from './import.ts';
import { initCommand } from './init.ts';
import { lawCommand } from './law.ts';
import { mergeCommand } from './merge.ts';
import { newCommand } from './new.ts';
import { readCommand } from './read.ts';
import { serveCommand } from './serve.ts';
import { sheetCommand } from './sheet.ts';
import { statsCommand } from './stats.ts';
import { verifyCommand } from './verify.ts';
import { wordingCommand } from './wording.ts';

/** Every command, in the order of the help: one line each. */
export const COMMANDS: readonly CommandEntry[] = [
  initCommand,
  newCommand,
  checkCommand,
  buildCommand,
  mergeCommand,
  serveCommand,
  verifyCommand,
  sheetCommand,
  statsCommand,
  diffCommand,
  changesCommand,
  claimsCommand,
  chainCommand,
  graphCommand,
  dueCommand,
  calendarCommand,
  lawCommand,
  importCommand,
  exportCommand,
  readCommand,
  wordingCommand,
  explainCommand,
  completionOf(() => COMMANDS),
];
