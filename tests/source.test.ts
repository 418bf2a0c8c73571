import { expect, test } from 'vitest';
import { YamlSource } from '../src/load/source.ts';

const TEXT = [
  'id: a',
  '事项名称: 取水许可',
  'conditions:',
  '  - 取水口在明白县境内。',
  '  - text: |',
  '      第一行有𬱖字。',
  '      第二行等材料。',
  '  - "引号\\"里的等字"',
  'limits: { statutory: ２０个工作日, committed: 3个工作日 }',
  'notes: >-',
  '  折叠的',
  '  两行',
].join('\n');
const source = new YamlSource('a.yaml', TEXT, 'item');

/** The characters that a place covers. */
function covered(...place: Parameters<typeof source.locate>): string {
  const { line, column, endLine, endColumn } = source.locate(...place);
  const lines = TEXT.split('\n').map((each) => [...each]);
  if (line === endLine) return (lines[line - 1] ?? []).slice(column - 1, endColumn - 1).join('');
  const first = (lines[line - 1] ?? []).slice(column - 1).join('');
  const last = (lines[endLine - 1] ?? []).slice(0, endColumn - 1).join('');
  return `${first}…${last}`;
}

test.each([
  [['/name'], '取水许可'],
  [['/name', 'key'], '事项名称'],
  [['/limits/committed'], '3个工作日'],
  [['/limits/special'], 'limits'],
  [['/nothing/at/all'], 'id: a'],
  [['/conditions/0/text'], '取水口在明白县境内。'],
  [['/conditions/0', 'value', [4, 7]], '明白县'],
  [['/conditions/1/text', 'value', [4, 5]], '𬱖'],
  [['/conditions/1/text', 'value', [11, 12]], '等'],
  [['/conditions/2', 'value', [5, 6]], '等'],
  [['/limits/statutory', 'value', [0, 2]], '２０'],
  [['/notes', 'value', [4, 6]], '两行'],
] as [Parameters<typeof source.locate>, string][])('%j is “%s”', (place, text) => {
  expect(covered(...place)).toBe(text);
});

test('keys are told in the author’s own words', () => {
  expect(source.keyOf('/name')).toBe('事项名称');
  expect(source.keyOf('/limits')).toBe('limits');
});
