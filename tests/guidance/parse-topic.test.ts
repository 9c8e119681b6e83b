import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { parseTopic } from '../../guidance/parse-topic.ts';
import { createTopicFile, createTopicSource } from '../support/guidance/topic-source.ts';

const problemsOf = (id: string, source: Parameters<typeof parseTopic>[1]) => {
  const read = parseTopic(id, source);
  return read.kind === 'topic' ? [] : read.problems;
};
const english = (file: string) => ({ en: file, cy: createTopicFile('Words.') });

describe('a topic', () => {
  it('is read from its two files, with its owner, version, day of review and place', () => {
    const source = {
      en: createTopicFile('Words.', { title: 'Words' }),
      cy: createTopicFile('Geiriau.', { title: 'Geiriau' }),
    };
    expect(parseTopic('words', source)).toEqual({
      kind: 'topic',
      topic: {
        id: 'words',
        owner: { en: 'Made-up Office', cy: 'Made-up Office' },
        version: 1,
        reviewBy: '2027-06-30',
        part: 'know',
        place: 15,
        text: {
          en: { title: 'Words', blocks: [{ kind: 'paragraph', words: [{ kind: 'text', text: 'Words.' }] }] },
          cy: { title: 'Geiriau', blocks: [{ kind: 'paragraph', words: [{ kind: 'text', text: 'Geiriau.' }] }] },
        },
      },
    });
  });

  it('is the same however a machine ends its lines, and with the mark that some editors put first', () => {
    const { en, cy } = createTopicSource('One.\n\nTwo.');
    const windows = { en: `\uFEFF${en.replaceAll('\n', '\r\n')}`, cy: cy.replaceAll('\n', '\r') };
    expect(parseTopic('words', windows)).toEqual(parseTopic('words', { en, cy }));
  });

  it('says which language is missing', () => {
    const { en } = createTopicSource('Words.');
    expect(problemsOf('words', { en, cy: ' \n' })).toEqual([{ code: 'missing', language: 'cy' }]);
    expect(problemsOf('words', { en: '', cy: '' }).map(({ code }) => code)).toEqual(['missing', 'missing']);
  });

  it.each([
    ['title', ''],
    ['title', '<b>Title</b>'],
    ['title', 'a **b**'],
    ['title', 'a \u202Eb'],
    ['owner', ''],
    ['owner', 'x'.repeat(81)],
    ['version', '0'],
    ['version', '1.5'],
    ['version', '-1'],
    ['review', '2027-02-30'],
    ['review', 'soon'],
    ['part', 'elsewhere'],
    ['place', 'first'],
  ] as const)('says that its %s cannot be %j', (name, value) => {
    const problems = problemsOf('words', english(createTopicFile('Words.', { [name]: value })));
    const lines = value === '' ? 'lines' : name;
    expect(problems).toEqual([{ code: 'frontMatter', language: 'en', name: lines }]);
  });

  it.each([
    ['no head', 'Words.'],
    ['a head without an end', '---\ntitle: x\n'],
    ['a line that is none', createTopicFile('Words.').replace('part:', 'part')],
    ['a line twice', createTopicFile('Words.').replace('part: know', 'part: know\npart: help')],
    ['a line of its own', createTopicFile('Words.').replace('part: know', 'part: know\nlive: yes')],
    ['what every object has', createTopicFile('Words.').replace('part: know', 'part: know\nconstructor: x')],
  ])('is not read with %s', (_, file) => {
    expect(problemsOf('words', english(file))).toEqual([{ code: 'frontMatter', language: 'en', name: 'lines' }]);
  });

  it('has its office as each language calls it', () => {
    const read = parseTopic('words', {
      en: createTopicFile('Words.'),
      cy: createTopicFile('Geiriau.', { owner: 'Swyddfa' }),
    });
    expect(read).toMatchObject({ topic: { owner: { en: 'Made-up Office', cy: 'Swyddfa' } } });
  });

  it.each(['version', 'review', 'part', 'place'] as const)('has one %s for both languages', (name) => {
    const other = { version: '2', review: '2027-07-01', part: 'help', place: '16' }[name];
    expect(problemsOf('words', english(createTopicFile('Words.', { [name]: other })))).toEqual([
      { code: 'differs', what: name },
    ]);
  });

  it.each(['contents', '', 'Signs', '1st', '../x', 'a b', 'x'.repeat(41), 'constructor.x'])(
    'has no id like %j',
    (id) => {
      expect(problemsOf(id, createTopicSource('Words.'))).toEqual([{ code: 'id' }]);
    },
  );

  it('says in which language something cannot stay', () => {
    expect(problemsOf('words', createTopicSource('Words.', 'Geiriau <b>trwm</b>'))).toEqual([
      { code: 'notTaken', what: 'html', words: '<b>', language: 'cy' },
      { code: 'notTaken', what: 'html', words: '</b>', language: 'cy' },
    ]);
  });

  it('never throws, whatever stands in a file', () => {
    const line = fc.tuple(fc.constantFrom('title', 'owner', 'version', 'review', 'part', 'place', 'x'), fc.string());
    const file = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .tuple(fc.array(line, { maxLength: 8 }), fc.string())
        .map(([lines, body]) => `---\n${lines.map(([name, value]) => `${name}: ${value}`).join('\n')}\n---\n${body}`),
    );
    fc.assert(
      fc.property(fc.string(), file, file, (id, en, cy) => {
        expect(['topic', 'problems']).toContain(parseTopic(id, { en, cy }).kind);
      }),
    );
  });
});
