import type { Catalog } from '../model/catalog.ts';
import { type Compression, measureCompression } from './compression.ts';
import { type Policy, policyOf } from './policy.ts';
import { type Rational, rational } from './rational.ts';

/** A share of items: how many of how many. Absent value when there are none. */
export interface Share {
  readonly count: number;
  readonly of: number;
  readonly value?: Rational;
}

/** Elements (要素) that are filled, of those that apply. */
export interface ElementCount {
  readonly filled: number;
  readonly applicable: number;
}

/** The figures of a catalogue, each with what it was computed from. */
export interface Stats {
  readonly policy: Policy;
  readonly items: number;
  readonly departments: number;
  readonly compression: Compression;
  /** 即办件占比: 即办件 among items whose case type is given. */
  readonly instant: Share;
  /** 要素完整度: filled among applicable elements of the notice sheet. */
  readonly completeness: ElementCount & { readonly value?: Rational };
}

/** Computes the figures of a catalogue under its own 口径; the elements are counted by lint. */
export function measureCatalog(catalog: Catalog, elements: ElementCount): Stats {
  const policy = policyOf(catalog.settings.value.counting);
  const cases = catalog.items.filter(({ value }) => value.case !== undefined);
  const instant = cases.filter(({ value }) => value.case === '即办件');
  return {
    policy,
    items: catalog.items.length,
    departments: new Set(catalog.items.map(({ value }) => value.department)).size,
    compression: measureCompression(catalog, policy),
    instant: share(instant.length, cases.length),
    completeness: { ...elements, ...ratioOf(elements.filled, elements.applicable) },
  };
}

function share(count: number, of: number): Share {
  return { count, of, ...ratioOf(count, of) };
}

function ratioOf(count: number, of: number): { value?: Rational } {
  return of === 0 ? {} : { value: rational(BigInt(count), BigInt(of)) };
}
