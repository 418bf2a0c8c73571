import type { Catalog } from '../../model/catalog.ts';
import type { Item } from '../../model/schema.gen.ts';
import { ELEMENTS, type ElementId } from './elements.ts';
import { PROFILES, type ProfileId } from './profiles.ts';

/** Where an element stands, and which standards want it. */
export interface Wanted {
  readonly id: ElementId;
  /** Dotted keys, as in `materials.basis`. */
  readonly paths: readonly string[];
  readonly profiles: readonly ProfileId[];
}

/** An item to which every element applies, and one that asks for nothing to be handed in twice. */
const PROBES: readonly Item[] = (['行政许可', '其他行政权力'] as const).map((type) => ({
  ...{ id: 'probe', name: 'probe', department: 'probe', type, body: '受委托组织', visits: 1 },
  modes: ['告知承诺'],
  materials: [{ name: 'probe', kind: '申请表', necessity: '容缺后补' }],
  fees: [{ name: 'probe' }],
}));

const NO_CATALOG = { departments: new Map(), halls: new Map() } as unknown as Catalog;

/** Every element with its place in an item, in the order of the list of elements. */
export function wantedElements(): readonly Wanted[] {
  return (Object.keys(ELEMENTS) as ElementId[]).map((id) => ({
    id,
    paths: pathsOf(id),
    profiles: (Object.keys(PROFILES) as ProfileId[]).filter((profile) =>
      PROFILES[profile].elements.flat().includes(id),
    ),
  }));
}

/** The dotted keys that standards want of every item of a type, whatever it says. */
export function pathsWanted(type: string, profiles: readonly ProfileId[]): string[] {
  const item = { id: 'probe', name: 'probe', department: 'probe', type } as Item;
  const plain: Item = { ...item, materials: [{ name: 'probe' }] };
  const own = profiles.filter((id) => PROFILES[id].types?.includes(type) ?? true);
  const ids = own.flatMap((id) => PROFILES[id].elements.flat());
  return [...new Set(ids)].flatMap((id) => pathsOf(id, [plain]));
}

function pathsOf(id: ElementId, items = PROBES): string[] {
  const places = items.flatMap((item) => ELEMENTS[id].places(item, NO_CATALOG));
  const paths = places.map(({ pointer }) =>
    pointer
      .split('/')
      .filter((step) => step !== '' && !/^\d+$/.test(step))
      .join('.'),
  );
  return [...new Set(paths)];
}
