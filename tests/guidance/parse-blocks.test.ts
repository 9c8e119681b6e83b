import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { inlineLines } from '../../guidance/check-topic.ts';
import { parseBlocks } from '../../guidance/parse-blocks.ts';

const codesOf = (source: string) => parseBlocks(source).problems.map((one) => ('what' in one ? one.what : one.code));
const longestSource = 20_000;
const runs = process.env['SLOW'] ? 20_000 : 500;

describe('a text in Markdown', () => {
  it('is read into its headings, paragraphs, lists, bold words, links and what Candour keeps', () => {
    const source =
      '## When\n\nSay **what you saw**, and\nread [the law](https://example.org/law) or [more](topic:signs).\n\n{{signs}}\n\n- one\n- {force}\n';
    expect(parseBlocks(source)).toEqual({
      problems: [],
      blocks: [
        { kind: 'heading', text: 'When' },
        {
          kind: 'paragraph',
          words: [
            { kind: 'text', text: 'Say ' },
            { kind: 'text', text: 'what you saw', strong: true },
            { kind: 'text', text: ', and read ' },
            { kind: 'link', text: 'the law', to: 'https://example.org/law' },
            { kind: 'text', text: ' or ' },
            { kind: 'link', text: 'more', to: 'topic:signs' },
            { kind: 'text', text: '.' },
          ],
        },
        { kind: 'named', name: 'signs' },
        {
          kind: 'list',
          items: [[{ kind: 'text', text: 'one' }], [{ kind: 'text', text: '{force}' }]],
        },
      ],
    });
  });

  it('keeps signs that were set as plain ones plain', () => {
    expect(parseBlocks('2 \\* 3 \\[x\\]').blocks).toEqual([
      { kind: 'paragraph', words: [{ kind: 'text', text: '2 * 3 [x]' }] },
    ]);
  });

  it.each([
    ['a script', '<script>alert(1)</script>', 'html'],
    ['HTML in a line', 'some <b>bold</b> words', 'html'],
    ['a comment', '<!-- hidden -->', 'html'],
    ['HTML in bold words', '**<img src=x onerror=alert(1)>**', 'html'],
    ['HTML in a link', '[<b>x</b>](https://example.org)', 'html'],
    ['HTML in a list', '- <iframe></iframe>', 'html'],
    ['a picture', '![x](https://example.org/x.png)', 'picture'],
    ['a picture in a link', '[![x](https://example.org/x.png)](https://example.org)', 'picture'],
    ['code', '`rm`', 'code'],
    ['a block of code', '```\nx\n```', 'code'],
    ['a quote', '> said', 'quote'],
    ['a table', '| a | b |\n|---|---|\n| 1 | 2 |', 'table'],
    ['a rule', 'one\n\n---\n\ntwo', 'rule'],
    ['a list with numbers', '1. one\n2. two', 'numbers'],
    ['a list in a list', '- one\n  - two', 'inner'],
    ['a list of tasks', '- [ ] one', 'inner'],
    ['a title', '# One', 'title'],
    ['words that lean', 'some *words*', 'marks'],
    ['an address of old', '[x]: https://example.org', 'marks'],
    ['nothing', ' \n ', 'empty'],
    ['something of Candour that is not there', '{{secrets}}', 'named'],
    ['a name that stands for nothing', 'Hello {name}', 'placeholder'],
    ['half a name', 'Hello {force', 'placeholder'],
    ['a date that a client would put in', 'Since {{DATE(2026-11-26T00:00:00Z)}}', 'placeholder'],
    ['a template', '${$root.token}', 'placeholder'],
    ['a name in bold that stands for nothing', '**{name}**', 'placeholder'],
    ['a turn of direction', 'call \u202E999', 'hidden'],
    ['a sign without width', 'call\u200B999', 'hidden'],
    ['a null', 'a\u0000b', 'hidden'],
  ])('does not take %s', (_, source, code) => {
    expect(codesOf(source)).toContain(code);
  });

  it.each([
    'http://example.org',
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'mailto:x@example.org',
    'tel:999',
    '//example.org',
    '/guidance',
    'https://name:word@example.org',
    'topic:',
    'topic:../x',
    'topic:contents',
    'topic:Signs',
  ])('does not lead to %s', (to) => {
    expect(codesOf(`[x](${to})`)).toEqual(['link']);
  });

  it('takes no title of a link, which is seen by nobody', () => {
    expect(codesOf('[x](https://example.org "y")')).toEqual(['link']);
  });

  it('is not read where it is far too long, nor where it is nested beyond reason', () => {
    expect(codesOf('x'.repeat(longestSource + 1))).toEqual(['tooLarge']);
    expect(codesOf('>'.repeat(longestSource)).length).toBeGreaterThan(0);
    expect(codesOf('- '.repeat(longestSource / 2)).length).toBeGreaterThan(0);
    expect(codesOf('[a'.repeat(longestSource / 2))).toEqual(['tooLarge']);
  });

  it.each(['**a ', '*a_ [', '_a a**', '***a![a](', '`a ', '[^a]~a '])(
    'is not parsed with thousands of %s, whose time would grow with the square of their number',
    (sign) => {
      expect(codesOf(sign.repeat(longestSource / sign.length))).toEqual(['tooLarge']);
      expect(codesOf(sign.repeat(100))).not.toContain('tooLarge');
    },
  );

  it('never throws, and leads nowhere but to pages and topics', () => {
    const bits = '<b>,</,**,*,[,](,),{{,}},{,signs,\n,\n\n,- ,> ,#,`,!,https://x.org,&lt;,\\,|,---, ,word'.split(',');
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string(),
      fc.array(fc.constantFrom(...bits), { maxLength: 40 }).map((some) => some.join('')),
    );
    fc.assert(
      fc.property(text, (source) => {
        const { blocks, problems } = parseBlocks(source);
        const links = problems.length > 0 ? [] : inlineLines(blocks).flat();
        for (const one of links) if (one.kind === 'link') expect(one.to).toMatch(/^(?:https:\/\/|topic:[a-z])/u);
      }),
      { numRuns: runs },
    );
  });

  it('lets no HTML through, wherever it stands among other words', () => {
    const words = fc.array(
      fc.constantFrom('one', 'two', '**three**', '[four](https://x.org)', '- five', '\n\n', '&', '"'),
    );
    const tag = fc.constantFrom('<b>', '</p>', '<script>', '<img src=x onerror=y>', '<!-- x -->', '<svg/onload=x>');
    fc.assert(
      fc.property(words, tag, words, (before, html, after) => {
        const source = `${before.join(' ')} x ${html} x ${after.join(' ')}`;
        // Inside of a list it is said of the list that it holds more than lines.
        expect(codesOf(source)).toContainEqual(expect.stringMatching(/^(?:html|inner)$/u));
      }),
      { numRuns: runs },
    );
  });
});
