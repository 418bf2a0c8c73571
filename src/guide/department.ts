import type { Entry, SharedCatalog } from '../model/catalog.ts';
import type { Department } from '../model/schema.gen.ts';
import { departmentHref } from './addresses.ts';
import type { AnyGuide, Block } from './guide.ts';
import { departmentLabel } from './labels.ts';
import type { Card } from './lists/card.ts';
import { linkBlocks } from './lists/listing.ts';
import { telFact } from './page/tel.ts';
import { proseBlocks } from './prose.ts';
import { provenanceOf } from './provenance.ts';
import { composeSections, type SectionSource } from './sections.ts';
import { factsBlock, link, linkFact, plainFact } from './words.ts';

/** A department (实施主体) with the cards of its items. */
interface DepartmentSubject {
  readonly department: Department;
  readonly own: readonly Card[];
}

/** Every section of a guide to a department, in its order. */
const SECTIONS = {
  contact: { heading: '地址和电话', blocks: contactBlocks },
  duties: {
    heading: departmentLabel('duties'),
    blocks: ({ department }) => proseBlocks(department.duties ?? ''),
  },
  items: { heading: '本部门的事项', blocks: ({ own }) => linkBlocks(own) },
} as const satisfies Readonly<Record<string, SectionSource<DepartmentSubject>>>;

/** Composes the guide to a department from the cards of its items. */
export function composeDepartmentGuide(
  entry: Entry<Department>,
  own: readonly Card[],
  catalog: SharedCatalog,
): AnyGuide {
  const department = entry.value;
  const { title, lang = 'zh-Hans' } = catalog.settings.value;
  const page = own.length === 0 ? undefined : departmentHref(department.id);
  return {
    id: department.id,
    title: department.name,
    lang,
    summary: itemsWords(title, department.name),
    sections: composeSections(SECTIONS, { department, own }),
    provenance: provenanceOf({ path: entry.path, value: {} }, catalog, page),
  };
}

/** What a list of the items of one class is about. */
export function itemsWords(catalogue: string, name: string): string {
  return `${catalogue}中“${name}”的事项。`;
}

function contactBlocks({ department }: DepartmentSubject): Block[] {
  const { address, phone, complain, website, email } = department;
  return factsBlock([
    ...plainFact(departmentLabel('address'), address),
    ...telFact(departmentLabel('phone'), phone),
    ...telFact(departmentLabel('complain'), complain),
    ...linkFact(departmentLabel('website'), website ?? '', website),
    ...(email === undefined
      ? []
      : [{ label: departmentLabel('email'), value: [link(email, `mailto:${email}`)] }]),
  ]);
}
