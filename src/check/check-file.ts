import { sharedEntries } from '../lint/entries.ts';
import { checkLinks } from '../load/links.ts';
import { knownIds } from '../load/missing.ts';
import { readEntry } from '../load/read.ts';
import { placeAt } from '../load/unplaced.ts';
import type { Files } from '../model/files.ts';
import { compareFindings, type Finding } from '../model/finding.ts';
import { kindOfPath } from '../model/kinds.ts';
import type { Checked } from './checked.ts';
import { FindingTable } from './finding-table.ts';
import { Findings } from './findings.ts';
import { ItemWork, LINKS } from './item-work.ts';
import { KnownFiles } from './known-files.ts';
import {
  type CheckRequest,
  checkSurroundings,
  readSurroundings,
  type Surroundings,
} from './surroundings.ts';

/**
 * What is wrong in one file of a catalogue, among the files that items share. The other items are
 * not read: what shows only when items are compared is left out.
 */
export function checkFile(files: Files, request: CheckRequest, path: string): Checked {
  const known = new KnownFiles(files);
  const surroundings = readSurroundings(known, files.list(), request);
  return kindOfPath(path) === 'item'
    ? checkItem(known, surroundings, path)
    : checkShared(known, surroundings, path);
}

function checkItem(files: KnownFiles, surroundings: Surroundings, path: string): Checked {
  const work = new ItemWork(files, surroundings);
  const { items, findings: packed } = work.check([path]);
  const table = new FindingTable(packed);
  const { entry } = readEntry(path, 'item', files);
  const [item] = items;
  const links = { path, facts: item?.facts?.get(LINKS) ?? [] };
  const broken: Finding[] = [];
  for (const link of checkLinks(links, targetsOf(files, surroundings))) {
    if (entry !== undefined) broken.push(placeAt(link, entry));
  }
  const groups = [table.add(broken.sort(compareFindings)), item?.rows ?? ([0, 0] as const)];
  const findings = new Findings(
    table,
    groups.map((rows) => [path, rows]),
  );
  return { findings, files: 1, items: entry === undefined ? 0 : 1, allowed: item?.allowed ?? 0 };
}

function checkShared(files: KnownFiles, surroundings: Surroundings, path: string): Checked {
  const { catalog, linter } = surroundings;
  const all = checkSurroundings(surroundings, files, targetsOf(files, surroundings));
  const own = all.filter((finding) => finding.path === path);
  const entry = sharedEntries(catalog).find((each) => each.path === path);
  for (const rule of linter.comparing) {
    // A rule that notes facts compares items.
    if (rule.facts !== undefined) continue;
    for (const report of linter.compare(rule, [])) {
      if ((report.path ?? catalog.settings.path) !== path) continue;
      const finding = entry && linter.place(rule, report, entry);
      if (finding !== undefined) own.push(finding);
    }
  }
  return { findings: Findings.of(own.sort(compareFindings)), files: 1, items: 0, allowed: 0 };
}

function targetsOf(files: KnownFiles, { catalog }: Surroundings) {
  return { ids: knownIds(files.list()), forms: catalog.forms, escapes: files.escapes() };
}
