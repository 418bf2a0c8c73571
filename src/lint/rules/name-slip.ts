import type { Catalog, Entry } from '../../model/catalog.ts';
import { type Kind, kindOfPath } from '../../model/kinds.ts';
import type { Item } from '../../model/schema.gen.ts';
import { perText, type Text } from '../../model/texts.ts';
import { say } from '../../model/words.ts';
import { foldScript } from '../../text/script.ts';
import { NameIndex, type NearName } from '../near-names.ts';
import type { LintContext, Report, Rule } from '../rule.ts';
import { writtenTexts } from '../wording/fields.ts';

/** A name that the catalogue itself knows, with one character wrong or two exchanged. */
export const nameSlip: Rule = {
  id: 'name-slip',
  severity: 'warning',
  title: say('名称写错了一个字', 'a name with one wrong character'),
  why: say(
    '目录里有这个名称，这里只差一个同音或者形近的字，或者两个字颠倒了。政府网站的检查把错别字记作过错，照着错的名称也找不到。',
    'The catalogue has this name; here one character that sounds or looks alike is wrong, or two are exchanged.',
  ),
  bad: 'conditions: [{ text: 已经向明白县水利居提交申请书 }]',
  good: 'conditions: [{ text: 已经向明白县水利局提交申请书 }]',
  item(entry, context) {
    return slipsIn(entry, 'item', context, new NameIndex(namesOf(entry.value)));
  },
  file(entry, context) {
    return slipsIn(entry, kindOfPath(entry.path) ?? 'item', context);
  },
};

let last: { readonly parts: readonly unknown[]; readonly index: NameIndex } | undefined;

/** The names that all files share: of departments, halls, bundles and laws. */
function sharedNames({ departments, halls, bundles, laws }: Catalog): NameIndex {
  const parts = [departments, halls, bundles, laws] as const;
  if (last?.parts.every((part, i) => part === parts[i])) return last.index;
  const names = parts.flatMap((entries) => [...entries.values()].map(({ value }) => value.name));
  const index = new NameIndex(names.filter((name) => typeof name === 'string'));
  last = { parts, index };
  return index;
}

/** What an item calls itself and its papers. */
function namesOf({ name, materials }: Item): string[] {
  const papers = Array.isArray(materials) ? materials.map((material) => material?.name) : [];
  return [name, ...papers].filter((each) => typeof each === 'string');
}

function* slipsIn(
  { value }: Entry<unknown>,
  kind: Kind,
  { catalog }: LintContext,
  own?: NameIndex,
): Iterable<Report> {
  const shared = sharedNames(catalog);
  for (const { place } of writtenTexts(value, kind)) {
    for (const found of sharedNear(place, shared)) yield told(found, place);
    for (const found of own?.near(foldedOf(place)) ?? []) yield told(found, place);
  }
}

const foldedOf = perText(foldScript);

interface Near {
  index: NameIndex | undefined;
  names: readonly NearName[];
}

const lastNear = perText((): Near => ({ index: undefined, names: [] }));

/** Near names that all files share in a text, which is read once wherever it stands. */
function sharedNear(place: Text, shared: NameIndex): readonly NearName[] {
  const near = lastNear(place);
  if (near.index !== shared) {
    near.index = shared;
    near.names = shared.near(foldedOf(place));
  }
  return near.names;
}

function told({ start, end, name }: NearName, { text, pointer }: Text): Report {
  const written = text.slice(start, end);
  const characters = (to: number): number => [...text.slice(0, to)].length;
  return {
    pointer,
    range: [characters(start), characters(end)],
    message: say(
      `“${written}”和“${name}”只差一个字`,
      `“${written}” is “${name}” but for one character`,
    ),
    hint: say(
      `改为“${name}”；确实是另一个名称的，用 allow 写明理由`,
      `write “${name}”; if it is another name, allow it with a reason`,
    ),
  };
}
