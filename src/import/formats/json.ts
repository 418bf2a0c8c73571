import { say } from '../../model/words.ts';
import { refuseRows } from '../bounds.ts';
import { ImportFailure } from '../failure.ts';
import type { Format } from './format.ts';
import { parseJson, parseJsonLines } from './json-parse.ts';
import { recordsIn } from './json-records.ts';
import { jsonTable } from './json-table.ts';
import { encodingRemarks, hasEnding, textOf } from './text.ts';

/** JSON in all shapes: an array, JSON Lines, records within an envelope, records by code. */
export const jsonFormat: Format = {
  id: 'json',
  is(file) {
    if (hasEnding(file, 'json', 'jsonl', 'ndjson')) return true;
    if (hasEnding(file, 'csv', 'tsv', 'md', 'html', 'htm')) return false;
    const text = textOf(file);
    return /^\s*(?:\{\s*["}]|\[\s*[[{"\]])/.test(text);
  },
  open(file, columns) {
    const text = textOf(file);
    const lines = hasEnding(file, 'jsonl', 'ndjson') ? parseJsonLines(text) : undefined;
    const { records, remarks } = recordsIn(lines ?? parseJson(text), columns);
    refuseRows(records.length);
    if (records.length === 0) throw noRecords();
    const table = jsonTable(records, columns);
    const encoding = encodingRemarks(file).remarks ?? [];
    return { table: { ...table, remarks: [...encoding, ...remarks, ...table.remarks] } };
  },
};

function noRecords(): ImportFailure {
  return new ImportFailure(
    say(
      'JSON 里没有找到由记录组成的数组，没有记录可以导入',
      'there is no array of records in the JSON file',
    ),
  );
}
