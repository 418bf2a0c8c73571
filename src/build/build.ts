import { createHash } from 'node:crypto';
import { composeGuide, guideFolder } from '../guide/compose.ts';
import type { Guide } from '../guide/guide.ts';
import type { SiteData } from '../guide/lists/site-data.ts';
import type { Catalog, Entry } from '../model/catalog.ts';
import type { Files } from '../model/files.ts';
import type { Finding } from '../model/finding.ts';
import type { Item } from '../model/schema.gen.ts';
import { VERSION } from '../model/version.ts';
import type { Artifact, Assets } from '../render/artifact.ts';
import { OUTPUTS, type OutputName } from '../render/index.ts';
import type { Rendered, Renderer, Studio } from '../render/output.ts';
import { setFindings, unfitFinding } from './set-findings.ts';
import { MARKER } from './write.ts';

/** What a build is made from. */
export interface BuildInput {
  readonly catalog: Catalog;
  readonly files: Files;
  readonly assets: Assets;
  readonly only: readonly OutputName[];
  /** What other rooms measured, for the website. */
  readonly data?: SiteData;
  /** Traditional characters instead of the catalogue's own. */
  readonly script?: 'zh-Hant';
  /** Called for every file, in order. */
  readonly write: (artifact: Artifact) => void;
  /** Called after each item with how many are done. */
  readonly progress?: (done: number, of: number) => void;
}

/** What was made, and what only showed when it was. */
export interface BuildResult {
  readonly counts: Readonly<Record<OutputName, number>>;
  readonly findings: readonly Finding[];
}

/** Renders a catalogue in the outputs asked for and hands every file to `write`. */
export async function buildCatalog(input: BuildInput): Promise<BuildResult> {
  const { catalog, only } = input;
  const counts = noCounts();
  const findings: Finding[] = [];
  const digests: Record<string, string> = {};
  const write = (artifact: Artifact): void => {
    digests[artifact.path] = createHash('sha256').update(artifact.body).digest('hex');
    input.write(artifact);
  };
  const renderers = await Promise.all(
    only.map(
      async (name): Promise<[OutputName, Renderer]> => [
        name,
        await OUTPUTS[name].prepare(studioOf(input)),
      ],
    ),
  );
  const take = (name: OutputName, folder: string, rendered: Rendered, entry?: Entry<Item>) => {
    write({ path: folder + rendered.file, body: rendered.body });
    if (isCounted(name, rendered.file)) counts[name] += 1;
    findings.push(...setFindings(entry ?? catalog.settings, name, rendered));
  };
  const guides: Guide[] = [];
  for (const entry of catalog.items) {
    const guide = composeGuide(entry, catalog);
    guides.push(guide);
    const job = { entry, guide, downloads: downloads(only, guide) };
    for (const [name, renderer] of renderers) {
      for (const { file, render } of renderer.item?.(job) ?? []) {
        take(name, `${guideFolder(entry.value)}/`, { file, ...render() }, entry);
      }
    }
    input.progress?.(guides.length, catalog.items.length);
  }
  for (const [name, renderer] of renderers) {
    for (const rendered of renderer.catalogue?.(guides) ?? []) take(name, '', rendered);
  }
  findings.push(...(await paperFindings(input)));
  writeForms(input, write);
  const manifest = { generator: `mingbai ${VERSION}`, files: digests };
  input.write({ path: MARKER, body: `${JSON.stringify(manifest, null, 2)}\n` });
  return { counts, findings };
}

/** Of the website only pages are counted, not what goes with them. */
function isCounted(name: OutputName, file: string): boolean {
  return name !== 'html' || file.endsWith('.html');
}

/** Findings about the files that the settings name for paper. */
async function paperFindings(input: BuildInput): Promise<Finding[]> {
  const { settings } = input.catalog;
  if (settings.value.paper === undefined) return [];
  const { unfitFiles } = await import('../render/paper/studio.ts');
  return unfitFiles(studioOf(input)).map((unfit) => unfitFinding(settings, unfit));
}

function noCounts(): Record<OutputName, number> {
  const names = Object.keys(OUTPUTS) as OutputName[];
  return Object.fromEntries(names.map((name) => [name, 0])) as Record<OutputName, number>;
}

function studioOf({ catalog, assets, files, data, script }: BuildInput): Studio {
  const form = (path: string) =>
    catalog.forms.has(path) && !files.escapes().has(path) ? files.read(path) : undefined;
  return {
    catalog,
    assets,
    form,
    ...(data === undefined ? {} : { data }),
    ...(script === undefined ? {} : { script }),
  };
}

function downloads(only: readonly OutputName[], guide: Guide) {
  return only.flatMap((name) => OUTPUTS[name].links(guide));
}

function writeForms({ catalog, files }: BuildInput, write: (artifact: Artifact) => void): void {
  for (const path of catalog.forms) {
    if (!files.escapes().has(path)) write({ path, body: files.read(path) });
  }
}
