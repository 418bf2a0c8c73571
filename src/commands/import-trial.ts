import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Imported, MAP_FILE } from '../import/import.ts';
import { totalWords } from '../import/summary.ts';
import { say, type Words } from '../model/words.ts';
import type { World } from '../world/world.ts';
import { UsageError } from './command.ts';
import type { Target } from './import-files.ts';

/** A map of columns larger than this is none. */
const MOST_BYTES = 1 << 20;

/** The map that was named, or the one that the catalogue kept; undefined where there is none. */
export function mapFor(
  named: unknown,
  isTrial: boolean,
  target: Target | undefined,
  world: World,
): string | undefined {
  const own = typeof named === 'string' ? resolve(world.cwd, named) : undefined;
  if (own !== undefined && existsSync(own) && statSync(own).isFile()) return textOf(own);
  if (own !== undefined && !isTrial) {
    throw new UsageError(
      say(
        `没有这个列名对照：${String(named)}；加 --dry-run 会写出一份草稿`,
        `no such map of columns: ${String(named)}; --dry-run writes a draft`,
      ),
    );
  }
  const kept = target === undefined ? undefined : join(target.root, MAP_FILE);
  return kept !== undefined && existsSync(kept) ? textOf(kept) : undefined;
}

function textOf(path: string): string {
  if (statSync(path).size > MOST_BYTES) {
    throw new UsageError(say('列名对照太大', 'the map of columns is too large'));
  }
  return readFileSync(path, 'utf8');
}

/** Writes the draft of the map where none is, and shows what an import would give. */
export function tellTrial(result: Imported, named: unknown, world: World): Words {
  const name = typeof named === 'string' ? named : MAP_FILE;
  const path = resolve(world.cwd, name);
  const isNew = !existsSync(path);
  if (isNew) writeFileSync(path, result.draftMap(), { flag: 'wx' });
  const preview = result.preview();
  const total = totalWords(result.summary);
  const { unknown, near, remarks, leftOut } = result.summary;
  const asked = unknown.map((head) =>
    near.has(head) ? `${head}（是不是“${near.get(head)}”？）` : head,
  );
  const zh = [
    preview.zh,
    ...remarks,
    ...leftOut.map(({ place, text, reason }) => `${place}没有导入（${reason}）：${text}`),
    ...(asked.length === 0 ? [] : [`不认得的表头：${asked.join('、')}`]),
    isNew ? `列名对照的草稿写在 ${name}` : `列名对照 ${name} 已有，没有改动`,
    `试导入，没有写目录。${total.zh.replace('已导入', '会导入')}。接下来运行：mingbai import <文件> --to <目录> --map ${name}`,
  ];
  const en = [
    preview.en,
    ...remarks,
    ...leftOut.map(({ place, text }) => `${place} left out: ${text}`),
    ...(asked.length === 0 ? [] : [`unknown columns: ${unknown.join(', ')}`]),
    isNew ? `a draft of the map of columns is in ${name}` : `the map ${name} stays as it is`,
    `nothing was written. ${total.en}. Next: mingbai import <file> --to <dir> --map ${name}`,
  ];
  return say(`${zh.join('\n')}\n`, `${en.join('\n')}\n`);
}

/** One line on a terminal, written over itself. */
export function progressOf({ terminal, err }: World): (done: number, of: number) => void {
  if (!terminal.err) return () => {};
  return (done, of) => {
    err(done >= of ? '\r\u001b[K' : `\r${done} / ${of}`);
  };
}
