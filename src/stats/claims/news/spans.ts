import type { Proposal } from './proposal.ts';
import type { Sentence } from './sentence.ts';

const LASTS = /(?:为期|历时|持续|用时|共计?|合计|总计)\s*$/;

/** 2023年3月1日至5月31日，历时92天: with both ends counted, or one of them. */
export function* proposeSpans({ mentions }: Sentence): Generator<Proposal> {
  for (const [index, figure] of mentions.entries()) {
    const span = mentions[index - 1];
    if (span?.isSpan !== true || !/^个?(?:自然日|日历日|日|天)$/.test(figure.printed.unit))
      continue;
    if (!LASTS.test(figure.lead)) continue;
    yield { figure, workings: [span.name, `${span.name} − 1`], sure: figure.lead.length <= 12 };
  }
}
