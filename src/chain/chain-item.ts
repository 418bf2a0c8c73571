import type { FormField, Item, Material } from '../model/schema.gen.ts';

/** A material as a chain looks at it. */
export interface ChainMaterial
  extends Readonly<
    Pick<Material, 'name' | 'kind' | 'source' | 'issuer' | 'certificate' | 'when' | 'necessity'>
  > {
  readonly at: number;
  readonly situations?: readonly string[];
  readonly fields?: readonly FormField[];
  readonly waived?: true;
}

/** A charge as a chain looks at it. */
export interface ChainFee {
  readonly name: string;
  readonly standard?: string;
  readonly payer?: string;
}

/**
 * What a chain has to know of an item, as plain JSON that is the same whenever the item says the
 * same: it is kept as a fact of rules and in cards. Keys without a value are absent.
 */
export interface ChainItem
  extends Readonly<
    Pick<Item, 'id' | 'name' | 'department' | 'type' | 'state' | 'case' | 'visits'>
  > {
  readonly limits?: Readonly<Pick<NonNullable<Item['limits']>, 'statutory' | 'committed'>>;
  readonly special?: readonly { readonly kind?: string; readonly days?: string }[];
  readonly situations?: readonly {
    readonly id: string;
    readonly name: string;
    readonly statutory?: string;
    readonly committed?: string;
  }[];
  /** Absent where the item does not say what it asks for. */
  readonly materials?: readonly ChainMaterial[];
  readonly result?: { readonly name?: string; readonly certificate?: string };
  /** A text that is no list says all there is: 不收费. Absent where nothing is said. */
  readonly fees?: string | readonly ChainFee[];
  /** Kinds of its steps, and whether the applicant has to be there. */
  readonly steps: readonly { readonly kind?: string; readonly situations?: readonly string[] }[];
  /** Where it is handed in, each place once. */
  readonly places: readonly string[];
  readonly online: boolean;
}

/** Takes from an item what chains look at. */
export function chainItemOf(item: Item): ChainItem {
  const { id, name, department, type, state, visits, limits, materials, result } = item;
  const special = limits?.special?.filter(({ counted }) => counted !== true);
  return plainly({
    ...{ id, name, department, type, state, case: item.case, visits },
    limits: limits && { statutory: limits.statutory, committed: limits.committed },
    special: special?.length ? special.map(({ kind, days }) => ({ kind, days })) : undefined,
    situations: item.situations?.map((each) => ({
      ...{ id: each.id, name: each.name, statutory: each.statutory, committed: each.committed },
    })),
    materials: materials?.map(materialOf),
    result: result && { name: result.name, certificate: result.certificate },
    fees: feesOf(item),
    steps: (item.steps ?? []).map(({ kind, situations }) => ({ kind, situations })),
    places: placesOf(item),
    online: item.channels?.online !== undefined || item.channels?.mobile !== undefined,
  });
}

function materialOf(material: Material, at: number): unknown {
  const { name, kind, source, issuer, certificate, when, necessity, situations, fields } = material;
  const waived = material.waiver === undefined ? undefined : true;
  return {
    at,
    name,
    kind,
    source,
    issuer,
    certificate,
    when,
    necessity,
    situations,
    fields,
    waived,
  };
}

function feesOf({ fees }: Item): unknown {
  if (!Array.isArray(fees)) return fees;
  return fees.map(({ name, standard, payer }) => ({ name, standard, payer }));
}

function placesOf({ channels, department }: Item): string[] {
  const windows = (channels?.windows ?? []).map(({ hall, window }) => `${hall}/${window}`);
  if (windows.length > 0) return [...new Set(windows)];
  return channels?.place === undefined ? [department] : [channels.place];
}

/** Without keys that have no value, as JSON has it. */
function plainly(value: unknown): ChainItem {
  // What is put in above is what the type says.
  return JSON.parse(JSON.stringify(value)) as ChainItem;
}
