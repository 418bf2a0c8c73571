import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { LawText } from '../law/read-law.ts';
import type { Law } from '../model/schema.gen.ts';
import { say } from '../model/words.ts';
import { quotable, visible } from '../text/visible.ts';
import { namingPath } from '../world/disk-fault.ts';
import { type ExitCode, UsageError } from './command.ts';
import { type LawRequest, missing } from './law-request.ts';

/** `mingbai law add <file> [catalog]`: the full text of a law as a file of the catalogue. */
export async function addLaw({ what, where, options, session }: LawRequest): Promise<ExitCode> {
  if (what === undefined) throw missing('文件，例如：mingbai law add 水法.md', 'the file');
  const { readLawFile } = await import('./law-file.ts');
  const { openCatalog } = await import('./open.ts');
  const { lawOf } = await import('../lint/bases.ts');
  const { emitYaml } = await import('../import/emit.ts');
  const { Slugs } = await import('../import/slug.ts');
  const law = await readLawFile(what, session.world.cwd);
  if (law.title === '' || law.articles.length === 0) throw notALaw(what);
  const folder = where ?? (options.catalog === undefined ? undefined : String(options.catalog));
  const { catalog, root } = openCatalog(folder, session);
  const known = lawOf(catalog, law.title);
  const slugs = new Slugs();
  for (const id of catalog.laws.keys()) if (id !== known?.value.id) slugs.unique(id);
  const id = known?.value.id ?? slugs.ofName(law.title.replace(/^中华人民共和国/, ''));
  const path = known?.path ?? `laws/${id}.yaml`;
  const target = join(root, path);
  if (existsSync(target) && options.force !== true) throw exists(path);
  const value = { ...known?.value, ...(await entryOf(law, id)) };
  const { refuseLinks } = await import('./out-path.ts');
  refuseLinks(target, session);
  try {
    mkdirSync(join(root, 'laws'), { recursive: true });
    writeFileSync(target, emitYaml('law', value));
  } catch (error) {
    throw namingPath(error, target);
  }
  const place = visible(relative(session.world.cwd, target));
  const count = law.articles.length;
  session.world.out(
    session.tell(say(`写好了 ${place}，${count}条\n`, `wrote ${place}, ${count} articles\n`)),
  );
  return 0;
}

/** A law's file; what neither the text nor the registry says is left out. */
async function entryOf(text: LawText, id: string): Promise<Law> {
  const { factsOf } = await import('../law/law-facts.ts');
  const { registry } = await import('../law/registry.ts');
  const { inferRank } = await import('../text/law-rank.ts');
  const facts = factsOf(text);
  const known = registry().find(text.title);
  const amended = facts.dates.length > 1 ? facts.dates.at(-1) : undefined;
  const document = facts.document ?? known?.document;
  const issuer = facts.issuer ?? known?.issuer;
  const effective = facts.effective ?? known?.effective;
  const rank = known?.rank ?? inferRank(text.title, document);
  if (rank === undefined) throw noRank(text.title);
  return {
    ...{ id, name: text.title, rank },
    ...(document ? { document } : {}),
    ...(issuer ? { issuer } : {}),
    ...(effective ? { effective } : {}),
    ...(amended === undefined ? {} : { amended }),
    ...(known?.repealed === undefined ? {} : { status: '已废止' as const }),
    last_article: Math.max(...text.articles.map(({ number }) => number)),
    articles: Object.fromEntries(text.articles.map(({ name, text: body }) => [name, body])),
  };
}

function notALaw(what: string): UsageError {
  return new UsageError(
    say(
      `“${quotable(what)}”里没有找到条文：第一行写法律名称，每条从“第一条”这样的条号开始`,
      `“${quotable(what)}” has no articles: the title first, then lines that begin with 第一条`,
    ),
  );
}

function exists(path: string): UsageError {
  return new UsageError(
    say(
      `${path} 已经有了；要用新文本代替，加 --force`,
      `${path} exists: add --force to replace it`,
    ),
  );
}

function noRank(title: string): UsageError {
  return new UsageError(
    say(
      `看不出《${quotable(title)}》是法律、法规还是规章：请手写 laws/ 下的文件，写明 rank`,
      `the rank of “${quotable(title)}” is not known: write its file in laws/ by hand`,
    ),
  );
}
