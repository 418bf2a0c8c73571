import type { Catalog, Entry } from '../../model/catalog.ts';
import type { Hall, HallWindow, Item } from '../../model/schema.gen.ts';
import { type Subject, subjectOf } from '../subject.ts';

/** A window that is open, with the items handled there in the order of the catalogue. */
export interface StaffedWindow {
  readonly window: HallWindow;
  readonly items: readonly Entry<Item>[];
}

/** Open windows of a hall. */
export function openWindows(hall: Hall, catalog: Catalog): StaffedWindow[] {
  return hall.windows
    .filter((window) => window.closed !== true)
    .map((window) => ({ window, items: itemsAt(catalog, hall.id, window.id) }));
}

/** Items handled in a hall, or at one of its windows. */
export function itemsAt(catalog: Catalog, hall: string, window?: string): Entry<Item>[] {
  return catalog.items.filter(({ value }) =>
    (value.channels?.windows ?? []).some(
      (each) => each.hall === hall && (window === undefined || each.window === window),
    ),
  );
}

/** Subjects of items in use, for lists of several items. */
export function subjectsOf(entries: readonly Entry<Item>[], catalog: Catalog): Subject[] {
  return entries
    .filter(({ value }) => value.state === undefined || value.state === '在用')
    .map((entry) => subjectOf(entry, catalog));
}

/** A window as people look for it: C03, or its name. */
export function windowLabel({ number, name }: HallWindow): string {
  return number ?? name;
}
