import markdownIt from 'markdown-it';

/** The catalogue's pages made by Eleventy: see ../../README.md. */
export default function configure(config) {
  const markdown = markdownIt();
  config.addFilter('md', (text) => markdown.render(String(text ?? '')));
  return { dir: { input: '.', output: 'out' }, htmlTemplateEngine: 'njk' };
}
