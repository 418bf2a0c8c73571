import type { SharedCatalog } from '../model/catalog.ts';
import { bytesOrWhy, type Files } from '../model/files.ts';
import type { Finding } from '../model/finding.ts';
import { strings } from '../model/texts.ts';
import { say } from '../model/words.ts';
import { loadFinding } from './findings.ts';
import { formFaults } from './forms/examine.ts';
import { readOrRefuse } from './refused.ts';

/** By the list of paths: the same for the same catalogue as it was listed. */
const examined = new WeakMap<readonly string[], readonly Finding[]>();

/** Why files below `forms/` are not published, each at the file itself. */
export function formFindings(files: Files): readonly Finding[] {
  const paths = files.list();
  const known = examined.get(paths);
  if (known !== undefined) return known;
  const refused = files.escapes();
  const forms = paths.filter((path) => isForm(path) && !refused.has(path));
  const findings = [...forms.flatMap((path) => formFinding(path, files)), ...sameNames(paths)];
  examined.set(paths, findings);
  return findings;
}

/** Whether a path is one of a form. */
export function isForm(path: string): boolean {
  return path.startsWith('forms/');
}

/** Paths below `forms/` in texts, also in running ones. */
const MENTION = /forms\/[^\s()[\]<>"'，。；、（）]+/g;

/** What a file of the catalogue refers to below `forms/`, each once; it need not be there. */
export function formsNamedIn(value: unknown): string[] {
  const named = new Set<string>();
  for (const { text } of strings(value)) {
    if (!text.includes('forms/')) continue;
    if (text.startsWith('forms/')) named.add(text);
    for (const [mention] of text.matchAll(MENTION)) named.add(mention);
  }
  return [...named];
}

/** The forms that somebody refers to: items, and the files that items share, but no settings. */
export function namedForms(
  catalog: SharedCatalog,
  ofItems: Iterable<readonly string[] | undefined>,
): string[] {
  const named = new Set<string>();
  for (const forms of ofItems) for (const form of forms ?? []) named.add(form);
  for (const shared of [catalog.departments, catalog.halls, catalog.bundles, catalog.laws]) {
    for (const { value } of shared.values())
      for (const form of formsNamedIn(value)) named.add(form);
  }
  return [...catalog.forms].filter((path) => named.has(path));
}

/** The bytes of a form as they are published; undefined when they are not. */
export function publishedForm(path: string, files: Files): Uint8Array | undefined {
  if (files.escapes().has(path)) return undefined;
  const bytes = bytesOrWhy(path, files);
  if (typeof bytes === 'string') return undefined;
  return formFaults(path, bytes).length === 0 ? bytes : undefined;
}

function formFinding(path: string, files: Files): Finding[] {
  const bytes = readOrRefuse(path, files);
  if (!(bytes instanceof Uint8Array)) return [bytes];
  return formFaults(path, bytes).map(({ rule, message, hint }) => {
    return loadFinding(rule, path, {}, message, hint);
  });
}

/** Files whose names only differ in a way that many disks do not see. */
function sameNames(paths: readonly string[]): Finding[] {
  const first = new Map<string, string>();
  return paths.flatMap((path) => {
    const name = path.normalize('NFC').toLowerCase();
    const other = first.get(name);
    if (other === undefined) {
      first.set(name, path);
      return [];
    }
    const message = say(
      `“${path}”和“${other}”只有大小写或编码形式不同，在 Windows 和 macOS 上是同一个文件`,
      `“${path}” and “${other}” are one file on Windows and macOS`,
    );
    const hint = say('改掉其中一个的名字', 'rename one of them');
    return [loadFinding('duplicate-file-name', path, {}, message, hint)];
  });
}
