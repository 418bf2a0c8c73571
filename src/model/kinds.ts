import { say, type Words } from './words.ts';

/** The kinds of catalogue files: one schema, one folder each. */
export type Kind = 'settings' | 'department' | 'hall' | 'item' | 'bundle' | 'law';

const FOLDERS: Record<string, Kind> = {
  departments: 'department',
  halls: 'hall',
  bundles: 'bundle',
  laws: 'law',
};

/** What a path in a catalogue holds; undefined for a file that is not read as YAML data. */
export function kindOfPath(path: string): Kind | undefined {
  // Nearly all files are items.
  if (/^items\/[^/]+\/[^/]+\.ya?ml$/.test(path)) return 'item';
  if (path === 'mingbai.yaml') return 'settings';
  const match = /^([a-z]+)\/[^/]+\.ya?ml$/.exec(path);
  return match === null ? undefined : FOLDERS[match[1] ?? ''];
}

/** The id that a file's name stands for: `items/water/water-abstraction.yaml` → `water-abstraction`. */
export function idOfPath(path: string): string {
  return path.replace(/^.*\//, '').replace(/\.ya?ml$/, '');
}

/** What people call the kinds. */
export const KIND_NAMES: Readonly<Record<Kind, Words>> = {
  settings: say('设置', 'settings'),
  department: say('部门', 'department'),
  hall: say('大厅', 'hall'),
  item: say('事项', 'item'),
  bundle: say('一件事', 'bundle'),
  law: say('法律', 'law'),
};
