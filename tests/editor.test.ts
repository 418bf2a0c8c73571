import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { loadCatalog } from '../src/load/load.ts';
import { withKeys } from '../src/model/key-names.ts';
import { type Kind, kindOfPath } from '../src/model/kinds.ts';
import { schemaOf } from '../src/model/schema-node.ts';
import { EDITOR_FILES } from '../src/scaffold/editor-files.ts';
import { diskFiles } from '../src/world/disk.ts';
import { LanguageServer } from './language-server.ts';
import { ROOT } from './program.ts';

/** The schemas that `init` points editors to, as they lie in the package. */
function schemasOfInit(): Record<string, string[]> {
  const settings = JSON.parse(EDITOR_FILES['.vscode/settings.json'] ?? '{}');
  return Object.fromEntries(
    Object.entries<string>(settings['yaml.schemas']).map(([path, files]) => [
      pathToFileURL(join(ROOT, path.replace('./node_modules/mingbai/', ''))).href,
      [files],
    ]),
  );
}

const server = new LanguageServer(schemasOfInit());
beforeAll(() => server.start());
afterAll(() => server.stop());

async function wrongIn(path: string, text: string): Promise<string[]> {
  // Editors know a file by where it lies in a catalogue.
  const { found } = await server.open(path, text.replace(/^# yaml-language-server.*\n/, ''));
  return found.map(({ message, range }) => `${path}:${range.start.line + 1} ${message}`);
}

describe.each(['catalog', 'tests/catalog'])('an editor finds nothing wrong in %s', (folder) => {
  const files = diskFiles(join(ROOT, folder));
  const { catalog } = loadCatalog(files);
  const entries = [
    ...[catalog.settings, ...catalog.items],
    ...[catalog.departments, catalog.halls, catalog.bundles, catalog.laws].flatMap(
      (map) => [...map.values()] as readonly { path: string; value: unknown }[],
    ),
  ];

  test('as it is written', async () => {
    expect(entries.length).toBeGreaterThan(8);
    const told = entries.map(({ path }) =>
      wrongIn(path, readFileSync(join(ROOT, folder, path), 'utf8')),
    );
    expect((await Promise.all(told)).flat()).toEqual([]);
  });

  test.each(['zh', 'en'] as const)('with all keys in %s', async (keys) => {
    const told = entries.map(({ path, value }) => {
      const schema = schemaOf(kindOfPath(path) as Kind);
      return wrongIn(path, stringify(withKeys(value, schema, keys), { lineWidth: 0 }));
    });
    expect((await Promise.all(told)).flat()).toEqual([]);
  });
});

const ITEM = 'items/water/well.yaml';

describe('an editor', () => {
  test('underlines a key that there is not, a value that is none, what is missing', async () => {
    const wrong = await wrongIn(ITEM, '事项名称: 打井\n事项类型: 许可\nnmae: x\n标识: well\n');
    expect(wrong.some((each) => each.includes(':2 '))).toBe(true);
    expect(wrong.some((each) => each.includes('nmae'))).toBe(true);
    expect(wrong.some((each) => /department/.test(each))).toBe(true);
  });

  test('offers keys in both languages and values, with what they mean', async () => {
    const text = 'id: well\n办件类型: \n';
    const { uri } = await server.open(ITEM, text);
    const words = async (line: number, character: number) => {
      const answer = (await server.at('completion', uri, line, character)) as { items: Offered[] };
      return new Map(answer.items.map((each) => [each.label, JSON.stringify(each.documentation)]));
    };
    const keys = await words(2, 0);
    for (const key of ['limits', '办理时限', '申请材料']) expect([...keys.keys()]).toContain(key);
    expect(keys.get('申请材料')).toContain('申请人要交的材料');
    const values = await words(1, 6);
    expect([...values.keys()]).toEqual(expect.arrayContaining(['即办件', '承诺件']));
    expect(values.get('即办件')).toContain('当场办结');
  });

  test('completes a file of claims: keys, and the names that the catalogue gives', async () => {
    const text = 'claims:\n  - quote: a 5\n    figures:\n      - says: 5\n        is: \n';
    const { uri } = await server.open('claims.yaml', text);
    const offered = async (line: number, character: number) => {
      const answer = (await server.at('completion', uri, line, character)) as { items: Offered[] };
      return answer.items.map(({ label }) => label);
    };
    expect(await offered(4, 12)).toEqual(
      expect.arrayContaining(['目录.时限压缩率', '目录.即办件占比.分子']),
    );
    expect(await wrongIn('claims.yaml', 'claims:\n  - qoute: a\n')).not.toEqual([]);
  });

  test.each([
    ['limits:\n  committed: 5个工作日\n', 1, 4],
    ['办理时限:\n  承诺办结时限: 5个工作日\n', 1, 4],
  ])('explains a key in Chinese', async (text, line, character) => {
    const { uri } = await server.open(ITEM, text);
    const hover = JSON.stringify(await server.at('hover', uri, line, character));
    expect(hover).toContain('承诺办结时限');
    expect(hover).toContain('不长于法定办结时限');
  });
});

interface Offered {
  readonly label: string;
  readonly documentation?: unknown;
}

test('the schemas for editors are those of all kinds', () => {
  const paths = Object.keys(schemasOfInit()).map((url) => basename(new URL(url).pathname));
  expect(paths).toHaveLength(7);
  expect(dirname(new URL(Object.keys(schemasOfInit())[0] ?? '').pathname)).toBe(
    join(ROOT, 'schemas/editor'),
  );
});
