/**
 * `npm run bench:plan`: writes what 1.5 million items cost into docs/scale.md and docs/scale.en.md,
 * reckoned from the figures in results.json. Other numbers: `-- --items 200000 --nodes 4`.
 */
import { parseArgs } from 'node:util';
import { markdownTable, writeSection } from './markdown.ts';
import { type ItemCost, itemCosts, lineOf, memories, type Wish, type Work } from './plan-costs.ts';
import { Results } from './results.ts';

type Lang = 'zh' | 'en';

const { values } = parseArgs({
  options: {
    items: { type: 'string', default: '1500000' },
    nodes: { type: 'string', default: '8' },
    cores: { type: 'string', default: '8' },
    print: { type: 'boolean', default: false },
  },
});
const wish: Wish = {
  items: Number(values.items),
  nodes: Number(values.nodes),
  cores: Number(values.cores),
};

const NAMES: Record<Work, Record<Lang, string>> = {
  check: { zh: '检查', en: 'check' },
  html: { zh: '网页', en: 'pages' },
  pdf: { zh: '指南 PDF', en: 'guide PDFs' },
  notice: { zh: '告知单 PDF', en: 'notice sheets' },
  all: { zh: '四种一起', en: 'all four' },
  again: { zh: '四种，什么都没改', en: 'all four, nothing changed' },
  merge: { zh: '合并', en: 'merge' },
};

const HEADS: Record<'cost' | 'plan', Record<Lang, readonly string[]>> = {
  cost: {
    zh: ['每个事项', '测量的事项数', 'CPU 毫秒', '字节', '文件'],
    en: ['an item', 'measured at items', 'CPU ms', 'bytes', 'files'],
  },
  plan: {
    zh: ['', '核时', '用时', '一个进程的内存', '写出', '文件和文件夹'],
    en: ['', 'core hours', 'time', 'memory of a process', 'written', 'files and folders'],
  },
};

function costTable(costs: readonly ItemCost[], lang: Lang): string {
  const rows = costs.map(({ work, size, cpu, bytes, files }) => {
    const written = bytes === 0 ? ['', ''] : [grouped(bytes), files.toFixed(2)];
    return [NAMES[work][lang], grouped(size), (cpu * 1000).toFixed(2), ...written];
  });
  return markdownTable(HEADS.cost[lang], rows);
}

function planTable(costs: readonly ItemCost[], lang: Lang): string {
  const rows = costs.map((cost) => {
    const { hours, minutes, memory, bytes, inodes } = lineOf(cost, wish);
    const time = `${minutes.toFixed(minutes < 10 ? 1 : 0)} ${lang === 'zh' ? '分钟' : 'min'}`;
    const written = bytes === 0 ? ['', ''] : [`${(bytes / 1e9).toFixed(0)} GB`, grouped(inodes)];
    return [NAMES[cost.work][lang], hours.toFixed(1), time, sized(memory), ...written];
  });
  return markdownTable(HEADS.plan[lang], rows);
}

/** Peak memory, a column a size that was measured. */
function memoryTable(results: Results, lang: Lang): string {
  const rows = memories(results);
  const sizes = [...new Set(rows.flatMap(([, bySize]) => [...bySize.keys()]))].sort(
    (a, b) => a - b,
  );
  const head = lang === 'zh' ? '峰值内存 MB，事项数' : 'peak MB, items';
  const cells = rows.map(([work, bySize]) => [
    NAMES[work][lang],
    ...sizes.map((size) => bySize.get(size)?.toFixed(0) ?? ''),
  ]);
  return markdownTable([head, ...sizes.map(grouped)], cells);
}

/** Megabytes, as gigabytes where there are many. */
const sized = (mb: number): string =>
  mb < 1000 ? `${mb.toFixed(0)} MB` : `${(mb / 1000).toFixed(1)} GB`;

const grouped = (value: number): string => Math.round(value).toLocaleString('en');

const results = Results.read();
const costs = itemCosts(results);
if (values.print) console.log(planTable(costs, 'zh'));
else {
  for (const lang of ['zh', 'en'] as const) {
    const file = new URL(`../../docs/scale${lang === 'zh' ? '' : '.en'}.md`, import.meta.url);
    const { items, nodes, cores } = wish;
    const zh = `${grouped(items)} 个事项，${nodes} 个节点，每个 ${cores} 核：`;
    const en = `${grouped(items)} items on ${nodes} nodes of ${cores} cores:`;
    writeSection(file, 'costs', costTable(costs, lang));
    writeSection(file, 'memory', memoryTable(results, lang));
    writeSection(file, 'plan', `${lang === 'zh' ? zh : en}\n\n${planTable(costs, lang)}`);
  }
}
