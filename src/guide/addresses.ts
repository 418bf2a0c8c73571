import type { Hall, HallWindow, Item } from '../model/schema.gen.ts';
import { pathWord } from '../text/path-word.ts';

/** The folder of an item's page below the output's root. */
export function guideFolder(item: Pick<Item, 'id' | 'department'>): string {
  return `items/${pathWord(item.department)}/${pathWord(item.id)}`;
}

/** The folder of a bundle's page. */
export function bundleFolder(id: string): string {
  return `bundles/${pathWord(id)}`;
}

/** The page of a bundle. */
export function bundleHref(id: string): string {
  return `${bundleFolder(id)}/index.html`;
}

/** The page of a hall. */
export function hallHref(id: string): string {
  return `halls/${pathWord(id)}.html`;
}

/** The folder of what stands beside a hall's page. */
export function hallFolder(id: string): string {
  return `halls/${pathWord(id)}`;
}

/** The page of a window that handles more than a cell can hold. */
export function windowHref(hall: Pick<Hall, 'id'>, { id }: Pick<HallWindow, 'id'>): string {
  return `halls/${pathWord(hall.id)}.window-${pathWord(id)}.html`;
}

/** The list of a department's items; all departments for an id that is none. */
export function departmentHref(id: string): string {
  return /^[\w-]+$/.test(id) ? `lists/departments/${id}.html` : 'lists/departments.html';
}

/** The folder of what is written of a department beside the list of its items. */
export function departmentFolder(id: string): string {
  return `departments/${pathWord(id)}`;
}
