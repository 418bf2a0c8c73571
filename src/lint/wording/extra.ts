import { say } from '../../model/words.ts';
import { isSeverity } from './levels.ts';
import { compilePattern } from './pattern.ts';
import type { ExtraEntry } from './settings.ts';
import { WORDING_FIELDS, type WordingData, type WordingField, type WordingGroup } from './terms.ts';

/** Whether a pattern of a catalogue can be compiled. */
export function isReadable(pattern: string, data: WordingData): boolean {
  try {
    compilePattern(pattern, data.classes);
    return true;
  } catch {
    return false;
  }
}

/** The entries a catalogue adds, as groups without guards; patterns it cannot read left out. */
export function extraGroups(entries: readonly ExtraEntry[], data: WordingData): WordingGroup[] {
  return entries.map((extra) => {
    const group = data.groups.find(({ category }) => category === extra.category);
    const fields = extra.fields?.filter(isField);
    const why = extra.why ?? group?.why.zh ?? '';
    const fix = extra.fix ?? '写明确切的内容，或者删去。';
    return {
      category: extra.category,
      title: group?.title ?? say(extra.category, extra.category),
      why: say(why, why),
      guards: [],
      entries: [
        {
          id: extra.id,
          category: extra.category,
          words: extra.words.filter((word) => isReadable(word, data)),
          ...(fields ? { fields } : {}),
          ...(isSeverity(extra.severity) ? { severity: extra.severity } : {}),
          why: say(why, extra.why ?? group?.why.en ?? ''),
          fix: say(fix, extra.fix ?? 'Say exactly what is meant, or strike it.'),
          bad: extra.bad ?? '',
          good: extra.good ?? '',
        },
      ],
    };
  });
}

function isField(field: string): field is WordingField {
  return (WORDING_FIELDS as readonly string[]).includes(field);
}
