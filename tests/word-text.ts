/** What a reader sees of WordprocessingML, blanks taken out; throws where tags do not match. */
export function visibleText(xml: string): string {
  const open: string[] = [];
  let text = '';
  for (const [, tag, between] of xml.matchAll(/<([^>]+)>([^<]*)/g)) {
    if (tag === undefined || tag.startsWith('?')) continue;
    const name = tag.replace(/^\//, '').split(/[\s/]/)[0] ?? '';
    if (tag.startsWith('/')) {
      if (open.pop() !== name) throw new Error(`</${name}> closes nothing`);
    } else if (!tag.endsWith('/')) open.push(name);
    if (open.at(-1) === 'w:t') text += between ?? '';
  }
  if (open.length > 0) throw new Error(`<${open.join('> <')}> is not closed`);
  const plain = text.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
  return plain.replace(/\s/g, '');
}
