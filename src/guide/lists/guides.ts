import { bundleFolder, departmentFolder, hallFolder } from '../addresses.ts';
import { composeBundleGuide } from '../bundle.ts';
import { composeDepartmentGuide } from '../department.ts';
import type { AnyGuide, Guide } from '../guide.ts';
import { composeHallGuide } from '../hall.ts';
import { bundleMembers, cardsByDepartment, cardsByHall, type Listing } from './listing.ts';

/** A guide that is composed when it is asked for, and the folder where it is published. */
export interface GuidePlan {
  readonly folder: string;
  compose(): AnyGuide;
}

/** The guides to bundles. */
export function bundleGuides(
  listing: Pick<Listing, 'catalog' | 'cards'>,
): (Pick<GuidePlan, 'folder'> & { compose(): Guide })[] {
  const { catalog } = listing;
  const members = bundleMembers(listing);
  return [...catalog.bundles.values()].map((entry) => ({
    folder: bundleFolder(entry.id),
    compose: () => composeBundleGuide(entry, members(entry.value), catalog),
  }));
}

/** The guides to bundles, halls and departments. */
export function guidePlans(listing: Pick<Listing, 'catalog' | 'cards'>): GuidePlan[] {
  const { catalog } = listing;
  const [byHall, byDepartment] = [cardsByHall(listing), cardsByDepartment(listing)];
  return [
    ...bundleGuides(listing),
    ...[...catalog.halls.values()].map((entry) => ({
      folder: hallFolder(entry.id),
      compose: () => composeHallGuide(entry, byHall.get(entry.id) ?? [], catalog),
    })),
    ...[...catalog.departments.values()].map((entry) => ({
      folder: departmentFolder(entry.id),
      compose: () => composeDepartmentGuide(entry, byDepartment.get(entry.id) ?? [], catalog),
    })),
  ];
}
