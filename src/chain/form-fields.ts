import type { Member } from './members.ts';

/** A field of the one form. */
export interface JointField {
  readonly name: string;
  /** Names of the certificates from which it can be filled. */
  readonly from: readonly string[];
  /** The members that ask for it. */
  readonly uses: readonly Member[];
}

/** The fields of all forms of the members, each once, in the order in which they are first asked. */
export function jointFields(members: readonly Member[]): JointField[] {
  const fields = new Map<string, { name: string; from: Set<string>; uses: Set<Member> }>();
  for (const member of members) {
    for (const { fields: own = [] } of member.materials ?? []) {
      for (const { name, from } of own) {
        const key = fieldName(name);
        const found = fields.get(key) ?? { name, from: new Set(), uses: new Set() };
        fields.set(key, found);
        if (from !== undefined) found.from.add(from);
        found.uses.add(member);
      }
    }
  }
  return [...fields.values()].map(({ name, from, uses }) => ({
    ...{ name, from: [...from], uses: [...uses] },
  }));
}

/** A field is the same however it is spaced, and with a colon or without. */
function fieldName(name: string): string {
  return name.normalize('NFKC').replace(/[\s:：]/g, '');
}
