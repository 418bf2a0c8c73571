import { Command, CommanderError, type Option } from 'commander';
import { type CommandEntry, type ExitCode, type Session, UsageError } from './commands/command.ts';
import { COMMANDS } from './commands/index.ts';
import { guessIn, guessWords, nearestCommand, refuseDashes } from './commands/mistyped.ts';
import { unknownValue } from './commands/option-values.ts';
import { refusedWords } from './load/refused.ts';
import { RefusedError } from './model/files.ts';
import { VERSION } from './model/version.ts';
import { type Language, languageOf, langWord, say, type Words } from './model/words.ts';
import { quotable, visible } from './text/visible.ts';
import { diskWords } from './world/disk-fault.ts';
import type { World } from './world/world.ts';

/** Runs the program. The only place that turns exceptions into exit codes. */
export async function main(argv: readonly string[], world: World): Promise<ExitCode> {
  const lang = languageOf(argv);
  try {
    let code: ExitCode = 0;
    refuseDashes(argv);
    refuseLanguage(argv);
    const program = buildProgram(lang, world, (result) => {
      code = result;
    });
    if (argv.length === 0) program.outputHelp();
    else await program.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    return failure(error, lang, world);
  }
}

function failure(error: unknown, lang: Language, world: World): ExitCode {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return 0;
    return tellMisuse(misuse(error), lang, world);
  }
  if (error instanceof UsageError) return tellMisuse(error.words, lang, world);
  const disk = error instanceof RefusedError ? refusedWords(error) : diskWords(error);
  if (disk !== undefined) return tellMisuse(disk, lang, world);
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const sorry = say('程序自身出错，请把下面的内容报告给开发者：', 'internal fault, please report:');
  const lines = stack.split('\n').map(visible);
  world.err(`mingbai ${VERSION}: ${sorry[lang]}\n${lines.join('\n')}\n`);
  return 3;
}

/** One line, whatever the words quote. */
function tellMisuse(words: Words, lang: Language, world: World): 2 {
  world.err(`mingbai: ${visible(words[lang])}\n`);
  return 2;
}

const WRONG = say('命令写得不对', 'the command is not understood');

const MISUSES: Record<string, (word: string) => Words> = {
  'commander.unknownCommand': (word) => say(`没有“${word}”这个命令`, `no command “${word}”`),
  'commander.unknownOption': (word) => say(`没有“${word}”这个选项`, `no option “${word}”`),
  'commander.missingArgument': (word) => say(`缺少参数“${word}”`, `argument “${word}” missing`),
  'commander.optionMissingArgument': (word) =>
    say(`选项“${word}”要跟一个值`, `“${word}” needs a value`),
  'commander.missingMandatoryOptionValue': (word) =>
    say(`缺少选项“${word}”`, `option “${word}” missing`),
  'commander.excessArguments': () => say('参数太多', 'too many arguments'),
};

function misuse(error: CommanderError): Words {
  const word = quotable(/'([^']*)'/.exec(error.message)?.[1] ?? '');
  const words = MISUSES[error.code]?.(word) ?? WRONG;
  const guess =
    error.code === 'commander.unknownCommand'
      ? nearestCommand(word, COMMANDS)
      : guessIn(error.message);
  const more = guessWords(guess);
  return say(`${words.zh}${more.zh}`, `${words.en}${more.en}`);
}

function refuseLanguage(argv: readonly string[]): void {
  const word = langWord(argv) ?? 'zh';
  if (['zh', 'en', 'zh-Hant'].includes(word)) return;
  throw unknownValue(word, ['zh', 'en'], say('这种语言', 'language'));
}

/** Nothing is not taken for something: `--out ''` would be the working folder. */
function refuseEmpty(command: Command): void {
  const isNothing = (value: unknown): boolean =>
    value === '' || (Array.isArray(value) && value.includes(''));
  const given = Object.entries(command.opts()).find(([, value]) => isNothing(value));
  if (given === undefined && !command.args.includes('')) return;
  const option = command.options.find((each) => each.attributeName() === given?.[0]);
  throw new UsageError(
    option === undefined
      ? say('参数是空的（用 --help 查看用法）', 'an argument is empty (see --help)')
      : say(`选项“${option.long}”的值是空的`, `the value of “${option.long}” is empty`),
  );
}

function buildProgram(lang: Language, world: World, done: (code: ExitCode) => void): Command {
  const tell = (words: Words): string => words[lang];
  const program = new Command('mingbai')
    .description(
      tell(
        say(
          '明白：把政务服务事项目录编译成办事指南、一次性告知单和统计',
          'compiles a catalogue of government service items into guides, notices and statistics',
        ),
      ),
    )
    .version(VERSION, '-V, --version', tell(say('显示版本', 'print the version')))
    .exitOverride()
    .configureOutput({ writeOut: (text) => world.out(text), writeErr: () => {} });
  translate(program, tell);
  program.helpCommand('help [command]', tell(say('显示一个命令的用法', 'show help for a command')));
  for (const entry of COMMANDS) addCommand(program, entry, lang, world, done);
  return program;
}

function addCommand(
  program: Command,
  entry: CommandEntry,
  lang: Language,
  world: World,
  done: (code: ExitCode) => void,
): void {
  const tell = (words: Words): string => words[lang];
  const command = program.command(entry.name).description(tell(entry.summary));
  translate(command, tell);
  entry.declare(command, tell);
  command.action(async () => {
    refuseEmpty(command);
    const session: Session = { world, lang, color: mayColor(world), tell };
    done(await entry.run(command.args, command.optsWithGlobals(), session));
  });
}

/** Help in the language asked for, and the options that every command has. */
function translate(command: Command, tell: (words: Words) => string): void {
  command
    .option(
      '--lang <lang>',
      tell(
        say(
          '语言：zh 中文（默认），en 英文；build 还可写 zh-Hant，网站用繁体字',
          'zh (default) or en; for build also zh-Hant: a website in Traditional characters',
        ),
      ),
    )
    .helpOption('-h, --help', tell(say('显示用法', 'show help')))
    .configureHelp({
      commandUsage: (self) => `${usagePath(self)} ${tell(usageWords(self))}`.trim(),
      optionDescription: (option) => option.description + defaultWords(option, tell),
      styleTitle: (title) => tell(HELP_TITLES[title] ?? say(title, title)),
      subcommandTerm: (sub) => sub.name(),
    });
  command.helpCommand(false);
}

function usagePath(command: Command): string {
  return command.parent === null ? command.name() : `mingbai ${command.name()}`;
}

function usageWords(command: Command): Words {
  if (command.parent === null) return say('<命令> [选项]', '<command> [options]');
  const names = command.registeredArguments.map((each) =>
    each.required
      ? `<${each.name()}${each.variadic ? '...' : ''}>`
      : `[${each.name()}${each.variadic ? '...' : ''}]`,
  );
  const list = names.join(' ');
  return say(`${list} [选项]`.trim(), `${list} [options]`.trim());
}

function defaultWords(option: Option, tell: (words: Words) => string): string {
  const value: unknown = option.defaultValue;
  if (value === undefined || typeof value === 'boolean') return '';
  return tell(say(`（默认 ${value}）`, ` (default ${value})`));
}

const HELP_TITLES: Record<string, Words> = {
  'Usage:': say('用法：', 'Usage:'),
  'Arguments:': say('参数：', 'Arguments:'),
  'Options:': say('选项：', 'Options:'),
  'Commands:': say('命令：', 'Commands:'),
};

function mayColor(world: World): boolean {
  const { FORCE_COLOR: force, NO_COLOR: none, TERM: terminal } = world.env;
  // As most programs have it: 0 and false forbid, anything else asks for it, whatever the stream.
  if (force !== undefined) return !/^(?:0|false)$/.test(force);
  return world.terminal.out && !none && terminal !== 'dumb';
}
