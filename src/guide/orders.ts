import type { SectionId } from './sections.ts';

/**
 * What an output does with each section. The lines stand in the order in which the output shows
 * them; a section without a line does not compile.
 */
type Order<How extends string> = Readonly<Record<SectionId, How>>;

/** guide.json, guide.pdf and the large print for elders: everything, as 《行政许可标准化指引》 has it. */
export const FULL = {
  basics: 'body',
  scope: 'body',
  basis: 'body',
  situations: 'body',
  conditions: 'body',
  materials: 'body',
  where: 'body',
  steps: 'body',
  limits: 'body',
  intermediary: 'body',
  fees: 'body',
  result: 'body',
  promise: 'body',
  rights: 'body',
  contact: 'body',
  progress: 'body',
  remedies: 'body',
  notes: 'body',
  faq: 'body',
  related: 'body',
  quotes: 'body',
  attachments: 'appendix',
} as const satisfies Order<'body' | 'appendix'>;

/** The web page: the way one goes, then what is looked up. `within`: part of another section. */
export const PAGE = {
  scope: 'open',
  materials: 'ticked',
  conditions: 'open',
  steps: 'open',
  where: 'open',
  fees: 'open',
  limits: 'open',
  intermediary: 'open',
  result: 'open',
  promise: 'open',
  progress: 'open',
  notes: 'open',
  faq: 'open',
  contact: 'open',
  remedies: 'open',
  rights: 'folded',
  basics: 'folded',
  basis: 'folded',
  related: 'open',
  // Each has a tick list of its own in the materials.
  situations: 'within',
  // Each article stands where it is cited in the basis.
  quotes: 'within',
  // Files stand beside the material that they are for.
  attachments: 'within',
} as const satisfies Order<'open' | 'folded' | 'ticked' | 'within'>;

/** The notice sheet: what one needs for coming once, in lines of its own. */
export const NOTICE = {
  materials: 'lines',
  steps: 'lines',
  fees: 'lines',
  where: 'lines',
  basics: 'absent',
  scope: 'absent',
  basis: 'absent',
  situations: 'absent',
  conditions: 'absent',
  limits: 'absent',
  intermediary: 'absent',
  result: 'absent',
  promise: 'absent',
  rights: 'absent',
  contact: 'absent',
  progress: 'absent',
  remedies: 'absent',
  notes: 'absent',
  faq: 'absent',
  related: 'absent',
  quotes: 'absent',
  attachments: 'absent',
} as const satisfies Order<'lines' | 'absent'>;

/** The short guide (简版): `notice` as on the notice sheet, `short` without what experts look up. */
export const BRIEF = {
  situations: 'short',
  conditions: 'short',
  materials: 'short',
  where: 'notice',
  steps: 'short',
  limits: 'short',
  fees: 'short',
  result: 'short',
  contact: 'short',
  remedies: 'short',
  basics: 'absent',
  scope: 'absent',
  basis: 'absent',
  intermediary: 'absent',
  promise: 'absent',
  rights: 'absent',
  progress: 'absent',
  notes: 'absent',
  faq: 'absent',
  related: 'absent',
  quotes: 'absent',
  attachments: 'absent',
} as const satisfies Order<'short' | 'notice' | 'absent'>;

/** The leaflet: panels inside, the flap that is read first, the back. */
export const LEAFLET = {
  situations: 'inside',
  conditions: 'inside',
  materials: 'inside notice',
  steps: 'inside',
  limits: 'inside',
  fees: 'inside',
  result: 'inside',
  faq: 'flap',
  notes: 'flap',
  where: 'back notice',
  basics: 'absent',
  scope: 'absent',
  basis: 'absent',
  intermediary: 'absent',
  promise: 'absent',
  rights: 'absent',
  contact: 'absent',
  progress: 'absent',
  remedies: 'absent',
  related: 'absent',
  quotes: 'absent',
  attachments: 'absent',
} as const satisfies Order<'inside' | 'inside notice' | 'flap' | 'back notice' | 'absent'>;

/** An item's chapter in the manual of materials (受理材料标准化手册). */
export const MATERIALS_CHAPTER = {
  situations: 'whole',
  materials: 'whole',
  contact: 'whole',
  basics: 'absent',
  scope: 'absent',
  basis: 'absent',
  conditions: 'absent',
  where: 'absent',
  steps: 'absent',
  limits: 'absent',
  intermediary: 'absent',
  fees: 'absent',
  result: 'absent',
  promise: 'absent',
  rights: 'absent',
  progress: 'absent',
  remedies: 'absent',
  notes: 'absent',
  faq: 'absent',
  related: 'absent',
  quotes: 'absent',
  attachments: 'absent',
} as const satisfies Order<'whole' | 'absent'>;

/** Ids of the sections that an order shows in one of the ways. */
export type Shown<O extends Readonly<Record<string, string>>, Way extends O[keyof O]> = {
  [Id in keyof O]: O[Id] extends Way ? Id : never;
}[keyof O];

/** The sections that an output shows in one of the ways, in its order. */
export function sectionsShown<O extends Readonly<Record<string, string>>, Way extends O[keyof O]>(
  order: O,
  ...ways: readonly Way[]
): Shown<O, Way>[] {
  const shown: ReadonlySet<unknown> = new Set(ways);
  // The keys of an order are the ids of all sections and nothing else.
  const ids = Object.keys(order) as (keyof O)[];
  return ids.filter((id): id is Shown<O, Way> => shown.has(order[id]));
}
