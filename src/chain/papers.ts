import type { Bundle } from '../model/schema.gen.ts';
import type { ChainMaterial } from './chain-item.ts';
import type { Member } from './members.ts';
import { type Pass, paperName } from './passes.ts';

/** A paper that is handed in once for all members that ask for it. */
export interface Paper {
  readonly name: string;
  readonly material: ChainMaterial;
  /** The members that need it. */
  readonly uses: readonly Member[];
  /** Whether it is the one form that stands for the forms of the members. */
  readonly isForm: boolean;
}

/** Why a paper of a member need not be handed in. */
export type Saving = 'result' | 'shared' | 'waived' | 'regional';

/** A paper that need not be handed in, and how it is got instead. */
export interface Saved {
  readonly name: string;
  readonly member: Member;
  readonly by: Saving;
  /** The member whose result it is. */
  readonly from?: string;
}

/** What has to be handed in for a chain. */
export interface Papers {
  /** Each once, in the order in which members first ask for them; the one form first. */
  readonly needed: readonly Paper[];
  readonly saved: readonly Saved[];
  /** How many papers are handed in when each member is handled alone. */
  readonly before: number;
  /** How many are handed in together. */
  readonly after: number;
  /** Ids of members that do not say what they ask for: both numbers are at least what is said. */
  readonly unknown: readonly string[];
}

/** Puts the papers of all members together, each once. */
export function papersOf(
  bundle: Pick<Bundle, 'name' | 'form' | 'regional'>,
  members: readonly Member[],
  passes: readonly Pass[],
): Papers {
  const needed = new Map<string, Omit<Paper, 'uses'> & { readonly uses: Member[] }>();
  const saved: Saved[] = [];
  const regional = new Set((bundle.regional ?? []).map(({ material }) => paperName(material)));
  const passed = new Map(passes.map((pass) => [`${pass.to} ${pass.at}`, pass]));
  let before = 0;
  for (const member of members) {
    for (const material of member.materials ?? []) {
      const pass = passed.get(`${member.id} ${material.at}`);
      const by = savingOf(member, material, pass, regional);
      if (by !== 'waived') before += 1;
      if (by !== undefined) {
        const from = by === 'result' && pass !== undefined ? { from: pass.from } : {};
        saved.push({ name: material.name, member, by, ...from });
        continue;
      }
      const isForm = bundle.form !== undefined && material.kind === '申请表';
      const key = isForm ? '' : keyOf(material);
      const name = isForm ? jointForm(bundle) : material.name;
      const found = needed.get(key) ?? { name, material, uses: [], isForm };
      needed.set(key, found);
      if (!found.uses.includes(member)) found.uses.push(member);
    }
  }
  const all = [...needed.values()];
  const list = [...all.filter(({ isForm }) => isForm), ...all.filter(({ isForm }) => !isForm)];
  const unknown = members.filter(({ materials }) => materials === undefined);
  return { needed: list, saved, before, after: list.length, unknown: unknown.map(({ id }) => id) };
}

/** What the one form of a bundle is called. */
export function jointForm({ name }: Pick<Bundle, 'name'>): string {
  return `${name}申请表`;
}

/** Papers of one code, or of one name, are one paper. */
function keyOf({ name, certificate }: ChainMaterial): string {
  return certificate ?? paperName(name);
}

function savingOf(
  { shares }: Member,
  material: ChainMaterial,
  pass: Pass | undefined,
  regional: ReadonlySet<string>,
): Saving | undefined {
  if (material.waived === true) return 'waived';
  if (regional.has(paperName(material.name))) return 'regional';
  if (pass !== undefined) return 'result';
  return shares.some((each) => paperName(each) === paperName(material.name)) ? 'shared' : undefined;
}
