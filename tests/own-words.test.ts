import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sharedEntries } from '../src/lint/entries.ts';
import { wordingRules } from '../src/lint/wording/rules.ts';
import { loadCatalog } from '../src/load/load.ts';
import { diskFiles } from '../src/world/disk.ts';
import { ownVagueness } from './own-wording.ts';
import { ROOT } from './program.ts';

function filesBelow(folder: string, pattern: RegExp): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => pattern.test(path))
    .map((path) => join(folder, path));
}

/** Chinese string literals of a source file, each with the line it stands in. */
function literals(path: string): [string, string][] {
  const text = readFileSync(join(ROOT, path), 'utf8').replace(/^import .*$|\bbad: '[^']*'/gm, '');
  return [...text.matchAll(/'([^'\n]*)'|`([^`]*)`/g)]
    .map((match): [string, string] => {
      const line = text.slice(0, match.index).split('\n').length;
      return [`${path}:${line}`, (match[1] ?? match[2] ?? '').replace(/\$\{[^}]*\}/g, '◆')];
    })
    .filter(([, words]) => /[\u4e00-\u9fff]{2}/.test(words));
}

test('our templates keep our own wording rules', () => {
  const texts = filesBelow('templates', /\.hbs$/).map((path): [string, string] => {
    const text = readFileSync(join(ROOT, path), 'utf8');
    return [path, text.replace(/<script[\s\S]*?<\/script>|\{\{[^}]*\}\}|<[^>]*>/g, ' ')];
  });
  expect(ownVagueness(texts)).toEqual([]);
});

test('the words that guides, sheets and messages are made of keep them too', () => {
  const rooms = [
    'src/guide',
    'src/render',
    'src/report',
    'src/commands',
    'src/load',
    'src/publish',
    'src/ledger',
  ];
  const paths = rooms.flatMap((room) => filesBelow(room, /(?<!\.gen)\.ts$/));
  expect(ownVagueness(paths.flatMap(literals))).toEqual([]);
});

test('so does the sample catalogue, read strictly', () => {
  const { catalog } = loadCatalog(diskFiles(join(ROOT, 'catalog')));
  const settings = { ...catalog.settings.value, wording: { profile: 'strict' as const } };
  const strict = { ...catalog, settings: { ...catalog.settings, value: settings } };
  const context = { catalog: strict, today: '2026-11-02' };
  const found = catalog.items.flatMap((item) =>
    wordingRules.flatMap((rule) =>
      [...(rule.item?.(item, context) ?? [])].map((each) => `${item.id}${each.pointer}`),
    ),
  );
  const shared = sharedEntries(strict).flatMap((entry) =>
    wordingRules.flatMap((rule) =>
      [...(rule.file?.(entry, context) ?? [])].map((each) => `${entry.path}${each.pointer}`),
    ),
  );
  expect(shared).toEqual([]);
  const allowed = catalog.items.flatMap(({ value }) => value.allow ?? []).length;
  expect(found.length).toBeLessThanOrEqual(allowed);
});
