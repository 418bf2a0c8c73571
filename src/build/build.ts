import { createHash } from 'node:crypto';
import { composeIndex } from '../guide/catalogue-index.ts';
import { composeGuide, guideFolder } from '../guide/compose.ts';
import type { Guide } from '../guide/guide.ts';
import type { Catalog } from '../model/catalog.ts';
import type { Files } from '../model/files.ts';
import type { Finding } from '../model/finding.ts';
import { VERSION } from '../model/version.ts';
import type { Artifact, Assets } from '../render/artifact.ts';
import { htmlRenderer, OUTPUTS, type Output, type OutputName } from '../render/index.ts';
import { setFindings } from './set-findings.ts';
import { MARKER } from './write.ts';

/** What a build is made from. */
export interface BuildInput {
  readonly catalog: Catalog;
  readonly files: Files;
  readonly assets: Assets;
  readonly only: readonly OutputName[];
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
  const { catalog, only, assets } = input;
  const counts: Record<OutputName, number> = { html: 0, pdf: 0, notice: 0, json: 0 };
  const findings: Finding[] = [];
  const digests: Record<string, string> = {};
  const write = (artifact: Artifact): void => {
    digests[artifact.path] = createHash('sha256').update(artifact.body).digest('hex');
    input.write(artifact);
  };
  const renderers = await Promise.all(
    only.map(async (name) => [name, await OUTPUTS[name].prepare(assets)] as const),
  );
  const guides: Guide[] = [];
  for (const entry of catalog.items) {
    const guide = composeGuide(entry, catalog);
    guides.push(guide);
    const folder = guideFolder(entry.value);
    for (const [name, render] of renderers) {
      const rendered = render(guide, downloads(only));
      write({ path: `${folder}/${OUTPUTS[name].file}`, body: rendered.body });
      counts[name] += 1;
      findings.push(...setFindings(entry, name, rendered));
    }
    input.progress?.(guides.length, catalog.items.length);
  }
  if (only.includes('html')) counts.html += await writeSite(input, guides, write);
  writeForms(input, write);
  const manifest = { generator: `mingbai ${VERSION}`, files: digests };
  input.write({ path: MARKER, body: `${JSON.stringify(manifest, null, 2)}\n` });
  return { counts, findings };
}

function downloads(only: readonly OutputName[]) {
  return only.flatMap((name) => {
    const { file, label }: Output = OUTPUTS[name];
    return label === undefined ? [] : [{ label, href: file }];
  });
}

/** The front page and the style sheet; gives the number of pages. */
async function writeSite(
  { catalog, assets }: BuildInput,
  guides: readonly Guide[],
  write: (artifact: Artifact) => void,
): Promise<number> {
  const renderer = await htmlRenderer(assets);
  write({ path: 'assets/style.css', body: assets('templates/style.css') });
  write({ path: 'index.html', body: renderer.indexPage(composeIndex(catalog, guides)) });
  return 1;
}

function writeForms({ catalog, files }: BuildInput, write: (artifact: Artifact) => void): void {
  for (const path of catalog.forms) {
    if (!files.escapes().has(path)) write({ path, body: files.read(path) });
  }
}
