import { OUTPUTS } from '../render/index.ts';
import { isInside } from '../world/inside.ts';
import type { PartHead, PartItem } from './part.ts';

/** Whether a value that a stranger wrote has a shape. */
type Shape = (value: unknown) => boolean;

const text: Shape = (value) => typeof value === 'string';
const count: Shape = (value) => Number.isSafeInteger(value) && Number(value) >= 0;
const digest: Shape = (value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
const output: Shape = (value) => typeof value === 'string' && Object.hasOwn(OUTPUTS, value);
const tally: Shape = (value) =>
  typeof value === 'string' && /^(?:-?\d+(?:\/[1-9]\d*)? -?\d+(?:\/[1-9]\d*)? \d+)?$/.test(value);

function list(of: Shape): Shape {
  return (value) => Array.isArray(value) && value.every(of);
}

function maybe(shape: Shape): Shape {
  return (value) => value === undefined || shape(value);
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A map whose keys are those given, or more. */
function map(shapes: Readonly<Record<string, Shape>>): Shape {
  return (value) => isMap(value) && Object.entries(shapes).every(([key, is]) => is(value[key]));
}

/** A map of any keys that have a shape. */
function record(key: Shape, of: Shape): Shape {
  return (value) =>
    isMap(value) && Object.entries(value).every(([name, at]) => key(name) && of(at));
}

function tuple(...shapes: readonly Shape[]): Shape {
  return (value) =>
    Array.isArray(value) &&
    value.length === shapes.length &&
    shapes.every((is, at) => is(value[at]));
}

const inline = map({ text, href: maybe(text) });
const fact = map({ label: text, value: list(inline) });

const change = map({
  ...{ date: text, kind: text, id: text, title: text, event: text },
  ...{ effective: maybe(text), version: maybe(text) },
  fields: list(map({ pointer: text, label: text, of: text, before: text, after: text })),
});

const head = map({
  version: text,
  shard: map({ index: count, of: count }),
  items: count,
  together: text,
  only: list(output),
  script: (value) => value === '' || value === 'zh-Hant',
  changes: list(change),
  shared: record(isInside, text),
  forms: list(isInside),
  theme: record(isInside, text),
});

const material = map({ form: text, files: list(inline), situations: list(text) });

const chainMaterial = map({
  ...{ at: count, name: text, kind: maybe(text), source: maybe(text), issuer: maybe(text) },
  ...{ certificate: maybe(text), when: maybe(text), necessity: maybe(text) },
  situations: maybe(list(text)),
  fields: maybe(list(map({ name: text, from: maybe(text) }))),
  waived: maybe((value) => value === true),
});

const chain = map({
  ...{ id: text, name: text, department: text, type: text, state: maybe(text), case: maybe(text) },
  visits: maybe(count),
  limits: maybe(map({ statutory: maybe(text), committed: maybe(text) })),
  special: maybe(list(map({ kind: maybe(text), days: maybe(text) }))),
  situations: maybe(
    list(map({ id: text, name: text, statutory: maybe(text), committed: maybe(text) })),
  ),
  materials: maybe(list(chainMaterial)),
  result: maybe(map({ name: maybe(text), certificate: maybe(text) })),
  fees: maybe(
    (value) =>
      text(value) || list(map({ name: text, standard: maybe(text), payer: maybe(text) }))(value),
  ),
  steps: list(map({ kind: maybe(text), situations: maybe(list(text)) })),
  places: list(text),
  online: (value) => typeof value === 'boolean',
});

const card = map({
  ...{ id: text, name: text, type: text, department: text, pinyin: text, summary: text },
  ...{ level: maybe(text), case: maybe(text), state: maybe(text), reach: maybe(text) },
  ...{ reviewed: maybe(text), effective: maybe(text), cancelled: maybe(text) },
  ...{ version: maybe(text), consult: maybe(text), complain: maybe(text) },
  ...{ audience: maybe(list(text)), aliases: maybe(list(text)) },
  themes: maybe(record(text, list(text))),
  codes: maybe(record(text, text)),
  ...{ facts: list(fact), tags: list(text), features: list(text) },
  places: list(tuple(text, text)),
  proofs: maybe(list(map({ name: text, basis: text, issuer: text }))),
  completeness: maybe(map({ filled: count, applicable: count, missing: list(text) })),
  share: maybe(map({ limit: text, materials: list(material), chain })),
});

const links = map({ ids: list(text), twice: list(text), links: list(text) });

const item = map({
  path: isInside,
  place: count,
  related: list(text),
  forms: list(text),
  files: record(output, list(map({ path: isInside, digest, stamp: text }))),
  about: map({ card, tally: list(tally), pages: list(tuple(isInside, links)) }),
});

/** Whether a line is the head of a part. */
export function isPartHead(value: unknown): value is PartHead {
  return head(value);
}

/** Whether a line is an item of a part. */
export function isPartItem(value: unknown): value is PartItem {
  return item(value);
}
