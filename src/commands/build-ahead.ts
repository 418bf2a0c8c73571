import type { BuildResult } from '../build/build.ts';
import type { ItemTask } from '../build/item-builder.ts';
import { isInShard } from '../build/shard.ts';
import type { ItemCrew } from '../check/check.ts';
import type { CheckedChunk } from '../check/item-work.ts';
import { kindOfPath } from '../model/kinds.ts';
import { startCrew } from '../world/crew.ts';
import type { AheadItems, AheadSetup } from './ahead-work.ts';
import {
  type BuildWish,
  buildFolder,
  crewSize,
  type FolderBuild,
  hasPaper,
  prepareFolder,
} from './build-folder.ts';
import type { CheckChoices } from './check-folder.ts';
import type { CheckSetup } from './check-work.ts';
import type { Session } from './command.ts';

/**
 * A build that lets items be built while they are checked, so that each is read once: where
 * nothing is known of them, and nothing is to be set in type, which takes too long to be thrown
 * away should an error be found at last.
 */
export class AheadBuild {
  readonly #wish: BuildWish;
  readonly #session: Session;
  #folder: FolderBuild | undefined;

  constructor(wish: BuildWish, session: Session) {
    this.#wish = wish;
    this.#session = session;
  }

  /** What the check before the build is asked; a part is checked by itself, others the rest. */
  get choices(): CheckChoices {
    const { cache, jobs, shard } = this.#wish;
    const part = shard && {
      name: `${shard.index}/${shard.of}`,
      has: (path: string) => isInShard(path, shard),
    };
    return {
      profiles: undefined,
      cache,
      ...(jobs === 1 ? { threads: 1 } : {}),
      ...(part && { part }),
      hands: (setup, items) => this.#hands(setup, items),
    };
  }

  /** The build proper, once all is checked. Throws as `buildFolder` does. */
  async run(): Promise<BuildResult> {
    return buildFolder(this.#prepared(), this.#wish);
  }

  /** Throws away what was built already. */
  drop(): void {
    this.#folder?.build.drop();
  }

  #prepared(): FolderBuild {
    this.#folder ??= prepareFolder(this.#wish, this.#session);
    return this.#folder;
  }

  #hands(check: CheckSetup, items: number): ItemCrew | undefined {
    const { only, force } = this.#wish;
    if (items === 0 || items < this.#items || hasPaper(only)) return undefined;
    const { build, setup } = this.#prepared();
    const stage = build.begin();
    if (stage === undefined) return undefined;
    const stopped = new Int32Array(new SharedArrayBuffer(4));
    const crew = startCrew<AheadSetup, readonly ItemTask[], AheadItems>(
      new URL('./ahead-work.ts', import.meta.url),
      { check, build: { ...setup, stage }, stopped, force },
      crewSize(items, this.#wish),
    );
    const tasks = (paths: readonly string[]): ItemTask[] => paths.map((path) => build.task(path));
    return {
      size: crew.size,
      run: (chunks) => checkedOf(crew.run(mapped(chunks, tasks)), build),
      close: () => crew.close(),
    };
  }

  /** How many items are to be built. */
  get #items(): number {
    const { located, shard } = this.#wish;
    const isAsked = (path: string): boolean => shard === undefined || isInShard(path, shard);
    return located.files.list().filter((path) => kindOfPath(path) === 'item' && isAsked(path))
      .length;
  }
}

function* mapped<T, U>(all: Iterable<T>, each: (one: T) => U): Iterable<U> {
  for (const one of all) yield each(one);
}

/** Hands on what was found and keeps what was built. */
async function* checkedOf(
  answers: AsyncIterable<AheadItems>,
  build: FolderBuild['build'],
): AsyncIterable<CheckedChunk> {
  for await (const { checked, made } of answers) {
    for (const one of made) build.take(one);
    yield checked;
  }
}
