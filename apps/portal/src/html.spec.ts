import fc from 'fast-check';

import { html, type HtmlValue } from './html';

describe('html', () => {
  it('escapes text so that it can be neither a tag nor the end of an attribute', () => {
    const hostile = `"><script>alert('x')</script><img src=x onerror="y">&amp;`;
    expect(html`<p title="${hostile}">${hostile}</p>`.toString()).not.toMatch(/<(script|img)|"y"/);
    expect(html`${hostile}`.toString()).toBe(
      '&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&lt;img src=x onerror=&quot;y&quot;&gt;&amp;amp;',
    );
  });

  it('prints any text so that it reads back unchanged and holds no markup character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const printed = html`${text}`.toString();
        expect(printed).not.toMatch(/[<>"']/);
        expect(readBack(printed)).toBe(text);
      }),
    );
  });

  it('escapes once: markup inside markup and inside lists stays as it is', () => {
    const items = ['a', '<b>'].map((item) => html`<li>${item}</li>`);
    expect(html`${items}${html`<hr />`}`.toString()).toBe('<li>a</li><li>&lt;b&gt;</li><hr />');
  });

  it('prints nothing for what is absent, and zero for zero', () => {
    expect(html`[${null}${undefined}${false}${0}]`.toString()).toBe('[0]');
  });

  it('takes no look-alike for markup', () => {
    const lookAlike = Object.assign(['<i>'], { toString: () => '<b>' }) as HtmlValue;
    expect(html`${lookAlike}`.toString()).toBe('&lt;i&gt;');
  });
});

const readBack = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
