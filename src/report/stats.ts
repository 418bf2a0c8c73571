import type { Words } from '../model/words.ts';

/** Figures put into words and digits, ready for any form: the same digits in each. */
export interface StatsReport {
  readonly title: string;
  readonly items: number;
  readonly departments: number;
  readonly policy: Readonly<Record<string, unknown>>;
  readonly compression: {
    readonly formula: string;
    readonly statutory: string;
    readonly committed: string;
    /** Percent with one decimal; null when nothing was counted. */
    readonly ratio: string | null;
    readonly counted: readonly CountedRow[];
    readonly leftOut: readonly LeftOutRow[];
  };
  readonly instant: ShareRow;
  readonly completeness: ShareRow;
}

export interface CountedRow {
  readonly id: string;
  readonly path: string;
  readonly statutory: string;
  readonly committed: string;
}

export interface LeftOutRow {
  readonly id: string;
  readonly path: string;
  readonly line: number;
  readonly reason: string;
}

/** Percent with one decimal; null for an empty set. */
export interface ShareRow {
  readonly count: number;
  readonly of: number;
  readonly share: string | null;
}

type Tell = (words: Words) => string;

/** The figures as JSON. */
export function statsJson(report: StatsReport): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}

/** The figures as text for a terminal, with every item that was left out. */
export function statsTable(report: StatsReport, tell: Tell): string {
  const { compression, instant, completeness, policy } = report;
  const none = tell({ zh: '无（没有可计的事项）', en: 'none (nothing counted)' });
  const lines = [
    report.title,
    tell({
      zh: `事项 ${report.items} 个，部门 ${report.departments} 个`,
      en: `${report.items} items, ${report.departments} departments`,
    }),
    '',
    tell({
      zh: `法定时限合计 ${compression.statutory} 个工作日，承诺时限合计 ${compression.committed} 个工作日`,
      en: `statutory ${compression.statutory}, committed ${compression.committed} working days`,
    }),
    `${tell({ zh: '时限压缩率', en: 'compression' })} ${compression.ratio ?? none}`,
    tell({
      zh: `  算法：${compression.formula}；计入 ${compression.counted.length} 项，未计入 ${compression.leftOut.length} 项`,
      en: `  ${compression.formula}; ${compression.counted.length} counted, ${compression.leftOut.length} left out`,
    }),
    `  ${tell({ zh: '口径', en: 'policy' })}：${JSON.stringify(policy)}`,
    shareLine(tell({ zh: '即办件占比', en: 'instant items' }), instant, none),
    shareLine(tell({ zh: '要素完整度', en: 'completeness' }), completeness, none),
  ];
  if (compression.leftOut.length > 0) {
    lines.push(
      '',
      tell({ zh: '未计入时限压缩率的事项：', en: 'left out of the compression ratio:' }),
    );
    for (const { path, line, reason } of compression.leftOut)
      lines.push(`  ${path}:${line} ${reason}`);
  }
  return `${lines.join('\n')}\n`;
}

function shareLine(label: string, { count, of, share }: ShareRow, none: string): string {
  return `${label} ${share ?? none}（${count}/${of}）`;
}
