import { sep } from 'node:path';
import { say } from '../model/words.ts';
import { parseShard, type Shard, shardFrom } from '../publish/shard.ts';
import { OUTPUT_ALIASES, OUTPUTS, type OutputName } from '../render/index.ts';
import { type Session, UsageError } from './command.ts';

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

/** Reads `--shard i/n`, or with `auto` or nothing behind it what the environment says. */
export function readShard(value: unknown, { world }: Session): Shard | undefined {
  if (value === undefined) return undefined;
  const auto = value === true || value === 'auto';
  const shard = auto ? shardFrom(world.env) : parseShard(String(value));
  if (shard !== undefined) return shard;
  throw new UsageError(
    auto
      ? say(
          '环境变量没有说明编哪一份：设 MINGBAI_SHARD 和 MINGBAI_SHARDS，或写 --shard 2/7',
          'no variable tells which part: set MINGBAI_SHARD and MINGBAI_SHARDS, or --shard 2/7',
        )
      : say(
          `--shard 要写成 2/7 的样子（第2份，共7份），不是“${value}”`,
          `--shard is written part/parts, e.g. 2/7, not “${value}”`,
        ),
  );
}

/** Throws UsageError for outputs that put many items on one sheet: a part has not all of them. */
export function refuseToPart(only: readonly OutputName[]): void {
  const whole = only.filter((name) => WHOLE.has(name));
  if (whole.length === 0) return;
  const names = whole.join(',');
  throw new UsageError(
    say(
      `--shard 不能做 ${names}：它们要用到全部事项。不加 --shard 另做一次：build --only ${names}`,
      `--shard can not make ${names}, which need all items: build --only ${names} without it`,
    ),
  );
}

const WHOLE = new Set<OutputName>(['handbook', 'board', 'routing', 'plate', 'screen']);
