import type { Catalog } from '../../model/catalog.ts';
import type { Item } from '../../model/schema.gen.ts';
import { say, type Words } from '../../model/words.ts';
import type { Element } from './element.ts';
import { ELEMENTS, type ElementId } from './elements.ts';
import { hasAttachment, isFilled } from './filled.ts';
import { PROFILES, type ProfileId } from './profiles.ts';

/** A place of an item that a profile wants filled and that says nothing. */
export interface Gap {
  readonly pointer: string;
  /** The element, with the row of its list where it is one of a list. */
  readonly label: Words;
  /** The element alone: gaps of several rows share it. */
  readonly element: Words;
  /** The rule that reports it. */
  readonly rule: string;
  /** As in the element: where to write it, what to do in another file. */
  readonly paste?: string;
  readonly elsewhere?: Words;
  readonly example?: unknown;
  /** Whether something stands there: a placeholder. */
  readonly written: boolean;
}

/** How complete an item is by one profile, counted in elements (要素完整度 = filled / applicable). */
export interface Completeness {
  readonly filled: number;
  readonly applicable: number;
  readonly gaps: readonly Gap[];
}

const NOT_APPLIED_FOR = new Set(['行政处罚', '行政强制', '行政征收', '行政检查']);

/** Whether an item is started by an application, so that people need a guide to it. */
export function isAppliedFor(item: Item): boolean {
  return !NOT_APPLIED_FOR.has(item.type);
}

/**
 * Counts the elements of a profile that are filled among those that apply. An item that nobody
 * applies for (行政处罚 …), or of a type the profile is not meant for, has none that apply.
 */
export function measureCompleteness(
  item: Item,
  catalog: Catalog,
  profile: ProfileId,
): Completeness {
  const { elements, types } = PROFILES[profile];
  const meant = isAppliedFor(item) && (types?.includes(item.type) ?? true);
  const gaps: Gap[] = [];
  let applicable = 0;
  let filled = 0;
  for (const id of meant ? elements : []) {
    const members: readonly ElementId[] = typeof id === 'string' ? [id] : id;
    const before = gaps.length;
    let applies = false;
    for (const each of members) {
      const found = gapsAt(each, item, catalog);
      if (found === undefined) continue;
      applies = true;
      for (const gap of found) gaps.push(gap);
    }
    if (!applies) continue;
    applicable += 1;
    if (gaps.length === before) filled += 1;
  }
  return { filled, applicable, gaps };
}

/** What was last measured: the profiles ask for the same elements of one item after the other. */
interface Measured {
  readonly item: Item;
  readonly catalog: Catalog;
  readonly attached: boolean;
  readonly gaps: Map<ElementId, readonly Gap[] | undefined>;
}

let last: Measured | undefined;

/** The empty places of an element; undefined where the element does not apply. */
function gapsAt(id: ElementId, item: Item, catalog: Catalog): readonly Gap[] | undefined {
  if (last?.item !== item || last.catalog !== catalog) {
    last = { item, catalog, attached: hasAttachment(item), gaps: new Map() };
  }
  const { attached, gaps } = last;
  const known = gaps.get(id);
  if (known !== undefined || gaps.has(id)) return known;
  const found = findGaps(ELEMENTS[id], item, catalog, attached);
  gaps.set(id, found);
  return found;
}

const NONE: readonly Gap[] = [];

function findGaps(
  element: Element,
  item: Item,
  catalog: Catalog,
  attached: boolean,
): readonly Gap[] | undefined {
  const { label, rule = 'incomplete-element', noneIsAnswer = false } = element;
  const places = element.places(item, catalog);
  let gaps: Gap[] | undefined;
  let where: ReturnType<typeof whereToWrite> | undefined;
  for (const place of places) {
    const { value } = place;
    if (isFilled(value, attached) || (noneIsAnswer && value === '无')) continue;
    const { pointer } = place;
    const row = place.row?.();
    const words = row === undefined ? label : say(row.zh + label.zh, label.en + row.en);
    where ??= whereToWrite(element, item);
    gaps ??= [];
    gaps.push({ pointer, label: words, element: label, rule, ...where, written: isWritten(value) });
  }
  return places.length === 0 ? undefined : (gaps ?? NONE);
}

function whereToWrite({ paste, elsewhere, example }: Element, item: Item) {
  const own = example?.(item);
  return {
    ...(paste && { paste }),
    ...(elsewhere && { elsewhere }),
    ...(own !== undefined && { example: own }),
  };
}

function isWritten(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(isWritten);
  if (typeof value === 'object' && value !== null) return Object.values(value).some(isWritten);
  return value !== undefined && value !== null && value !== '';
}
