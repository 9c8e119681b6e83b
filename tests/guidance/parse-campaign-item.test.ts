import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { checkItem } from '../../guidance/check-campaign-item.ts';
import { parseItem } from '../../guidance/parse-campaign-item.ts';

const file = (head: string, body = 'A body.', scene = '') => `---\n${head}\n---\n\n${body}\n\n${scene}`;
const head = 'week: 3\ntitle: A title\ntopic: what';
const scene = (count = 2) =>
  `## What would you do?\n\nA scene.\n\n${Array.from({ length: count }, (_, at) => `- Choice ${at}\n\n  Said to ${at}.\n`).join('\n')}`;
const alike = (text: string) => ({ en: text, cy: text });
const topics = new Set(['what']);

describe('an item of the plan', () => {
  it('is read from its two files, with its scene', () => {
    const cy = file('week: 3\ntitle: Teitl\ntopic: what', 'Corff.', scene().replaceAll('Choice', 'Dewis'));
    expect(parseItem('three', { en: file(head, 'A body.', scene()), cy })).toEqual({
      kind: 'item',
      item: {
        id: 'three',
        week: 3,
        title: { en: 'A title', cy: 'Teitl' },
        body: { en: 'A body.', cy: 'Corff.' },
        scene: {
          text: { en: 'A scene.', cy: 'A scene.' },
          options: [0, 1].map((at) => ({
            text: { en: `Choice ${at}`, cy: `Dewis ${at}` },
            reveal: { en: `Said to ${at}.`, cy: `Said to ${at}.` },
          })),
        },
        topic: 'what',
      },
    });
  });

  it('needs no scene', () => {
    const read = parseItem('three', alike(file(`${head}\npulse: before`)));
    expect(read).toMatchObject({ kind: 'item', item: { pulse: 'before', body: { en: 'A body.' } } });
    expect(read).not.toHaveProperty('item.scene');
  });

  it('says which language is missing', () => {
    expect(parseItem('three', { en: file(head), cy: '  \n' })).toEqual({
      kind: 'problems',
      problems: [{ code: 'missing', language: 'cy' }],
    });
  });

  it.each([
    ['without a head', 'A body.'],
    ['with a line that is none', file(`${head}\ncolour: red`)],
    ['with a week that is none', file('week: soon\ntitle: A title\ntopic: what')],
    ['with two scenes', file(head, 'A body.', `${scene()}\n\n${scene()}`)],
    ['with a scene without choices', file(head, 'A body.', '## What would you do?\n\nA scene.')],
    ['with a choice to which nothing is said', file(head, 'A body.', '## What?\n\nA scene.\n\n- One\n- Two')],
    ['longer than any file of ours', file(head, 'x '.repeat(20_000))],
  ])('is no item %s', (_, text) => {
    expect(parseItem('three', { en: file(head), cy: text })).toEqual({
      kind: 'problems',
      problems: [{ code: 'file', language: 'cy' }],
    });
  });

  it.each([
    ['their weeks', file('week: 4\ntitle: A title\ntopic: what', 'A body.', scene())],
    ['their topics', file('week: 3\ntitle: A title\ntopic: signs', 'A body.', scene())],
    ['how many choices they have', file(head, 'A body.', scene(3))],
    ['that one has a scene', file(head)],
  ])('is none whose files differ in %s', (_, cy) => {
    expect(parseItem('three', { en: file(head, 'A body.', scene()), cy })).toEqual({
      kind: 'problems',
      problems: [{ code: 'filesDiffer' }],
    });
  });

  it('is never thrown at, whatever its files hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (en, cy) => {
        const text = [en, cy].map((one) => file(head, one, `${scene()}${one}`));
        const read = parseItem('three', { en: text[0] ?? '', cy: text[1] ?? '' });
        if (read.kind === 'item') checkItem(read.item, topics);
      }),
    );
  });
});

describe('what keeps an item from being sent', () => {
  const item = (change: object = {}) => {
    const read = parseItem('three', alike(file(head, 'A body.', scene())));
    if (read.kind !== 'item') throw new Error('no item');
    return { ...read.item, ...change };
  };
  const codes = (change: object) => checkItem(item(change), topics).map(({ code }) => code);

  it('is nothing where all is well', () => {
    expect(codes({})).toEqual([]);
  });

  it.each([
    ['raw HTML in its body', { body: alike('<b>Words</b>') }, 'notTaken'],
    ['a heading in its body', { body: alike('## Heading\n\nWords.') }, 'notTaken'],
    ['what Candour keeps in its body', { body: alike('{{signs}}') }, 'named'],
    ['a name that stands for nothing', { title: alike('From {chief}') }, 'placeholder'],
    ['signs that are not seen', { title: alike('A\u202Eb') }, 'hidden'],
    ['bodies that differ', { body: { en: 'One.', cy: 'Un.\n\nDau.' } }, 'bodiesDiffer'],
    ['figures that are not put in yet', { figures: 'saidAndDid' }, 'noFigures'],
    ['a topic that is not there', { topic: 'nowhere' }, 'unknownTopic'],
    [
      'a choice that fits no button',
      { scene: { text: alike('A scene.'), options: [{ text: alike('x'.repeat(31)), reveal: alike('Said.') }] } },
      'optionTooLong',
    ],
    [
      'more words than a minute has, with those of its scene',
      {
        body: alike('word '.repeat(119).trim()),
        scene: { text: alike('Two words'), options: [{ text: alike('One'), reveal: alike('Said.') }] },
      },
      'tooLong',
    ],
  ])('is %s', (_, change, code) => {
    expect(new Set(codes(change))).toEqual(new Set([code]));
  });
});
