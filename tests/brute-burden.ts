import type { Item } from '../src/model/schema.gen.ts';

/**
 * What an item asks of people, as numbers by name: heavier is more. Written without the program's
 * own comparison, for a check of it: no schema, no matching, everything is looked up by its words.
 */
export function loadOf(item: Item): Map<string, number> {
  const load = new Map<string, number>();
  const put = (key: string, amount: number | undefined): void => {
    if (amount !== undefined) load.set(key, amount);
  };
  const lacks = (
    what: string,
    all: readonly string[],
    has: readonly string[] | undefined,
  ): void => {
    for (const each of all) put(`no ${what} ${each}`, has?.includes(each) ? 0 : 1);
  };
  for (const key of ['committed', 'statutory', 'acceptance'] as const) {
    put(`limit ${key}`, daysOf(item.limits?.[key]) ?? 1e9);
  }
  for (const { id, committed } of item.situations ?? []) put(`limit of ${id}`, daysOf(committed));
  for (const paper of item.materials ?? []) {
    const { name, waiver, copies = 1, photocopies = 0, necessity, deferral } = paper;
    if (waiver === undefined) put(`paper ${name}`, 1);
    put(`copies of ${name}`, copies);
    put(`photocopies of ${name}`, photocopies);
    put(`need of ${name}`, ['非必要', '容缺后补', '必要'].indexOf(necessity ?? '必要'));
    put(`no deferral of ${name}`, deferral === undefined ? 1 : 0);
    put(`only paper of ${name}`, paper.medium === '纸质/电子' ? 0 : 1);
    put(`signed ${name}`, paper.seal === undefined ? 0 : 1);
  }
  for (const { text } of item.conditions ?? []) {
    const [whole, least] = /满(\d+)周岁/.exec(text) ?? [];
    put(`condition ${text.replace(whole ?? '', '')}`, Number(least ?? 1));
  }
  for (const text of item.prohibitions ?? []) put(`forbidden ${text}`, 1);
  for (const { name } of item.steps ?? []) put(`step ${name}`, 1);
  for (const text of item.limits?.excludes ?? []) put(`not counted ${text}`, 1);
  for (const { name, standard } of Array.isArray(item.fees) ? item.fees : []) {
    put(`fee ${name}`, Number(/\d+/.exec(standard ?? '')?.[0] ?? 1));
  }
  for (const { name } of item.intermediary ?? []) put(`agency ${name}`, 1);
  put('visits', item.visits);
  put('case', item.case === '承诺件' ? 1 : 0);
  put('validity', -(daysOf(item.result?.validity) ?? 1e9));
  lacks('audience', ['自然人', '企业法人', '事业法人', '其他组织'], item.audience);
  lacks('mode', ['容缺受理', '预约服务', '帮办代办', '告知承诺'], item.modes);
  lacks('handling', ['窗口办理', '网上办理', '快递申请'], item.channels?.handling);
  put('not online', item.channels?.online === undefined ? 1 : 0);
  put('no express', item.channels?.express === true ? 0 : 1);
  for (const { hall, window } of item.channels?.windows ?? []) put(`at ${hall} ${window}`, -1);
  return load;
}

/** Whether anything is heavier after than before. */
export function isHeavier(before: Item, after: Item): boolean {
  const [old, now] = [loadOf(before), loadOf(after)];
  return [...new Set([...old.keys(), ...now.keys()])].some(
    (key) => (now.get(key) ?? 0) > (old.get(key) ?? 0),
  );
}

function daysOf(limit: string | undefined): number | undefined {
  if (limit === undefined) return undefined;
  if (limit.includes('长期')) return 1e9;
  if (/即时|当场/.test(limit)) return 0;
  const [, amount = '0', unit = ''] = /^(\d+)个?(工作日|自然日|月|年|小时|日)/.exec(limit) ?? [];
  const days = { 工作日: 1.4, 自然日: 1, 月: 30.4, 年: 365, 小时: 1 / 24, 日: 1.4 }[unit] ?? 0;
  return Number(amount) * days;
}
