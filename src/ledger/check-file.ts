import { sharedEntries } from '../lint/entries.ts';
import { checkLinks } from '../load/links.ts';
import { placeAt } from '../load/unplaced.ts';
import type { Files } from '../model/files.ts';
import { compareFindings, type Finding } from '../model/finding.ts';
import { kindOfPath } from '../model/kinds.ts';
import { checkItem, LINKS, readItem } from './check-item.ts';
import type { Checked } from './check-pass.ts';
import { Findings, packFindings } from './findings.ts';
import { type CheckRequest, checkShared, type Inputs, readInputs, targetsOf } from './inputs.ts';
import { Table } from './table.ts';

/**
 * What is wrong in one file of a catalogue, among the files that items share. The other items are
 * not read: what shows only when items are compared is left out.
 */
export function checkFile(files: Files, request: CheckRequest, path: string): Checked {
  const inputs = readInputs(files, request);
  return kindOfPath(path) === 'item'
    ? checkOneItem(files, inputs, path)
    : checkSharedFile(files, inputs, path);
}

function checkOneItem(files: Files, inputs: Inputs, path: string): Checked {
  const read = readItem(path, files);
  const { entry } = read;
  const { findings: own, allowed, facts: [links = []] = [] } = checkItem(read, [LINKS], inputs);
  const broken: Finding[] = [];
  for (const link of checkLinks({ path, facts: links }, targetsOf(files, inputs))) {
    if (entry !== undefined) broken.push(placeAt(link, entry));
  }
  const table = new Table();
  const rows = [packFindings(broken.sort(compareFindings)), own].map((list) => table.add([list]));
  const findings = new Findings(
    table,
    rows.map((row) => [path, row]),
  );
  return { findings, files: 1, items: entry === undefined ? 0 : 1, allowed };
}

function checkSharedFile(files: Files, inputs: Inputs, path: string): Checked {
  const { catalog, linter } = inputs;
  const all = checkShared(inputs, files, targetsOf(files, inputs));
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
