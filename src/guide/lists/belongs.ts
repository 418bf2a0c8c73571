import type { Subject } from '../subject.ts';

const LOCAL_LEVELS = new Set(['镇（乡、街道）级', '村（社区）级']);

type Belongs = (subject: Subject) => boolean;

/** Which lists by promise an item stands in: the id of each list, and who belongs there. */
export const BELONGS = {
  once: ({ item }) => item.visits !== undefined && item.visits <= 1,
  online: ({ item }) => item.channels?.fully_online === true,
  instant: ({ item }) => item.case === '即办件',
  waived: ({ item }) => (item.materials ?? []).some((each) => each.waiver !== undefined),
  promise: ({ item }) =>
    item.promise !== undefined ||
    (item.modes ?? []).includes('告知承诺') ||
    (item.materials ?? []).some((each) => each.waiver?.how === '告知承诺'),
  reach: ({ item }) => item.reach !== undefined,
  weekend: ({ item, windows }) =>
    (item.modes ?? []).includes('周末服务') ||
    windows.some(({ window }) => window.weekend === true),
  grassroots: ({ item, windows }) =>
    LOCAL_LEVELS.has(item.level ?? '') ||
    windows.some(({ hall }) => LOCAL_LEVELS.has(hall.level ?? '')),
  automatic: ({ item }) => (item.modes ?? []).includes('免申即享'),
} as const satisfies Readonly<Record<string, Belongs>>;

export type FeatureId = keyof typeof BELONGS;

/** Ids of the lists by promise that an item belongs in. */
export function featuresOf(subject: Subject): FeatureId[] {
  const ids = Object.keys(BELONGS) as FeatureId[];
  return ids.filter((id) => BELONGS[id](subject));
}
