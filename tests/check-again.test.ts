import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import type { Checked } from '../src/ledger/check-pass.ts';
import type { CheckRequest } from '../src/ledger/inputs.ts';
import type { Rule } from '../src/lint/rule.ts';
import { ALL_RULES } from '../src/lint/rules/index.ts';
import type { Files } from '../src/model/files.ts';
import { diskFiles } from '../src/world/disk.ts';
import { generateCatalog } from './bench/generate.ts';
import { seededRandom } from './bench/random.ts';
import { checkCatalog } from './check-catalog.ts';
import { memoryStore } from './memory-store.ts';
import { emptyFolder } from './program.ts';
import { rounds, trialSeed } from './trials.ts';

const random = seededRandom(trialSeed(21));
const KEPT = { store: memoryStore(), name: 'check' };

/** Edits, each followed by two checks. */
const ROUNDS = rounds(45, 300);

/** How often each rule that compares items was asked. */
const asked = new Map<string, number>();

function counted(rule: Rule): Rule {
  const { id, catalog } = rule;
  if (catalog === undefined) return rule;
  return {
    ...rule,
    catalog: (...given) => {
      asked.set(id, (asked.get(id) ?? 0) + 1);
      return catalog.apply(rule, given);
    },
  };
}

const REQUEST: CheckRequest = { rules: ALL_RULES, today: '2026-11-02', program: 'test' };
const COUNTED = { ...REQUEST, rules: ALL_RULES.map(counted) };

async function check(files: Files, request: CheckRequest, kept?: typeof KEPT): Promise<Checked> {
  const { checked, keep } = await checkCatalog(files, request, kept);
  keep();
  return checked;
}

interface Written {
  name: string;
  notes?: string;
  result?: { name: string };
  related?: string[];
  codes?: Record<string, string>;
  limits?: Record<string, string>;
  contact?: Record<string, unknown>;
  allow?: { rule: string; text: string; reason: string }[];
}

const root = join(emptyFolder(), 'catalog');
generateCatalog(root, 10, { faults: 'none' });
const paths = diskFiles(root)
  .list()
  .filter((path) => path.startsWith('items/'));
const idOf = (path: string): string => path.replace(/^.*\/|\.yaml$/g, '');

/** As they were last written. */
const items = new Map(
  paths.map((path) => [path, parse(readFileSync(join(root, path), 'utf8')) as Written]),
);

/** What a rule that compares items may speak of, now here and now there. */
const EDITS: readonly ((item: Written, other: Written, otherPath: string) => void)[] = [
  (item, other) => {
    item.notes = `办理${other.name}，先到窗口领取表格，填好后当面交付，不能由他人代领。`;
    if (random.chance(0.5)) other.notes = item.notes;
  },
  (item, other) => {
    item.notes = `领取${other.result?.name}，先到窗口核对姓名，核对后当面交付，不能由他人代领。`;
    if (random.chance(0.5)) other.notes = item.notes;
  },
  (item) => {
    item.notes = random.pick(['窗口在一楼，从东门进。', '自备黑色签字笔。', item.notes ?? '']);
  },
  (item, other) => {
    item.name = random.pick([`${item.name}（新）`, item.name.replace('（新）', ''), other.name]);
  },
  (item) => {
    if (item.result) item.result.name = random.pick(['结果通知书', '登记证书', `${item.name}证书`]);
  },
  (item, _, otherPath) => {
    item.related = random.pick([[], [idOf(otherPath)], ['none-such']]);
  },
  (item, other) => {
    item.codes = { ...random.pick([item.codes, other.codes, {}]) };
  },
  (item) => {
    if (item.limits) item.limits.statutory = random.pick(['20个工作日', '30个工作日', '45日']);
  },
  (item, other) => {
    item.notes = `有疑问打电话${random.pick(['0931-5559000', '0931-5559111'])}，${other.name}也可以问。`;
  },
  (item, other) => {
    const texts: Record<string, string> = {
      'pasted-text': random.pick([other.name, item.notes ?? '窗口']),
      'statutory-limit-differs': item.limits?.statutory ?? '20个工作日',
      'prose-phone': '0931-5559000',
      'duplicate-code': item.codes?.implementation ?? '11',
    };
    const [rule, text] = random.pick(Object.entries(texts));
    if (random.chance(0.7)) item.allow = [{ rule, text, reason: '历史原因' }];
    else delete item.allow;
  },
];

/** Changes two items, or one is lost or cannot be read until it is changed again. */
function edit(): string {
  const [path, otherPath] = [random.pick(paths), random.pick(paths)];
  const [item, other] = [items.get(path), items.get(otherPath)];
  if (item === undefined || other === undefined || item === other) return edit();
  if (random.chance(0.05)) {
    rmSync(join(root, path), { force: true });
    return `lost ${path}`;
  }
  if (random.chance(0.05)) {
    writeFileSync(join(root, path), 'name: [');
    return `broken ${path}`;
  }
  const which = random.below(EDITS.length);
  EDITS[which]?.(item, other, otherPath);
  for (const [to, value] of [[path, item] as const, [otherPath, other] as const]) {
    // Where a thing stands moves as well.
    const above = random.chance(0.3) ? '# 一行\n' : '';
    writeFileSync(join(root, to), above + stringify(value));
  }
  return `${which} ${path} ${otherPath}`;
}

describe('comparing items again', () => {
  test('says what comparing all of them says, and asks only what may answer otherwise', async () => {
    const seen = new Set<string>();
    await check(diskFiles(root), COUNTED, KEPT);
    asked.clear();
    for (let round = 0; round < ROUNDS; round += 1) {
      const done = edit();
      const cached = await check(diskFiles(root), COUNTED, KEPT);
      const right = await check(diskFiles(root), REQUEST);
      expect(cached, `${round}: ${done}`).toEqual(right);
      for (const { rule } of right.findings) seen.add(rule);
    }
    for (const rule of [
      'pasted-text',
      'statutory-limit-differs',
      'prose-phone',
      'duplicate-code',
    ]) {
      expect([...seen]).toContain(rule);
    }
    expect(asked.get('pasted-text')).toBeLessThan(ROUNDS * 0.87);
    expect(asked.get('statutory-limit-differs')).toBeLessThan(ROUNDS * 0.64);
    expect(asked.get('prose-phone')).toBeLessThan(ROUNDS * 0.64);
    expect(asked.get('site-marks')).toBeLessThan(ROUNDS * 0.27);
  });

  test('sees that an item no longer allows what a rule said of it', async () => {
    const [path = ''] = paths;
    const item = { ...items.get(path), notes: '有疑问打电话0931-5559777，也可以到窗口问。' };
    const write = (value: object): void => writeFileSync(join(root, path), stringify(value));
    const phones = async (): Promise<number> => {
      const { findings } = await check(diskFiles(root), COUNTED, KEPT);
      return [...findings.of(path)].filter(({ rule }) => rule === 'prose-phone').length;
    };
    const allow = [{ rule: 'prose-phone', text: '0931-5559777', reason: '值班电话' }];
    const counts: number[] = [];
    for (const value of [item, { ...item, allow }, item, { ...item, allow }]) {
      write(value);
      counts.push(await phones());
    }
    expect(counts).toEqual([1, 0, 1, 0]);
  });
});
