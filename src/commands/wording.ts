import { say } from '../model/words.ts';
import type { CommandEntry } from './command.ts';

/** `mingbai wording`: vague wording in a plain text, one entry a line. */
export const wordingCommand: CommandEntry = {
  name: 'wording',
  summary: say('检查一份文字里的模糊用语，一行一条', 'find vague wording in a plain text'),
  declare(command, tell) {
    command
      .argument('[file]', tell(say('文件；不写或者写 - 读标准输入', 'file; - or none: stdin')))
      .option(
        '--field <field>',
        tell(say('栏目：material、condition、limit、fee、step、faq…', 'what the entries are')),
        'material',
      )
      .option('--format <format>', tell(say('pretty 或 json', 'pretty or json')), 'pretty')
      .option(
        '--profile <profile>',
        tell(say('用语标准：strict、regional、advice', 'strict, regional or advice')),
        'regional',
      )
      .option(
        '--jurisdiction <place>',
        tell(say('引用哪里的条例，例如 beijing、henan', 'whose articles to cite')),
        'national',
      );
  },
  async run([file], options, session) {
    const terms = await import('../lint/wording/terms.ts');
    const { oneOf } = await import('./option-values.ts');
    const field = oneOf(options.field, terms.WORDING_FIELDS, say('这个栏目', 'field'));
    const format = oneOf(options.format, FORMATS, say('这种形式', 'format'));
    const profile = oneOf(options.profile, terms.WORDING_PROFILES, say('这种用语标准', 'profile'));
    const places = terms.JURISDICTIONS;
    const jurisdiction = oneOf(options.jurisdiction, places, say('这个地方', 'jurisdiction'));
    const { readLines } = await import('./plain-text.ts');
    const lines = await readLines(file, session);
    const { scanWording } = await import('../lint/wording/scan.ts');
    const { wordingJson, wordingPretty } = await import('../report/wording.ts');
    const reading = { profile, jurisdiction };
    const entries = lines.map((line, index) => ({
      line: index + 1,
      text: line,
      findings: scanWording(line, field, reading),
    }));
    const name = file === undefined || file === '-' ? '-' : file;
    session.world.out(
      format === 'json'
        ? wordingJson(entries, session.tell)
        : wordingPretty(entries, name, session.color, session.tell),
    );
    return entries.some(({ findings }) => findings.some((f) => f.severity === 'error')) ? 1 : 0;
  },
};

const FORMATS = ['pretty', 'json'] as const;
