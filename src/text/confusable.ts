import { LOOK_ALIKE, SOUND_ALIKE } from './homophones.gen.ts';

let groups: Map<string, number[]> | undefined;

/** Whether one of two Simplified characters is easily written for the other: 局 and 居, 己 and 已. */
export function isConfusable(a: string, b: string): boolean {
  groups ??= readGroups();
  const own = groups.get(a);
  return own !== undefined && (groups.get(b) ?? []).some((group) => own.includes(group));
}

function readGroups(): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const [number, group] of `${SOUND_ALIKE} ${LOOK_ALIKE}`.split(' ').entries()) {
    for (const char of group) {
      const known = found.get(char);
      if (known) known.push(number);
      else found.set(char, [number]);
    }
  }
  return found;
}
