import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';

const ROOT = process.env.CATALOG;
const read = (path) => load(readFileSync(path, 'utf8'));

/** Every item of the catalogue named by CATALOG, each read once. */
export const items = readdirSync(join(ROOT, 'items')).flatMap((department) =>
  readdirSync(join(ROOT, 'items', department)).map((name) =>
    read(join(ROOT, 'items', department, name)),
  ),
);

/** Every department with its items. */
export const departments = readdirSync(join(ROOT, 'departments')).map((name) => {
  const department = read(join(ROOT, 'departments', name));
  return { ...department, items: [] };
});

const byId = new Map(departments.map((department) => [department.id, department]));
for (const item of items) byId.get(item.department).items.push(item);
