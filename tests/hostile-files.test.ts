import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadCatalog } from '../src/load/load.ts';
import { diskFiles } from '../src/world/disk.ts';
import { emptyFolder, ROOT, run } from './program.ts';
import { filesOf } from './site-checks.ts';

const SECRET = 'a secret of somebody else';

interface Place {
  /** Beside the catalogue, with a file `secret.yaml` in it. */
  readonly around: string;
  readonly catalog: string;
}

function place(): Place {
  const around = emptyFolder();
  const catalog = join(around, 'catalog');
  cpSync(join(ROOT, 'tests/catalog'), catalog, { recursive: true });
  writeFileSync(join(around, 'secret.yaml'), `${SECRET}: 1\n`);
  mkdirSync(join(around, 'elsewhere'));
  writeFileSync(join(around, 'elsewhere/style.css'), `/* ${SECRET} */`);
  return { around, catalog };
}

/** What somebody lays into a catalogue, and what is told of it: rule, path and a word. */
type Trap = readonly [name: string, lay: (place: Place) => void, ...told: string[]];

const fifo = (path: string): unknown => execFileSync('mkfifo', [path], { stdio: 'ignore' });
const link = (target: string, path: string) => (place: Place) =>
  symlinkSync(target.replace('AROUND', place.around), join(place.catalog, path));
const write = (path: string | Buffer, text: string | Buffer) => (place: Place) =>
  writeFileSync(Buffer.concat([Buffer.from(`${place.catalog}/`), Buffer.from(path)]), text);

const TRAPS: readonly Trap[] = [
  ['link up', link('../../secret.yaml', 'laws/a.yaml'), 'path-escape laws/a.yaml'],
  ['link by its full path', link('AROUND/secret.yaml', 'laws/a.yaml'), 'path-escape laws/a.yaml'],
  [
    'link to an item',
    link('../../../secret.yaml', 'items/water/a.yaml'),
    'path-escape items/water/a.yaml',
  ],
  ['link as a form', link('../../secret.yaml', 'forms/a.txt'), 'path-escape forms/a.txt'],
  ['link to a folder', link('../elsewhere', 'theme'), 'path-escape theme'],
  ['link to a folder of forms', link('../../elsewhere', 'forms/more'), 'path-escape forms/more'],
  ['link to nothing', link('nowhere', 'halls/a.yaml'), 'path-escape halls/a.yaml'],
  ['link to itself', link('a.yaml', 'halls/a.yaml'), 'path-escape halls/a.yaml'],
  ['link to a device', link('/dev/zero', 'items/water/a.yaml'), 'path-escape items/water/a.yaml'],
  ['link to a process', link('/proc/self/environ', 'laws/a.yaml'), 'path-escape laws/a.yaml'],
  [
    'link to a hidden file',
    (where) => {
      write('.env', SECRET)(where);
      link('../.env', 'forms/env.txt')(where);
    },
    'path-escape forms/env.txt',
  ],
  [
    'pipe',
    ({ catalog }) => fifo(join(catalog, 'items/water/a.yaml')),
    'file-refused items/water/a.yaml',
  ],
  [
    'pipe as settings',
    ({ catalog }) => {
      execFileSync('rm', [join(catalog, 'mingbai.yaml')]);
      fifo(join(catalog, 'mingbai.yaml'));
    },
    'file-refused mingbai.yaml',
  ],
  [
    'pipe as a form',
    ({ catalog }) => fifo(join(catalog, 'forms/a.pdf')),
    'file-refused forms/a.pdf',
  ],
  [
    'link to a pipe',
    (where) => {
      fifo(join(where.catalog, 'forms/a.pdf'));
      link('../forms/a.pdf', 'laws/a.yaml')(where);
    },
    'file-refused forms/a.pdf',
    'file-refused laws/a.yaml',
  ],
  ['hidden file', write('items/water/.a.yaml', 'id: [')],
  ['link to a folder of the catalogue', link('../items', 'forms/items')],
  [
    'folder in place of a file',
    ({ catalog }) => mkdirSync(join(catalog, 'laws/a.yaml')),
    'file-refused laws/a.yaml',
  ],
  ['name with a line break', write('laws/a\nb.yaml', ''), 'file-refused laws/a\nb.yaml'],
  ['name with ESC', write('laws/a\u001b[2J.yaml', ''), 'file-refused laws/a\u001b[2J.yaml'],
  [
    'name that is not UTF-8',
    write(Buffer.from('laws/a\xff.yaml', 'latin1'), ''),
    'file-refused laws/a\ufffd.yaml',
  ],
  [
    'name in GBK',
    write(Buffer.from('666f726d732fc9eac7eb2e747874', 'hex'), '1'),
    'file-refused forms/\ufffd\ufffd\ufffd\ufffd.txt',
  ],
  ['name turned about', write('forms/a\u202etxt.exe', 'MZ'), 'file-refused forms/a\u202etxt.exe'],
  ['name with nothing to see', write('forms/a\u200b.txt', '1'), 'file-refused forms/a\u200b.txt'],
  [
    'folders without end',
    ({ catalog }) => mkdirSync(join(catalog, 'forms', 'a/'.repeat(40)), { recursive: true }),
    `file-refused forms/${'a/'.repeat(6)}a`,
  ],
  ['data of 5 MB', write('laws/a.yaml', `# ${'a'.repeat(5_000_000)}\n`), 'file-size laws/a.yaml'],
  ['form of 21 MB', write('forms/a.zip', Buffer.alloc(21 * 1024 * 1024)), 'file-size forms/a.zip'],
  ['settings in capitals', write('MINGBAI.YAML', 'title: 甲'), 'settings-name MINGBAI.YAML'],
  ['settings .yml', write('mingbai.yml', 'title: 甲'), 'settings-name mingbai.yml'],
  ['settings .yaml.txt', write('mingbai.yaml.txt', 'title: 甲'), 'settings-name mingbai.yaml.txt'],
  [
    'settings in wide letters',
    write('ｍｉｎｇｂａｉ.yaml', 'title: 甲'),
    'settings-name ｍｉｎｇｂａｉ.yaml',
  ],
  ['item .YAML', write('items/water/a.YAML', 'id: a'), 'stray-file items/water/a.YAML'],
  ['item one folder too deep', write('items/a.yaml', 'id: a'), 'stray-file items/a.yaml'],
];

/** Rules about files as such; what else is found in a catalogue changed so is not asked here. */
const ABOUT_FILES = /^(path-escape|file-refused|file-size|settings-name|stray-file|file-empty)$/;

describe('a file that is no plain file of the catalogue is told and not read', () => {
  const traps = TRAPS.map(([name, lay, ...told]) => ({ name, lay, told }));
  test.each(traps)('$name', async ({ lay, told }) => {
    const where = place();
    lay(where);
    const { findings } = loadCatalog(diskFiles(where.catalog));
    const about = findings.filter(({ rule }) => ABOUT_FILES.test(rule));
    expect(about.map(({ rule, path }) => `${rule} ${path}`)).toEqual(told);
    for (const { message } of about) {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
      expect(message.zh + message.en).not.toMatch(/[\u0000-\u001f\u200b\u202e\ufffd]/);
    }
    const { code, out, err } = await run(['check', where.catalog, '--no-cache'], where.around);
    expect(code, err).toBe(about.some(({ severity }) => severity === 'error') ? 1 : 0);
    expect(out + err).not.toContain(SECRET);
  });
});

describe('a catalogue with all of them is built all the same', () => {
  const where = place();
  const out = join(where.around, 'out');
  beforeAll(async () => {
    for (const [name, lay] of TRAPS) {
      if (/settings/.test(name)) continue;
      try {
        lay(where);
      } catch {
        // Another has taken its place already.
      }
    }
    for (const cache of [[], ['--no-cache'], []]) {
      const argv = [
        'build',
        where.catalog,
        '--out',
        out,
        '--only',
        'html,json',
        '--force',
        ...cache,
      ];
      const { code, err } = await run(argv, where.around);
      expect(code, err).toBe(0);
    }
  });

  test('and nothing from elsewhere is in it', () => {
    const files = [...filesOf(out)];
    expect(files.length).toBeGreaterThan(20);
    for (const path of files) {
      expect(readFileSync(join(out, path)).includes(SECRET), path).toBe(false);
    }
  });
});

describe('a theme', () => {
  const THEMES: readonly (readonly [
    name: string,
    setting: string,
    lay: (place: Place) => void,
    code: number,
  ])[] = [
    [
      'with a style sheet from elsewhere',
      'look',
      (where) => {
        mkdirSync(join(where.catalog, 'look'));
        link('../../elsewhere/style.css', 'look/style.css')(where);
      },
      0,
    ],
    ['that is a link', 'look', link('../elsewhere', 'look'), 2],
    ['above the catalogue', '../elsewhere', () => {}, 2],
    [
      'in a folder that leads away',
      'look',
      (where) => {
        mkdirSync(join(where.catalog, 'look'));
        link('../../elsewhere', 'look/html')(where);
      },
      0,
    ],
  ];
  test.each(THEMES)('%s is never published', async (_, setting, lay, expected) => {
    const where = place();
    lay(where);
    const settings = join(where.catalog, 'mingbai.yaml');
    writeFileSync(settings, `${readFileSync(settings, 'utf8')}\ntheme: ${setting}\n`);
    const checked = await run(['check', where.catalog, '--no-cache'], where.around);
    expect(checked.code).toBe(1);
    expect(checked.out).toContain('path-escape');
    const out = join(where.around, 'out');
    const argv = ['build', where.catalog, '--out', out, '--only', 'html', '--force'];
    const { code, err } = await run(argv, where.around);
    expect(code, err).toBe(expected);
    if (!existsSync(out)) return;
    for (const path of filesOf(out)) {
      expect(readFileSync(join(out, path)).includes(SECRET), path).toBe(false);
    }
  });

  test('named on the command line may lie anywhere, but links lead nowhere', async () => {
    const where = place();
    const theme = join(where.around, 'look');
    mkdirSync(theme);
    symlinkSync('../elsewhere/style.css', join(theme, 'style.css'));
    const argv = [
      'build',
      where.catalog,
      '--out',
      join(where.around, 'out'),
      '--only',
      'html',
      '--theme',
      theme,
    ];
    const { code, err } = await run(argv, where.around);
    expect(code).toBe(2);
    expect(err).toContain('style.css');
    expect(err.trim().split('\n')).toHaveLength(1);
  });
});
