import type { BundlePass } from '../model/schema.gen.ts';
import { remembered } from '../text/remember.ts';
import type { ChainItem, ChainMaterial } from './chain-item.ts';
import type { Member } from './members.ts';

/** A result of one member that serves another as material. */
export interface Pass {
  readonly from: string;
  readonly to: string;
  readonly material: string;
  /** Which of the materials of the member that uses it. */
  readonly at: number;
  readonly by: 'named' | 'certificate' | 'name';
}

/** The name of a paper without what says only in which form it is handed in. */
export const paperName: (name: string) => string = remembered((name) =>
  name
    .normalize('NFKC')
    .replace(/\((?:原件|复印件|正本|副本|正副本|正、副本|电子版|原件及复印件|[^()]{0,4}份)\)/g, '')
    .replace(/[《》“”"\s;。]|(?:原件|复印件|正本|副本)$/g, ''),
);

/** Whether a result serves as a material: by its code where both have one, else by name and issuer. */
export function serves(
  result: ChainItem['result'],
  material: Pick<ChainMaterial, 'name' | 'certificate'>,
): 'certificate' | 'name' | undefined {
  if (result === undefined) return undefined;
  if (result.certificate !== undefined && material.certificate !== undefined) {
    return result.certificate === material.certificate ? 'certificate' : undefined;
  }
  const name = result.name ?? '';
  return name !== '' && paperName(name) === paperName(material.name) ? 'name' : undefined;
}

/** All results of members that serve others, in the order of those that use them. */
export function passesOf(members: readonly Member[], named: readonly BundlePass[] = []): Pass[] {
  const makers = makersOf(members);
  const offices = new Set(members.map(({ office }) => office));
  return members.flatMap((to) =>
    (to.materials ?? []).flatMap((material): Pass[] => {
      const found = passOf(to, material, makers, named, offices);
      return found === undefined ? [] : [found];
    }),
  );
}

type Makers = ReadonlyMap<string, readonly Member[]>;

/** Members by what their results are known by: name and code. */
function makersOf(members: readonly Member[]): Makers {
  const makers = new Map<string, Member[]>();
  for (const member of members) {
    const { name, certificate } = member.item.result ?? {};
    for (const key of [name === undefined ? '' : paperName(name), certificate ?? '']) {
      if (key !== '') makers.set(key, [...(makers.get(key) ?? []), member]);
    }
  }
  return makers;
}

function passOf(
  to: Member,
  material: ChainMaterial,
  makers: Makers,
  named: readonly BundlePass[],
  offices: ReadonlySet<string>,
): Pass | undefined {
  const { name, at, certificate } = material;
  const own = named.find(
    (each) => each.to === to.id && paperName(each.material) === paperName(name),
  );
  if (own !== undefined) return { from: own.from, to: to.id, material: name, at, by: 'named' };
  const issuer = material.issuer ?? '';
  const others = offices.has(issuer);
  const known = [...(makers.get(certificate ?? '') ?? []), ...(makers.get(paperName(name)) ?? [])];
  for (const from of known) {
    // What changes or cancels a paper asks for the old one, not for what it gives out itself.
    if (from.id === to.id) continue;
    // A paper of the same name that another of the offices gives out is another paper.
    if (others && from.office !== issuer) continue;
    const by = serves(from.item.result, material);
    if (by !== undefined) return { from: from.id, to: to.id, material: name, at, by };
  }
  return undefined;
}
