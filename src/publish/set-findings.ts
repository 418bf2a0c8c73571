import type { Entry } from '../model/catalog.ts';
import type { Finding } from '../model/finding.ts';
import { say } from '../model/words.ts';
import { OUTPUTS, type OutputName } from '../render/index.ts';
import type { Rendered } from '../render/output.ts';
import { Lines } from '../text/lines.ts';

/** Findings about a file's texts that only show when they are set in type. */
export function setFindings(
  entry: Entry<unknown>,
  output: OutputName,
  rendered: Omit<Rendered, 'file'>,
): Finding[] {
  const findings = (rendered.missing ?? []).map((character) => missingGlyph(entry, character));
  if (OUTPUTS[output].tellsOverflow && rendered.overflow) findings.push(overflow(entry, rendered));
  if (rendered.left !== undefined) findings.push(leftOut(entry, rendered.left));
  return findings;
}

function missingGlyph(entry: Entry<unknown>, character: string): Finding {
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

function overflow(entry: Entry<unknown>, { pages = 1 }: Omit<Rendered, 'file'>): Finding {
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

function leftOut(entry: Entry<unknown>, headings: readonly string[]): Finding {
  const list = headings.join('、');
  return {
    rule: 'leaflet-overflow',
    severity: 'warning',
    path: entry.path,
    pointer: '',
    span: entry.source.locate('', 'key'),
    message: say(`三折页放不下：${list}`, `the leaflet has no room for ${list}`),
    hint: say('精简这些内容，或改发简版', 'shorten them, or hand out the short guide'),
  };
}
