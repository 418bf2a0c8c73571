import { relative } from 'node:path';
import type { FormName, FormWish } from '../guide/paper/forms.ts';
import type { Catalog, Entry } from '../model/catalog.ts';
import type { Item, Situation } from '../model/schema.gen.ts';
import { say, type Words } from '../model/words.ts';
import type { RenderContext } from '../render/output.ts';
import { visible } from '../text/visible.ts';
import { type CommandEntry, UsageError } from './command.ts';
import { courseWords, declareCourse, readCourse } from './course.ts';
import { dayGiven, namesOf, unknownValue } from './option-values.ts';

/** `mingbai sheet`: one sheet for one item, with what is known of the case filled in. */
export const sheetCommand: CommandEntry = {
  name: 'sheet',
  summary: say('打印一份文书，例如补正材料告知书、受理凭证', 'print one form for one item'),
  declare(command, tell) {
    command
      .argument('[kind]', tell(say('文书种类；不写则列出全部', 'kind of form; all when absent')))
      .argument('[item]', tell(say('事项标识或者名称', 'id or name of the item')))
      .option('--catalog <dir>', tell(say('目录所在的文件夹', 'folder of the catalogue')))
      .option('--situation <name>', tell(say('情形标识或者名称', 'id or name of a situation')))
      .option('--accepted <date>', tell(say('收件（受理）日期，年-月-日', 'day received')))
      .option('--out <file>', tell(say('写到哪个文件', 'file to write')));
    declareCourse(command, tell);
  },
  async run([kind, name], options, session) {
    const { FORMS } = await import('../guide/paper/forms.ts');
    if (kind === undefined) {
      const kinds = Object.entries({ ...NOTICE, ...FORMS });
      const lines = kinds.map(([id, form]) => `${id}\t${session.tell(form.name)}\n`);
      session.world.out(lines.join(''));
      return 0;
    }
    const { openCatalog } = await import('./open.ts');
    const folder = options.catalog === undefined ? undefined : String(options.catalog);
    const { catalog, files } = openCatalog(folder, session);
    const entry = itemNamed(catalog, name);
    const situation = situationNamed(entry.value, options.situation);
    const accepted = dateGiven(options.accepted);
    const course = await readCourse(options, accepted ?? '');
    const licence = entry.value.type === '行政许可';
    const moved = { course, courseWords: courseWords(course, licence).map(({ zh }) => zh) };
    const { ownAssets } = await import('../world/assets.ts');
    const form = (path: string) => (catalog.forms.has(path) ? files.read(path) : undefined);
    const context = { catalog, assets: ownAssets(), form };
    const body = await sheetOf(kind, entry, context, situation, {
      ...moved,
      ...(accepted && { accepted }),
    });
    const { pathWord } = await import('../text/path-word.ts');
    const parts = [entry.id, kind, situation?.id].filter((part) => part !== undefined);
    const file = `${parts.map(pathWord).join('-')}.pdf`;
    const { writeOut } = await import('./out-path.ts');
    const written = writeOut(String(options.out ?? file), body, 'pdf', session);
    const place = visible(relative(session.world.cwd, written));
    session.world.out(session.tell(say(`写好了 ${place}\n`, `wrote ${place}\n`)));
    return 0;
  },
};

/** The kind of sheet that is an output, too, and so composed with the guide. */
const NOTICE = { notice: { name: say('一次性告知单', 'one-time notice') } } as const;

async function sheetOf(
  kind: string,
  entry: Entry<Item>,
  context: RenderContext,
  situation: Situation | undefined,
  known: Pick<FormWish, 'accepted' | 'course' | 'courseWords'>,
): Promise<Uint8Array> {
  const { catalog } = context;
  if (kindNamed(kind, NOTICE) !== undefined) {
    const { noticePdf } = await import('../render/paper/guides.ts');
    const { composeGuide } = await import('../guide/compose.ts');
    return noticePdf(composeGuide(entry, catalog), situation?.id, context);
  }
  const { composeForm } = await import('../guide/paper/forms.ts');
  const { formPdf } = await import('../render/paper/forms.ts');
  const id = await formNamed(kind);
  const printed = composeForm(entry, catalog, {
    kind: id,
    ...(situation === undefined ? {} : { situation: situation.id }),
    ...known,
  });
  if (printed !== undefined) return formPdf(id, printed, context).body;
  throw new UsageError(
    say(`“${entry.value.name}”用不到这种文书`, `“${entry.id}” has no use for this form`),
  );
}

async function formNamed(kind: string): Promise<FormName> {
  const { FORMS } = await import('../guide/paper/forms.ts');
  const found = kindNamed(kind, FORMS);
  if (found !== undefined) return found;
  throw unknownValue(kind, namesOf({ ...NOTICE, ...FORMS }), say('这种文书', 'form'));
}

/** The id of the kind that has this id or this Chinese name. */
function kindNamed<Id extends string>(
  kind: string,
  kinds: Readonly<Record<Id, { readonly name: Words }>>,
): Id | undefined {
  return namesOf(kinds).find((id) => id === kind || kinds[id].name.zh === kind);
}

function itemNamed(catalog: Catalog, name: string | undefined): Entry<Item> {
  const found = catalog.items.filter(({ id, value }) => id === name || value.name === name);
  const [entry] = found;
  if (entry !== undefined && found.length === 1) return entry;
  if (name === undefined) {
    throw new UsageError(say('请写事项的标识或者名称', 'name the item, by id or by name'));
  }
  throw new UsageError(
    found.length > 1
      ? say(`叫“${name}”的事项不止一个，请写标识`, `several items are named “${name}”: give the id`)
      : say(`没有“${name}”这个事项`, `there is no item “${name}”`),
  );
}

function situationNamed(item: Item, name: unknown): Situation | undefined {
  if (name === undefined) return undefined;
  const { situations = [] } = item;
  const found = situations.find((each) => each.id === name || each.name === name);
  if (found !== undefined) return found;
  const known = situations.map((each) => each.id).join(',');
  throw new UsageError(
    say(
      `“${item.name}”没有“${String(name)}”这种情形${known === '' ? '' : `，可用：${known}`}`,
      `no situation “${String(name)}” in “${item.id}”: ${known}`,
    ),
  );
}

function dateGiven(date: unknown): string | undefined {
  if (date === undefined) return undefined;
  const text = String(date);
  if (dayGiven(text) !== undefined) return text;
  throw new UsageError(
    say(`“${text}”不是日期，请写成 2026-01-05`, `“${text}” is no date; write 2026-01-05`),
  );
}
