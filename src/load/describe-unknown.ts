import type { Span } from '../model/finding.ts';
import type { SchemaNode } from '../model/schema-node.ts';
import { say, type Words } from '../model/words.ts';
import type { Complaint } from './convert.ts';
import { type Fault, unmended } from './fault.ts';
import { loadFinding, quoted } from './findings.ts';
import { exampleLine } from './meant/example.ts';
import { placesOfKey } from './meant/key-places.ts';
import type { YamlSource } from './source.ts';

/** Says that a map has no such key, and what was meant or where it belongs. */
export function describeUnknown(
  source: YamlSource,
  place: { pointer: string; span: Span },
  complaint: Complaint & { what: 'unknown-key' },
): Fault {
  const { text, at, meant, known } = complaint;
  const message = say(`没有${quoted(text)}这个键`, `unknown key ${quoted(text)}`);
  const tell = (hint: Words): Fault =>
    unmended(loadFinding('unknown-key', source.path, place, message, hint));
  if (meant?.sure === true) {
    const hint = say(`改为 ${meant.word}: …`, `write ${meant.word}: …`);
    const finding = loadFinding('unknown-key', source.path, place, message, hint);
    return { finding, edits: [{ start: at[0], end: at[1], text: meant.word }], sure: true };
  }
  const elsewhere = belongs(source, complaint);
  if (elsewhere !== undefined) return tell(elsewhere);
  if (meant !== undefined)
    return tell(say(`是不是“${meant.word}”？`, `did you mean “${meant.word}”?`));
  const labels = [...(known ?? [])].filter(
    ([word, field]) =>
      word === source.spell(field.name, field.shape.schema['x-label'] ?? field.name),
  );
  const list = labels.slice(0, MOST).map(([word]) => word);
  const more = labels.length > MOST ? `，一共 ${labels.length} 个，见 schemas/README.md` : '';
  return tell(say(`这里可用的键：${list.join('、')}${more}`, `keys here: ${list.join(', ')}`));
}

/** Keys that a hint lists. */
const MOST = 12;

/** Where a key belongs that stands in the wrong place; undefined where it is none anywhere. */
function belongs(
  source: YamlSource,
  { text, value }: Complaint & { what: 'unknown-key' },
): Words | undefined {
  const [found] = placesOfKey(source.kind, text);
  if (found === undefined || found.length < 2) return undefined;
  const list = found.findIndex(({ isEntry }) => isEntry);
  const words = found.map(({ name, schema }) => source.spell(name, labelOf(schema, name)));
  if (list !== -1) {
    const owner = words.slice(0, list).join('.');
    const last = words.at(-1) ?? text;
    return say(
      `“${last}”写在“${owner}”的每一项里`,
      `“${last}” belongs into each entry of “${owner}”`,
    );
  }
  const own = found.at(-1);
  const lines = words.slice(0, -1).map((word, depth) => `${'  '.repeat(depth)}${word}:`);
  const line =
    value === undefined
      ? exampleLine(words.at(-1) ?? text, own?.schema ?? {})
      : `${words.at(-1)}: ${value.replaceAll('\n', ' ').slice(0, 80)}`;
  lines.push(`${'  '.repeat(words.length - 1)}${line}`);
  const paste = lines.join('\n');
  return say(
    `它写在“${words.slice(0, -1).join('.')}”里面：\n${paste}`,
    `it belongs into “${words.slice(0, -1).join('.')}”:\n${paste}`,
  );
}

function labelOf(schema: SchemaNode, name: string): string {
  return schema['x-label'] ?? name;
}
