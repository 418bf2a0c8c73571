import { describe, expect, test } from 'vitest';
import { keepWordsWhole } from '../src/render/html/whole-words.ts';

/** A text with ‹…› around what stays on one line. */
const marked = (text: string): string =>
  keepWordsWhole(text).replace(/<span class="whole">(.*?)<\/span>/g, '‹$1›');

describe('what no line parts', () => {
  test.each([
    ['承诺‹20个工作日›办结'],
    ['每周一至周五‹9:00—12:00›，‹下午13:30—17:30›'],
    ['国务院令‹第460号›'],
    ['国办发‹〔2025〕24号›'],
    ['每户‹80元/立方米›，‹550元/件›'],
    ['自‹2026年11月30日›起'],
    ['‹2026年1月1日—›‹2026年12月31日›'],
    ['电话‹0399-5557777›转8001'],
    ['原件‹1份›，复印件‹2份›'],
    ['依照‹第二十条›‹第三款›'],
    ['一次办‹成——›不跑第二次'],
    ['承諾‹20個工作日›，‹第3條›'],
    ['‹<a href="tel:12345">12345</a>、›<a href="tel:03995557777">0399-5557777</a>'],
    ['<a href="forms/20日.pdf">‹20日›</a>'],
  ])('%s', (text) => {
    expect(marked(text.replace(/[‹›]/g, ''))).toBe(text);
  });
});

describe('what stays as it was', () => {
  test.each([
    ['12345'],
    ['上浮10.5%'],
    ['11位编码'],
    ['<title>20日内</title>'],
    ['<script type="application/ld+json">{"a":"20日"}</script>'],
    ['<option>20日</option>'],
    ['<img alt="20日">'],
    ['&#39;&amp;'],
  ])('%s', (text) => {
    expect(marked(text)).toBe(text);
  });
});
