import type { Block } from './guide.ts';
import { plain } from './guide.ts';
import { itemLabel } from './labels.ts';
import { completeBasis, type Subject } from './subject.ts';
import { factsBlock, link, paragraph, plainFact } from './words.ts';

/** 设定依据: which law, which article. The words themselves stand at the end of the guide. */
export function basisBlocks(subject: Subject): Block[] {
  const basis = subject.item.basis ?? [];
  if (basis.length === 0) return [];
  const items = basis.map((each): Block[] => {
    const full = completeBasis(each, subject.catalog);
    const details = factsBlock([
      ...plainFact(itemLabel('basis.rank'), full.rank),
      ...plainFact(itemLabel('basis.issuer'), full.issuer),
    ]);
    const cite = [link(subject.cite(each), full.url ?? '')];
    return [{ kind: 'paragraph', text: cite }, ...(full.quote === undefined ? details : [])];
  });
  return [{ kind: 'list', ordered: true, items }];
}

/** 依据条文: the words of the law, verbatim. */
export function quoteBlocks(subject: Subject): Block[] {
  return (subject.item.basis ?? []).flatMap((each): Block[] => {
    const { quote } = completeBasis(each, subject.catalog);
    if (quote === undefined || quote === '') return [];
    const blocks = quote
      .split(/\n+/)
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .map(paragraph);
    return [{ kind: 'quote', cite: plain(subject.cite(each)), blocks }];
  });
}
