import { join, relative, resolve, sep } from 'node:path';
import { loadShared } from '../load/shared.ts';
import type { Files } from '../model/files.ts';
import { VERSION } from '../model/version.ts';
import { say, type Words } from '../model/words.ts';
import type { BuildResult } from '../publish/assemble.ts';
import { type Misfit, mergeParts, misfitOf } from '../publish/merge.ts';
import { BrokenPartError, type FoundPart, openPart, readPartFile } from '../publish/open-part.ts';
import { PART } from '../publish/part.ts';
import { visible } from '../text/visible.ts';
import { ownAssets } from '../world/assets.ts';
import { cacheKey } from '../world/cache-key.ts';
import { namingPath } from '../world/disk-fault.ts';
import { carriedAssets } from '../world/theme.ts';
import { notOurs, outFolder } from './build-folder.ts';
import { refuseToOverwrite } from './build-options.ts';
import { type Session, UsageError } from './command.ts';
import { measuresFor } from './measures.ts';

/** What was merged. */
export interface Merged extends BuildResult {
  /** What to open, seen from the working folder. */
  readonly place: string;
}

/** Merges the parts in some folders. Throws UsageError when they are not the parts of one build. */
export async function mergeFolders(
  folders: readonly string[],
  { out, force }: { readonly out: unknown; readonly force: boolean },
  session: Session,
): Promise<Merged> {
  const { cwd } = session.world;
  const parts = folders.map((folder) => partIn(resolve(cwd, folder), folder));
  const misfit = misfitOf(parts);
  if (misfit !== undefined) throw new UsageError(misfitWords(misfit, cwd));
  const first = parts.find(({ head }) => head.shard.index === 1) ?? parts[0];
  if (first === undefined) throw new UsageError(say('没有给出文件夹', 'no folder was given'));
  const target = outFolder(out, session);
  for (const { folder } of parts) {
    refuseToOverwrite(target, folder);
    refuseInside(target, folder);
  }
  const { only, script, theme, changes } = first.head;
  const files = filesOf(first);
  const catalog = loadShared(files);
  const context = {
    catalog,
    assets: carriedAssets(ownAssets(), theme),
    form: () => undefined,
    ...(script === '' || script === undefined ? {} : { script }),
  };
  const input = {
    catalog,
    files,
    context,
    only,
    changes,
    theme,
    out: target,
    force,
    key: cacheKey(),
  };
  const result = await mergeParts({ ...input, measures: measuresFor(catalog) }, parts).catch(
    (error: unknown) => {
      const folder = error instanceof BrokenPartError ? relative(cwd, error.folder) : '';
      throw namingPath(notOurs(brokenPart(error, folder), target), target);
    },
  );
  const index = (result.counts.html ?? 0) > 0 ? join(target, 'index.html') : target;
  return { ...result, place: visible(relative(cwd, index)) || '.' };
}

/** What lies in a part besides its own files spoils it for the next time. */
function refuseInside(target: string, folder: string): void {
  if (!target.startsWith(folder + sep)) return;
  throw new UsageError(
    say(
      `不能写到“${target}”：它在要合并的“${folder}”里`,
      `“${target}” lies in “${folder}”, which is to be merged`,
    ),
  );
}

function partIn(folder: string, name: string): FoundPart {
  const part = foundIn(folder, name);
  if (part.head.version === VERSION) return part;
  const zh = `“${name}”是 mingbai ${part.head.version} 编译的，这里是 ${VERSION}，请用同一版本`;
  throw new UsageError(say(zh, `“${name}” was built by mingbai ${part.head.version}`));
}

function foundIn(folder: string, name: string): FoundPart {
  try {
    return openPart(folder);
  } catch (error) {
    throw brokenPart(error, name);
  }
}

/** A part that is not as it was built, told in one line; anything else as it was. */
function brokenPart(error: unknown, name: string): unknown {
  if (!(error instanceof BrokenPartError)) return error;
  const { fault, path } = error;
  const place = `“${name}/${path}”`;
  const again = say('请重新编译这一份', 'build this part again');
  const words: Record<BrokenPartError['fault'], Words> = {
    none: say(
      `“${name}”里没有 ${PART}，不是用 build --shard 编译的一份`,
      `no ${PART} in “${name}”: not a part built with --shard`,
    ),
    'cut-off': say(`${place}不完整，${again.zh}`, `${place} is not whole: ${again.en}`),
    missing: say(`缺少${place}，${again.zh}`, `${place} is missing: ${again.en}`),
    foreign: say(
      `${place}不是这一份编译出来的，${again.zh}`,
      `${place} is no file of this part: ${again.en}`,
    ),
    changed: say(
      `${place}编译后被改过，${again.zh}`,
      `${place} was changed after the build: ${again.en}`,
    ),
  };
  return new UsageError(words[fault]);
}

function misfitWords(misfit: Misfit, cwd: string): Words {
  if (misfit.kind === 'missing') {
    const { index, of } = misfit;
    return say(`缺第 ${index} 份（共 ${of} 份）`, `part ${index} of ${of} is missing`);
  }
  const place = relative(cwd, misfit.folder);
  if (misfit.kind === 'twice') {
    return say(`第 ${misfit.index} 份给了两次：${place}`, `part ${misfit.index} twice: ${place}`);
  }
  return say(
    `“${place}”和别的份不是同一次编译的：目录、设置、主题、输出和份数都要相同`,
    `“${place}” is of another build: catalogue, settings, theme, outputs, parts must be the same`,
  );
}

/** The files that all parts share, as the first one carries them. */
function filesOf(part: FoundPart): Files {
  const { shared, forms } = part.head;
  return {
    list: () => [...Object.keys(shared), ...forms],
    read: (path) => {
      const text = shared[path];
      if (text !== undefined) return Buffer.from(text);
      // Items are not carried: what is found about their pages stands at their beginning.
      return forms.includes(path) ? readPartFile(part, path) : Buffer.alloc(0);
    },
    escapes: () => new Set(),
  };
}
