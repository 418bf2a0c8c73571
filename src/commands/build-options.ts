import { sep } from 'node:path';
import { say } from '../model/words.ts';
import { parseShard, type Shard, shardFrom } from '../publish/shard.ts';
import { OUTPUT_ALIASES, OUTPUT_NAMES, OUTPUTS, type OutputName } from '../render/index.ts';
import { quotable } from '../text/visible.ts';
import { type Session, UsageError } from './command.ts';
import { namesOf, someOf } from './option-values.ts';

/** Reads `--only`: the outputs asked for, in their order; the usual ones when it is absent. */
export function chosenOutputs(only: unknown): OutputName[] {
  if (only === undefined) return OUTPUT_NAMES.filter((name) => OUTPUTS[name].usual);
  const named = [...OUTPUT_NAMES, ...namesOf(OUTPUT_ALIASES)];
  const chosen = someOf(only, named, say('这种输出', 'output'));
  return OUTPUT_NAMES.filter((name) =>
    chosen.some((each) => each === name || OUTPUT_ALIASES[each] === name),
  );
}

/** Papers are set in the characters that the fonts have: Simplified ones. */
export function onScreen(chosen: readonly OutputName[]): OutputName[] {
  const names = chosen.filter((name) => OUTPUTS[name].traditional);
  if (names.length > 0) return names;
  const known = OUTPUT_NAMES.filter((name) => OUTPUTS[name].traditional).join(',');
  const zh = `繁体版只有网页和 JSON（--only ${known}）`;
  throw new UsageError(say(zh, `in Traditional characters there are only ${known}`));
}

/** Throws UsageError when the folder to write to holds the catalogue. Both absolute. */
export function refuseToOverwrite(out: string, root: string): void {
  if (root === out || root.startsWith(out.endsWith(sep) ? out : out + sep)) {
    throw new UsageError(
      say(`不能写到“${out}”：目录就在里面`, `cannot write to “${out}”: it holds the catalogue`),
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
          `--shard 要写成 2/7 的样子（第2份，共7份），不是“${quotable(value)}”`,
          `--shard is written part/parts, e.g. 2/7, not “${quotable(value)}”`,
        ),
  );
}

/** Throws UsageError for outputs that put many items on one sheet: a part has not all of them. */
export function refuseToPart(only: readonly OutputName[]): void {
  const whole = only.filter((name) => OUTPUTS[name].scope === 'catalogue');
  if (whole.length === 0) return;
  const names = whole.join(',');
  throw new UsageError(
    say(
      `--shard 不能做 ${names}：它们要用到全部事项。不加 --shard 另做一次：build --only ${names}`,
      `--shard cannot make ${names}, which need all items: build --only ${names} without it`,
    ),
  );
}
