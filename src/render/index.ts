import type { Guide } from '../guide/guide.ts';
import { say } from '../model/words.ts';
import { noticeFile, type Output, type Renderer } from './output.ts';
import { PAPER_OUTPUTS } from './paper/outputs.ts';

/** Every output: one entry each; `--only`, the links on a page and the summary follow. */
const ENTRIES = {
  html: {
    usual: true,
    medium: 'screen',
    scope: 'item',
    traditional: true,
    summary: (count) => say(`网页 ${count} 页`, `${count} pages`),
    front: 'index.html',
    isPage: (path) => path.endsWith('.html'),
    links: () => [],
    async prepare(context): Promise<Renderer> {
      const { siteRenderer } = await import('./html/site.ts');
      return siteRenderer(context);
    },
  },
  pdf: {
    usual: true,
    medium: 'paper',
    scope: 'item',
    traditional: false,
    summary: (count) => say(`指南 PDF ${count} 份`, `${count} guide PDFs`),
    links: () => [{ label: '办事指南（PDF）', href: 'guide.pdf' }],
    async prepare(context): Promise<Renderer> {
      const { guidePdfs } = await import('./paper/guides.ts');
      return guidePdfs(context);
    },
  },
  notice: {
    usual: true,
    medium: 'paper',
    scope: 'item',
    traditional: false,
    tellsOverflow: true,
    summary: (count) => say(`告知单 ${count} 份`, `${count} notice sheets`),
    links: (whole: () => Guide) => [
      { label: '一次性告知单（PDF）', href: 'notice.pdf' },
      ...whole().notices.map((notice) => ({
        label: `一次性告知单：${notice.situation.name}（PDF）`,
        href: noticeFile(notice),
      })),
    ],
    async prepare(context): Promise<Renderer> {
      const { noticePdfs } = await import('./paper/guides.ts');
      return noticePdfs(context);
    },
  },
  json: {
    usual: true,
    medium: 'screen',
    scope: 'item',
    traditional: true,
    summary: (count) => say(`JSON ${count} 份`, `${count} JSON`),
    links: () => [],
    async prepare(context): Promise<Renderer> {
      const { guideJson } = await import('./guide-json.ts');
      return guideJson(context);
    },
  },
  ...PAPER_OUTPUTS,
} as const satisfies Record<string, Output>;

export type OutputName = keyof typeof ENTRIES;

/** What is said of each output, by its name. */
export const OUTPUTS: Readonly<Record<OutputName, Output>> = ENTRIES;

/** The names of all outputs, in the order in which they are made and told. */
// The keys of a literal.
export const OUTPUT_NAMES = Object.keys(OUTPUTS) as readonly OutputName[];

/** Other names an output may be asked for by. */
export const OUTPUT_ALIASES: Readonly<Record<string, OutputName>> = { guide: 'pdf' };
