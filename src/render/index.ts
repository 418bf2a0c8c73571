import type { Guide } from '../guide/guide.ts';
import { jsonText } from '../text/json-text.ts';
import { noticeFile, type Output, type Renderer } from './output.ts';
import { PAPER_OUTPUTS } from './paper/outputs.ts';

/** Every output: one entry each; `--only` and the links on a page follow. */
export const OUTPUTS = {
  html: {
    usual: true,
    links: () => [],
    async prepare(studio): Promise<Renderer> {
      const { siteRenderer } = await import('./html/site.ts');
      return siteRenderer(studio);
    },
  },
  pdf: {
    usual: true,
    links: () => [{ label: '办事指南（PDF）', href: 'guide.pdf' }],
    async prepare(studio): Promise<Renderer> {
      const { guidePdfs } = await import('./paper/guides.ts');
      return guidePdfs(studio);
    },
  },
  notice: {
    usual: true,
    links: (guide: Guide) => [
      { label: '一次性告知单（PDF）', href: 'notice.pdf' },
      ...guide.notices.map((notice) => ({
        label: `一次性告知单：${notice.situation.name}（PDF）`,
        href: noticeFile(notice),
      })),
    ],
    async prepare(studio): Promise<Renderer> {
      const { noticePdfs } = await import('./paper/guides.ts');
      return noticePdfs(studio);
    },
  },
  json: {
    usual: true,
    links: () => [],
    async prepare(studio): Promise<Renderer> {
      const { editionOf } = await import('./html/edition.ts');
      const { page } = await editionOf(studio);
      return {
        item: ({ guide }) => [
          {
            file: 'guide.json',
            render: () => ({ body: `${jsonText(page(guide), 2)}\n` }),
          },
        ],
      };
    },
  },
  ...PAPER_OUTPUTS,
} as const satisfies Record<string, Output>;

export type OutputName = keyof typeof OUTPUTS;

/** Other names an output may be asked for by. */
export const OUTPUT_ALIASES: Readonly<Record<string, OutputName>> = { guide: 'pdf' };
