import type { Command } from 'commander';
import { FORMATS } from '../load/formats.ts';
import type { CountingSettings } from '../model/schema.gen.ts';
import { schemaAt } from '../model/schema-node.ts';
import { say, type Words } from '../model/words.ts';
import { quotable } from '../text/visible.ts';
import { UsageError } from './command.ts';
import { oneOf, someOf } from './option-values.ts';

const INSTANT = ['0', '0.5', '1', 'as-declared'] as const;
const ROWS = ['item', 'situation'] as const;
const STATES = ['在用', '暂停', '取消'] as const;
const FACTORS = ['hour', 'naturalDay', 'month', 'year', 'day'] as const;

/** Declares the options that decide the 口径 for one run, before the settings. */
export function declareCounting(command: Command, tell: (words: Words) => string): void {
  const one = (unit: string, en: string) =>
    tell(say(`1${unit}折合的工作日数，例如 5/7`, `working days in ${en}`));
  command
    .option('--types <types>', tell(say('计入的事项类型，用逗号隔开', 'types counted')))
    .option('--states <states>', tell(say('计入的事项状态，用逗号隔开', 'states counted')))
    .option('--instant <days>', tell(say('即办件计为：0、0.5、1、as-declared', 'a 即办件 is')))
    .option('--rows <what>', tell(say('计数单位：item、situation', 'item or situation')))
    .option('--hour <days>', one('小时', 'an hour'))
    .option('--natural-day <days>', one('个自然日', 'a calendar day'))
    .option('--month <days>', one('个月', 'a month'))
    .option('--year <days>', one('年', 'a year'))
    .option('--day <days>', one('日（没有写明的）', 'a bare 日'));
}

/** The 口径 that the options decide. Throws UsageError for a value that is none. */
export function readCounting(options: Record<string, unknown>): CountingSettings {
  const { types, states, instant, rows } = options;
  const settings: CountingSettings = {};
  if (types !== undefined) settings.types = someOf(types, itemTypes(), VALUE, COUNTED);
  if (states !== undefined) settings.states = someOf(states, STATES, VALUE, COUNTED);
  if (instant !== undefined) settings.instant = oneOf(instant, INSTANT, VALUE, COUNTED);
  if (rows !== undefined) settings.rows = oneOf(rows, ROWS, VALUE, COUNTED);
  for (const factor of FACTORS) {
    const value = options[factor];
    if (value === undefined) continue;
    const text = String(value);
    if (!FORMATS.fraction(text)) throw wrong(text);
    settings[factor === 'naturalDay' ? 'natural_day' : factor] = text;
  }
  return settings;
}

const VALUE = say('这个取值', 'value');
const COUNTED = say('口径', 'for counting: ');

function itemTypes(): readonly string[] {
  return schemaAt('item', '/type')?.enum ?? [];
}

function wrong(value: string): UsageError {
  const word = quotable(value);
  const zh = `口径没有“${word}”这个取值，例如：5/7、0.5、20`;
  return new UsageError(say(zh, `for counting: no value “${word}”, such as 5/7, 0.5, 20`));
}
