import type { Catalog, Entry } from '../../model/catalog.ts';
import type { Item } from '../../model/schema.gen.ts';
import { say } from '../../model/words.ts';
import { sharedShare } from '../../text/shingles.ts';
import { proseOf } from '../prose.ts';
import type { Rule } from '../rule.ts';

interface Owner {
  readonly item: Entry<Item>;
  readonly name: string;
}

/** A text that names another item and stands almost word for word in that one was pasted. */
export const pastedText: Rule = {
  id: 'pasted-text',
  severity: 'warning',
  title: say('从别的事项粘贴来的文字', 'text pasted from another item'),
  why: say(
    '照着另一个事项复制，事项名称没有改，群众会以为找错了指南。',
    'Copied with the other item’s name left in, it reads as the wrong guide.',
  ),
  bad: `notes: 办理年度用水计划查询，先出示营业执照，查询结果当面交付，不能由他人代领。
related: null
files:
  items/water/water-use-plan.yaml: { notes: 办理年度用水计划查询，先出示营业执照，查询结果当面交付，不能由他人代领。 }`,
  good: `notes: 取水口要安装计量设施，并按月抄录读数。
related: null
files:
  items/water/water-use-plan.yaml: { notes: 办理年度用水计划查询，先出示营业执照，查询结果当面交付，不能由他人代领。 }`,
  *item(item, { catalog }) {
    const { value } = item;
    const owners = ownersOf(catalog);
    for (const { pointer, text } of proseOf(value)) {
      if (text.length < 15 || text.includes(value.name)) continue;
      const owner = foreignName(text, item, owners);
      if (owner === undefined || value.related?.includes(owner.item.id)) continue;
      const source = proseOf(owner.item.value).some((each) => sharedShare(text, each.text) >= 0.6);
      if (!source) continue;
      const start = text.indexOf(owner.name);
      yield {
        pointer,
        range: [start, start + owner.name.length],
        message: say(
          `这段文字与“${owner.item.value.name}”（${owner.item.path}）里的几乎一样，还留着它的名称`,
          `this stands almost word for word in ${owner.item.path}, and still names that item`,
        ),
        hint: say('照这个事项的实际情况重写', 'write it anew for this item'),
      };
    }
  },
};

const OWNERS = new WeakMap<Catalog, Map<string, Owner[]>>();

/** Names of items by their first two characters; a name that several items have is nobody’s. */
function ownersOf(catalog: Catalog): Map<string, Owner[]> {
  let owners = OWNERS.get(catalog);
  if (owners !== undefined) return owners;
  const seen = new Map<string, Owner | undefined>();
  for (const item of catalog.items) {
    for (const name of new Set([item.value.name, item.value.result?.name ?? ''])) {
      if (name.length >= 4) seen.set(name, seen.has(name) ? undefined : { item, name });
    }
  }
  owners = new Map();
  for (const owner of seen.values()) {
    if (owner === undefined) continue;
    const head = owner.name.slice(0, 2);
    owners.set(head, [...(owners.get(head) ?? []), owner]);
  }
  OWNERS.set(catalog, owners);
  return owners;
}

function foreignName(
  text: string,
  item: Entry<Item>,
  owners: Map<string, Owner[]>,
): Owner | undefined {
  const own = `${item.value.name} ${item.value.result?.name ?? ''}`;
  for (let at = 0; at < text.length - 3; at += 1) {
    for (const owner of owners.get(text.slice(at, at + 2)) ?? []) {
      if (owner.item === item || own.includes(owner.name)) continue;
      if (owner.item.value.name.includes(item.value.name)) continue;
      if (text.startsWith(owner.name, at)) return owner;
    }
  }
  return undefined;
}
