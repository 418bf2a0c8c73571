import { execFile } from 'node:child_process';
import { cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { readTags, textOf } from './pdf-reader.ts';
import { emptyFolder, ROOT } from './program.ts';

const execute = promisify(execFile);
const SHARED = ['node_modules', 'templates', 'schemas', 'fonts', 'data', 'package.json'];
const HEADING = '语言服务';
const TEXT = '窗口可以用普通话和粤语接待。';
const SECTION = `  language: {
    heading: '${HEADING}',
    blocks: () => [{ kind: 'paragraph', text: [{ text: '${TEXT}' }] }],
  },
} as const satisfies Readonly<Record<string, SectionSource<Subject>>>;`;
const BUILD = `import { run, ROOT } from './tests/program.ts';
const { code, err } = await run(['build', 'tests/catalog', '--out', 'public'], ROOT);
if (code !== 0) throw new Error(err);
`;

/** Where the tables are read, so that the copy's guides compile without everything else. */
const OUTPUTS = ['compose', 'page/item-page', 'paper/leaflet', 'paper/handbook'].map(
  (name) => `src/guide/${name}.ts`,
);

/** A copy of the program to which a section can be added. */
class Copy {
  readonly folder = emptyFolder();

  constructor() {
    for (const part of SHARED) symlinkSync(join(ROOT, part), this.#at(part));
    for (const part of ['src', 'tsconfig.json', 'tests/catalog', 'tests/program.ts']) {
      cpSync(join(ROOT, part), this.#at(part), { recursive: true });
    }
    const settings = { extends: './tsconfig.json', include: [], files: OUTPUTS };
    writeFileSync(this.#at('small.json'), JSON.stringify(settings));
    writeFileSync(this.#at('build.ts'), BUILD);
  }

  #at(path: string): string {
    return join(this.folder, path);
  }

  read(path: string): Buffer {
    return readFileSync(this.#at(path));
  }

  edit(path: string, change: (text: string) => string): void {
    const before = this.read(path).toString();
    const after = change(before);
    expect(after).not.toBe(before);
    writeFileSync(this.#at(path), after);
  }

  /** What the compiler says; empty when it compiles. */
  async compile(): Promise<string> {
    const compiler = this.#at('node_modules/typescript/bin/tsc');
    const ran = execute(process.execPath, [compiler, '-p', 'small.json'], { cwd: this.folder });
    return ran.then(
      () => '',
      ({ stdout }: { stdout: string }) => stdout,
    );
  }

  async build(): Promise<void> {
    await execute(process.execPath, ['--import', 'tsx', 'build.ts'], { cwd: this.folder });
  }
}

describe('a section that is added to the list', () => {
  const copy = new Copy();
  beforeAll(() => {
    copy.edit('src/guide/sections.ts', (text) =>
      text.replace(/\} as const satisfies Readonly<Record<string, SectionSource.*/, SECTION),
    );
  });

  test('does not compile until every output has placed it', async () => {
    const said = await copy.compile();
    const tables =
      copy
        .read('src/guide/orders.ts')
        .toString()
        .match(/satisfies Order</g) ?? [];
    expect(tables.length).toBeGreaterThan(5);
    const faults = [...said.matchAll(/orders\.ts\(.*\s+Property 'language' is missing/g)];
    expect(faults.length, said).toBe(tables.length);
  });

  test('and then stands in guide.json, guide.pdf and the page', async () => {
    copy.edit('src/guide/orders.ts', (text) =>
      text
        .replace(/(?<=FULL = \{\n)/, "  language: 'body',\n")
        .replace(/(?<=PAGE = \{\n)/, "  language: 'open',\n")
        .replace(
          /(?<=(?:NOTICE|BRIEF|LEAFLET|MATERIALS_CHAPTER) = \{\n)/g,
          "  language: 'absent',\n",
        ),
    );
    expect(await copy.compile()).toBe('');
    await copy.build();
    const file = (name: string) => copy.read(`public/items/water/water-use-plan/${name}`);
    const json = file('guide.json').toString();
    const pdf = textOf(readTags(file('guide.pdf')));
    const page = file('index.html').toString();
    for (const text of [HEADING, TEXT]) {
      expect(json).toContain(text);
      expect(pdf).toContain(text);
      expect(page).toContain(text);
    }
  });
});
