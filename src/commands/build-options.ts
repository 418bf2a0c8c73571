import { sep } from 'node:path';
import { say } from '../model/words.ts';
import { OUTPUT_ALIASES, OUTPUTS, type OutputName } from '../render/index.ts';
import { UsageError } from './command.ts';

/** Reads `--only`: the outputs asked for, in their order; the usual ones when it is absent. */
export function chosenOutputs(only: unknown): OutputName[] {
  // The keys of a literal.
  const all = Object.keys(OUTPUTS) as OutputName[];
  if (only === undefined) return all.filter((name) => OUTPUTS[name].usual);
  const chosen = String(only)
    .split(',')
    .map((name) => OUTPUT_ALIASES[name.trim()] ?? name.trim())
    .filter((name) => name !== '');
  const unknown = chosen.find((name) => !(name in OUTPUTS));
  if (unknown !== undefined || chosen.length === 0) {
    const known = all.join(',');
    const word = unknown ?? '';
    throw new UsageError(
      say(`没有“${word}”这种输出，可用：${known}`, `unknown output “${word}”: ${known}`),
    );
  }
  return all.filter((name) => chosen.includes(name));
}

/** Papers are set in the characters that the fonts have: Simplified ones. */
export function onScreen(chosen: readonly OutputName[]): OutputName[] {
  const names = chosen.filter((name) => name === 'html' || name === 'json');
  if (names.length > 0) return names;
  const zh = '繁体版只有网页和 JSON（--only html,json）';
  throw new UsageError(say(zh, 'in Traditional characters there are only html and json'));
}

/** Throws UsageError when the folder to write to holds the catalogue. Both absolute. */
export function refuseToOverwrite(out: string, root: string): void {
  if (root === out || root.startsWith(out.endsWith(sep) ? out : out + sep)) {
    throw new UsageError(
      say(`不能写到“${out}”：目录就在里面`, `can not write to “${out}”: it holds the catalogue`),
    );
  }
}
