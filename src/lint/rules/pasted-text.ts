import type { Catalog, Entry } from '../../model/catalog.ts';
import type { Item } from '../../model/schema.gen.ts';
import { say } from '../../model/words.ts';
import { sharedShare } from '../../text/shingles.ts';
import { proseOf } from '../prose.ts';
import type { Report, Rule } from '../rule.ts';

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
  *catalog({ catalog }) {
    const owners = ownersOf(catalog);
    for (const item of catalog.items) yield* pastedInto(item, owners);
  },
};

function* pastedInto(item: Entry<Item>, owners: Owners): Iterable<Report> {
  const { path, value } = item;
  for (const place of proseOf(value)) {
    const { text } = place;
    if (text.length < 15 || text.includes(value.name)) continue;
    const owner = foreignName(text, item, owners);
    if (owner === undefined || value.related?.includes(owner.item.id)) continue;
    const source = proseOf(owner.item.value).some((each) => sharedShare(text, each.text) >= 0.6);
    if (!source) continue;
    const start = text.indexOf(owner.name);
    yield {
      path,
      pointer: place.pointer,
      range: [start, start + owner.name.length],
      message: say(
        `这段文字与“${owner.item.value.name}”（${owner.item.path}）里的几乎一样，还留着它的名称`,
        `this stands almost word for word in ${owner.item.path}, and still names that item`,
      ),
      hint: say('照这个事项的实际情况重写', 'write it anew for this item'),
    };
  }
}

/** Names of items, found by how they begin. */
interface Owners {
  /** By the first four characters. */
  readonly byHead: ReadonlyMap<string, readonly Owner[]>;
  /** By first character: whether any name begins with it. */
  readonly firsts: Uint8Array;
}

const HEAD = 4;

/** The names of all items; one that several items have is nobody’s. */
function ownersOf(catalog: Catalog): Owners {
  const seen = new Map<string, Owner | undefined>();
  for (const item of catalog.items) {
    for (const name of new Set([item.value.name, item.value.result?.name ?? ''])) {
      if (name.length >= HEAD) seen.set(name, seen.has(name) ? undefined : { item, name });
    }
  }
  const byHead = new Map<string, Owner[]>();
  const firsts = new Uint8Array(0x10000);
  for (const owner of seen.values()) {
    if (owner === undefined) continue;
    const head = owner.name.slice(0, HEAD);
    firsts[head.charCodeAt(0)] = 1;
    const known = byHead.get(head);
    if (known === undefined) byHead.set(head, [owner]);
    else known.push(owner);
  }
  return { byHead, firsts };
}

function foreignName(
  text: string,
  item: Entry<Item>,
  { byHead, firsts }: Owners,
): Owner | undefined {
  const own = `${item.value.name} ${item.value.result?.name ?? ''}`;
  for (let at = 0; at <= text.length - HEAD; at += 1) {
    if (firsts[text.charCodeAt(at)] === 0) continue;
    for (const owner of byHead.get(text.slice(at, at + HEAD)) ?? []) {
      if (!text.startsWith(owner.name, at) || owner.item === item) continue;
      if (own.includes(owner.name) || owner.item.value.name.includes(item.value.name)) continue;
      return owner;
    }
  }
  return undefined;
}
