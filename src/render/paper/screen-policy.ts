import { createHash } from 'node:crypto';

/**
 * What a browser may take from a page that needs nothing else: the styles and scripts that stand in
 * its template, word for word; nothing that its data could bring, nothing from elsewhere.
 */
export function withPolicy(page: string, template: string): string {
  const sources = ['script', 'style'].map((tag) => `${tag}-src ${hashesOf(template, tag)}`);
  const policy = ["default-src 'none'", "base-uri 'none'", "form-action 'none'", ...sources];
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy.join('; ')}">`;
  return page.replace(/<head>\n?/, (head) => `${head}${meta}\n`);
}

function hashesOf(template: string, tag: string): string {
  const inside = new RegExp(`<${tag}>([^]*?)</${tag}>`, 'g');
  const hashes = [...template.matchAll(inside)].map(([, text = '']) => {
    return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  });
  return hashes.length === 0 ? "'none'" : hashes.join(' ');
}
