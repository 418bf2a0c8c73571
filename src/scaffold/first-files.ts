import type { Kind } from '../model/kinds.ts';
import { VERSION } from '../model/version.ts';
import type { Beginning } from './beginning.ts';
import { commentedYaml, type Draft } from './commented-yaml.ts';
import { EDITOR_FILES } from './editor-files.ts';
import { guideText } from './first-guide.ts';
import { FIRST_ITEM, firstDepartment, firstHall, firstItem } from './first-item.ts';
import { CI_FILES } from './recipes.ts';

/** Files of a new catalogue by path; `asset` reads one of the program's own. */
export function firstFiles(
  beginning: Beginning,
  asset: (path: string) => string,
): ReadonlyMap<string, string> {
  const files = new Map([['mingbai.yaml', settings(beginning)]]);
  if (beginning.withItem) for (const [path, text] of contents(beginning)) files.set(path, text);
  files.set('package.json', packageJson(beginning.title));
  files.set('.gitignore', IGNORED);
  files.set('.gitattributes', '* text=auto eol=lf\n');
  for (const [path, text] of Object.entries(EDITOR_FILES)) files.set(path, text);
  for (const [path, own] of Object.entries(CI_FILES[beginning.ci])) files.set(path, asset(own));
  files.set('.githooks/pre-commit', asset('deploy/hooks/pre-commit'));
  files.set('说明.md', guideText(beginning));
  return files;
}

function contents({ region, keys }: Beginning): [string, string][] {
  const file = (kind: Kind, draft: Draft): string =>
    commentedYaml(draft, { kind, keys, comments: kind === 'item' });
  return [
    ['departments/police.yaml', file('department', firstDepartment({ region }))],
    ['halls/main-hall.yaml', file('hall', firstHall({ region }))],
    [`items/police/${FIRST_ITEM}.yaml`, file('item', firstItem())],
  ];
}

function settings(beginning: Beginning): string {
  const { title, region, regionCode, publisher, jurisdiction, keys } = beginning;
  const draft: Draft = {
    mingbai: MINOR,
    title,
    ...(publisher === undefined ? {} : { publisher }),
    ...(region === '' ? {} : { region }),
    ...(regionCode === undefined ? {} : { region_code: regionCode }),
    jurisdiction,
    profiles: ['notice'],
  };
  return commentedYaml(draft, { kind: 'settings', keys, comments: true });
}

/** The version whose catalogues these are: 0.1 stands for 0.1.0, 0.1.1 and so on. */
const MINOR = VERSION.split('.').slice(0, 2).join('.');

function packageJson(title: string): string {
  const content = {
    private: true,
    description: title,
    scripts: {
      check: 'mingbai check',
      build: 'mingbai build --out public',
      serve: 'mingbai serve',
    },
    devDependencies: { mingbai: VERSION },
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

const IGNORED = 'node_modules/\n.mingbai/\npublic/\n';
