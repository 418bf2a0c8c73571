import { createHash } from 'node:crypto';
import { idOfPath } from '../model/kinds.ts';

/** One of several parts that a catalogue is built in. */
export interface Shard {
  /** From 1 to `of`. */
  readonly index: number;
  readonly of: number;
}

/** `2/7`; undefined for anything else. */
export function parseShard(text: string): Shard | undefined {
  const [, index, of] = /^(\d{1,6})\/(\d{1,6})$/.exec(text.trim()) ?? [];
  return index === undefined || of === undefined ? undefined : shard(Number(index), Number(of));
}

function shard(index: number, of: number): Shard | undefined {
  return Number.isInteger(index) && index >= 1 && index <= of ? { index, of } : undefined;
}

type Variables = Readonly<Record<string, string | undefined>>;

/**
 * The part that the environment asks for: MINGBAI_SHARD of MINGBAI_SHARDS (from 1), else what
 * GitLab's `parallel` sets (CI_NODE_INDEX from 1, CI_NODE_TOTAL), else what a Kubernetes Indexed
 * Job sets (JOB_COMPLETION_INDEX from 0) with MINGBAI_SHARDS; undefined when none of them does.
 */
export function shardFrom(env: Variables): Shard | undefined {
  const of = numberOf(env.MINGBAI_SHARDS);
  if (env.MINGBAI_SHARD !== undefined) return shard(numberOf(env.MINGBAI_SHARD), of);
  if (env.CI_NODE_INDEX !== undefined) {
    return shard(numberOf(env.CI_NODE_INDEX), numberOf(env.CI_NODE_TOTAL));
  }
  if (env.JOB_COMPLETION_INDEX === undefined) return undefined;
  return shard(numberOf(env.JOB_COMPLETION_INDEX) + 1, of);
}

function numberOf(text: string | undefined): number {
  return text !== undefined && /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
}

/** Whether an item belongs to a part: told by its id alone, so that others do not move it. */
export function isInShard(path: string, { index, of }: Shard): boolean {
  const hash = createHash('sha1').update(idOfPath(path)).digest().readUInt32BE();
  return (hash % of) + 1 === index;
}
