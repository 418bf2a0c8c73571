import { say, type Words } from '../model/words.ts';
import type { ClaimAudit, FigureAudit, Level } from '../stats/claims/claim.ts';
import { withNumbers } from '../stats/claims/with-numbers.ts';
import { type ClaimsReport, countLevels, LEVELS, type Tell } from './claims.ts';
import { CLAIMS_STYLE } from './claims-style.ts';
import { htmlPage } from './html-page.ts';
import { quoteHtml } from './quote-html.ts';
import { escapeText } from './stats-chart.ts';

const ORDER: readonly Level[] = ['fail', 'warn', 'pass', 'unchecked'];
/** Beside the words and the colour, so that a page printed in black says the same. */
const SIGNS: Record<Level, string> = { fail: '×', warn: '！', pass: '✓', unchecked: '—' };

const MEANINGS: readonly [Words, Words][] = [
  [
    say('一致', '一致 (agrees)'),
    say('按原文里的数重算，得到的正是原文写的数', 'the working gives the number as printed'),
  ],
  [say('不一致', '不一致 (differs)'), say('重算得到别的数', 'the working gives another number')],
  [
    say('推不出来', '推不出来 (does not follow)'),
    say('按所列的数，什么整数都得不到原文写的数', 'no whole number gives what is printed'),
  ],
  [
    say('超过100%', '超过100% (above 100 %)'),
    say('占比、完成率不能超过100%', 'a share cannot exceed 100 %'),
  ],
  [
    say('表述不精确', '表述不精确 (vague)'),
    say('写了“左右”“以上”，说不清是多少', 'worded so that nobody can say how much'),
  ],
  [
    say('相互矛盾', '相互矛盾 (contradicts)'),
    say('两个数不能同时成立', 'two numbers that cannot both be'),
  ],
  [
    say('没有核对', '没有核对 (unchecked)'),
    say(
      '原文没有写出能重算的数；这不表示它对，也不表示它错',
      'the text gives nothing to recompute it from: neither right nor wrong',
    ),
  ],
];

/** The audit as one page for an inspector and a journalist: sentence, verdict, working, source. */
export function claimsHtml(report: ClaimsReport, tell: Tell, lang: 'zh' | 'en'): string {
  const { title, audits } = report;
  const name = tell(say(`核对：${title}`, `Audit: ${title}`));
  const parts = [
    `<h1>${escapeText(name)}</h1>`,
    summary(report, tell),
    firstToRead(audits, tell),
    `<h2>${escapeText(tell(say('逐句', 'Sentence by sentence')))}</h2>`,
    ...audits.map((audit) => article(audit, report, tell)),
    howJudged(report, tell),
    sources(report, tell),
  ];
  return htmlPage({ lang, title: name, style: CLAIMS_STYLE, parts });
}

function summary({ audits }: ClaimsReport, tell: Tell): string {
  const counts = countLevels(audits);
  const cells = ORDER.map(
    (level) =>
      `<div class="${level}"><dt>${badge(level, tell)}</dt><dd>${counts[level]}</dd></div>`,
  );
  const all = tell(say(`共 ${audits.length} 句`, `${audits.length} sentences`));
  return `<p>${escapeText(all)}</p>\n<dl class="counts">\n${cells.join('\n')}\n</dl>`;
}

function badge(level: Level, tell: Tell): string {
  return `<span class="badge ${level}">${SIGNS[level]} ${escapeText(tell(LEVELS[level]))}</span>`;
}

/** What fails and what should be said better, on top, with what is to be said of it. */
function firstToRead(audits: readonly ClaimAudit[], tell: Tell): string {
  const head = `<h2>${escapeText(tell(say('先看这些', 'To be read first')))}</h2>`;
  const grave = audits.filter(({ level }) => level === 'fail' || level === 'warn');
  if (grave.length === 0) {
    const none = say('没有不通过、要改说法的句子', 'nothing fails or should be said better');
    return `${head}\n<p>${escapeText(tell(none))}</p>`;
  }
  grave.sort((a, b) => ORDER.indexOf(a.level) - ORDER.indexOf(b.level));
  const lines = grave.map(({ claim, figures, level }) => {
    const [figure] = figures.filter(({ rulings }) => rulings[0]?.level === level);
    const ruling = figure?.rulings[0];
    const says = `${figure?.figure.printed.text ?? ''} ${ruling?.verdict ?? ''}`.trim();
    const why = ruling === undefined ? '' : `：${tell(ruling.why)}`;
    return `<li>${badge(level, tell)} <a href="#${idOf(claim.id)}">${escapeText(says)}</a>${escapeText(why)}</li>`;
  });
  return `${head}\n<ul class="first">\n${lines.join('\n')}\n</ul>`;
}

function article(audit: ClaimAudit, report: ClaimsReport, tell: Tell): string {
  const { claim, figures, level } = audit;
  const place = `${report.path}:${claim.line}`;
  const from = claim.source === undefined ? place : `${claim.source}，${place}`;
  const judged = figures.filter(({ figure, rulings }) => isJudged({ figure, rulings }));
  const stated = figures.filter((each) => !judged.includes(each));
  return [
    `<article id="${idOf(claim.id)}" class="${level}">`,
    `<h3>${badge(level, tell)} ${escapeText(claim.id)}</h3>`,
    `<blockquote><p>${quoteHtml(audit)}</p></blockquote>`,
    `<p class="source">${escapeText(tell(say(`出处：${from}`, `source: ${from}`)))}</p>`,
    ...(judged.length === 0 ? [] : [table(judged, audit, report, tell)]),
    ...(stated.length === 0 ? [] : [statedOnly(stated, tell)]),
    '</article>',
  ].join('\n');
}

/** Whether there is more to say of a figure than that it stands there. */
function isJudged({ figure, rulings }: FigureAudit): boolean {
  const only = rulings.every(({ verdict }) => verdict === '没有核对');
  return !only || figure.is !== undefined || figure.printed.unread === true;
}

function statedOnly(stated: readonly FigureAudit[], tell: Tell): string {
  const numbers = stated.map(({ figure }) => `${figure.name} ${figure.printed.text}`).join('；');
  const words = say(`只列出、没有核对的数：${numbers}`, `only stated, unchecked: ${numbers}`);
  return `<p class="stated">${escapeText(tell(words))}</p>`;
}

function table(
  judged: readonly FigureAudit[],
  { claim }: ClaimAudit,
  { catalogue }: ClaimsReport,
  tell: Tell,
): string {
  const heads = [
    say('数', 'figure'),
    say('原文', 'printed'),
    say('结论和算式', 'verdict and working'),
  ].map((words) => `<th scope="col">${escapeText(tell(words))}</th>`);
  const rows = judged.map(({ figure, rulings }) => {
    const { is } = figure;
    const working = is === undefined ? '' : withNumbers(is.expression, claim, catalogue);
    const line = is === undefined ? '' : `<p class="working">${escapeText(working)}</p>`;
    const found = rulings.filter(({ verdict }) => rulings.length === 1 || verdict !== '没有核对');
    const verdicts = found.map(
      ({ verdict, level, why }) =>
        `<p><b class="${level}">${SIGNS[level]} ${escapeText(verdict)}</b> ${escapeText(tell(why))}</p>`,
    );
    return [
      `<tr><th scope="row">${escapeText(figure.name)}</th>`,
      `<td class="n">${escapeText(figure.printed.text)}</td>`,
      `<td>${line}${verdicts.join('')}</td></tr>`,
    ].join('');
  });
  const name = escapeText(claim.id).replace(/"/g, '&quot;');
  return (
    `<div class="scroll" role="region" tabindex="0" aria-label="${name}"><table>\n` +
    `<thead><tr>${heads.join('')}</tr></thead>\n<tbody>\n${rows.join('\n')}\n</tbody></table></div>`
  );
}

function howJudged({ units }: ClaimsReport, tell: Tell): string {
  const rows = MEANINGS.map(
    ([verdict, meaning]) =>
      `<div><dt>${escapeText(tell(verdict))}</dt><dd>${escapeText(tell(meaning))}</dd></div>`,
  );
  const policy = units.map((words) => `<li>${escapeText(tell(words))}</li>`);
  return [
    `<h2>${escapeText(tell(say('怎样核对', 'How it was judged')))}</h2>`,
    `<dl class="meanings">\n${rows.join('\n')}\n</dl>`,
    `<ul>\n${policy.join('\n')}\n</ul>`,
  ].join('\n');
}

function sources({ path, digest, today, ledgers }: ClaimsReport, tell: Tell): string {
  const lines = [
    say(`核对的文件：${path}`, `file: ${path}`),
    say(`文件的 SHA-256：${digest}`, `SHA-256 of the file: ${digest}`),
    ...ledgers.map((name) => say(`台账：${name}`, `ledger: ${name}`)),
    say(`核对日期：${today}`, `audited on ${today}`),
    say('核对的程序：mingbai claims', 'program: mingbai claims'),
  ];
  const items = lines.map((words) => `<li>${escapeText(tell(words))}</li>`);
  const head = escapeText(tell(say('来源', 'Sources')));
  return `<h2>${head}</h2>\n<ul class="sources">\n${items.join('\n')}\n</ul>`;
}

/** An id as an anchor; what may not stand in one is a hyphen. */
function idOf(id: string): string {
  return `c-${id.replace(/[^\p{L}\p{N}_-]/gu, '-')}`;
}
