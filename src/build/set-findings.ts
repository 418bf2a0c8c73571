import type { Entry } from '../model/catalog.ts';
import type { Finding } from '../model/finding.ts';
import type { Item } from '../model/schema.gen.ts';
import { say } from '../model/words.ts';
import type { OutputName, Rendered } from '../render/index.ts';
import { Lines } from '../text/lines.ts';

/** Findings about an item that only show when it is set in type. */
export function setFindings(entry: Entry<Item>, output: OutputName, rendered: Rendered): Finding[] {
  const findings = (rendered.missing ?? []).map((character) => missingGlyph(entry, character));
  if (output === 'notice' && (rendered.pages ?? 1) > 1) findings.push(overflow(entry, rendered));
  return findings;
}

function missingGlyph(entry: Entry<Item>, character: string): Finding {
  const { text } = entry.source;
  const at = Math.max(0, text.indexOf(character));
  const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  return {
    rule: 'missing-glyph',
    severity: 'error',
    path: entry.path,
    pointer: '',
    span: new Lines(text).span(at, at + character.length),
    message: say(`字库里没有“${character}”（${code}）`, `no font has “${character}” (${code})`),
    hint: say('换一个字，或核对是不是误入的符号', 'use another character, or remove a stray one'),
  };
}

function overflow(entry: Entry<Item>, { pages = 1 }: Rendered): Finding {
  return {
    rule: 'notice-overflow',
    severity: 'warning',
    path: entry.path,
    pointer: '/materials',
    span: entry.source.locate('/materials', 'key'),
    message: say(`一次性告知单排成了 ${pages} 页`, `the notice sheet takes ${pages} pages`),
    hint: say('精简材料的说明，或按情形拆分', 'shorten the notes, or split it by situation'),
  };
}
