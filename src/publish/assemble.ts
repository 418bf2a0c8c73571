import { publishedForm } from '../load/forms.ts';
import { compareFindings, type Finding } from '../model/finding.ts';
import { OUTPUTS, type OutputName } from '../render/index.ts';
import { filesOf, type ItemRow, type WholeRow } from './build-ledger.ts';
import { type Building, formPaths, type ItemLine, type Source } from './building.ts';
import type { BuiltFile } from './built.ts';
import { Contents } from './contents.ts';
import { lastOfEach, MARKER, manifestOf } from './manifest.ts';
import { PART, partFile } from './part.ts';
import { digestOf } from './stage.ts';
import { type BuiltWhole, buildWhole } from './whole.ts';

/** A whole tree, staged beside what is there. */
export interface Assembled {
  readonly whole: BuiltWhole;
  /** Forms, the part's own file and the manifest. */
  readonly rest: readonly BuiltFile[];
  readonly contents: Contents;
}

/** Puts what speaks of several items around the items; around a part only what joins it to others. */
export async function assemble(building: Building, items: readonly ItemLine[]): Promise<Assembled> {
  const { files, part, tree } = building;
  const whole = part === undefined ? await buildWhole(building, items) : {};
  // Of several parts the first brings the forms.
  const forms = part === undefined || part.shard.index === 1 ? formPaths(building, items) : [];
  const rest = forms.flatMap((path) => {
    const bytes = publishedForm(path, files);
    return bytes === undefined ? [] : [writeBytes(building, path, bytes)];
  });
  if (part !== undefined) rest.push(writePieces(building, PART, partFile(building, part, items)));
  const contents = new Contents(tree.existing);
  for (const file of everyFile(items, whole, rest)) contents.add(file);
  const listed = everyFile(items, whole, rest);
  const manifest = manifestOf(contents.distinct ? listed : lastOfEach(listed));
  const marker = writePieces(building, MARKER, manifest);
  contents.add(marker);
  return { whole, rest: [...rest, marker], contents };
}

/** The files of a tree one by one: those of the items are read from where they are kept. */
function* everyFile(
  items: readonly ItemLine[],
  whole: BuiltWhole,
  rest: readonly BuiltFile[],
): Iterable<BuiltFile> {
  for (const line of items) for (const files of Object.values(filesOf(line))) yield* files;
  for (const { row } of Object.values(whole)) yield* row.files;
  yield* rest;
}

/** Writes a file that is no item's, unless it stands there as it was. */
function writeBytes(building: Building, path: string, body: Uint8Array): BuiltFile {
  const digest = digestOf(body);
  return (
    standing(building, path, digest) ?? { path, digest, stamp: building.tree.write(path, body) }
  );
}

/** The same of a file that is too long to be held: it is staged in any case. */
function writePieces(building: Building, path: string, pieces: Iterable<Uint8Array>): BuiltFile {
  const written = building.tree.writePieces(path, pieces);
  return standing(building, path, written.digest) ?? { path, ...written };
}

function standing({ last, tree }: Building, path: string, digest: string): BuiltFile | undefined {
  const old = last?.rest.find((file) => file.path === path);
  const stands = old?.digest === digest && tree.existing.get(path) === old.stamp;
  return stands ? old : undefined;
}

/** What was made, and what only showed when it was. */
export interface BuildResult {
  /** Items that were built or stand as they were. */
  readonly items: number;
  readonly counts: Readonly<Partial<Record<OutputName, number>>>;
  /** Sorted by place. */
  readonly findings: readonly Finding[];
  /** False when an error kept the new tree from being published. */
  readonly published: boolean;
}

/** What came of a build: how many files of each output, what showed, whether it is published. */
export function resultOf(
  { only, force }: Pick<Source, 'only' | 'force'>,
  rows: readonly Pick<ItemRow, 'counts' | 'findings'>[],
  whole: Readonly<Partial<Record<OutputName, Pick<WholeRow, 'files'>>>>,
  more: readonly Finding[],
): BuildResult {
  const counts = only.map((name, at): [OutputName, number] => {
    const ofItems = rows.reduce((sum, row) => sum + (row.counts[at] ?? 0), 0);
    const files = whole[name]?.files ?? [];
    // Of the website only pages are counted, not what goes with them.
    const pages = files.filter(({ path }) => OUTPUTS[name].isPage?.(path) ?? true);
    return [name, ofItems + pages.length];
  });
  const late = Object.values(whole).flatMap(({ files }) => files);
  const findings = [
    ...more,
    ...rows.flatMap((row) => row.findings ?? []),
    ...late.flatMap((file) => file.findings ?? []),
  ].sort(compareFindings);
  const published = force || findings.every(({ severity }) => severity !== 'error');
  return { items: rows.length, counts: Object.fromEntries(counts), findings, published };
}
