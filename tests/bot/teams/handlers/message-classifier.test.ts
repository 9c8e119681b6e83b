import { describe, expect, it } from '@jest/globals';
import { classifyMessage, limitCombiningMarks } from '../../../../bot/teams/handlers/message-handler.ts';
import { generateReturnCode, formatReturnCode } from '../../../../core/model/return-code.ts';

const code = formatReturnCode(generateReturnCode((count) => Uint8Array.from({ length: count }, (_, at) => at * 37)));

describe('words of danger', () => {
  it.each([
    ['urgent', 'en'],
    ['URGENT!!!', 'en'],
    ['Help me', 'en'],
    ['help-me.', 'en'],
    ['danger', 'en'],
    ['“Danger”', 'en'],
    ['dan\u200bger', 'en'],
    ['Emergency', 'en'],
    ['brys', 'cy'],
    ['Ar frys!', 'cy'],
    ['perygl', 'cy'],
    ['Mewn PERYGL', 'cy'],
    ['Helpwch fi!', 'cy'],
    ['help fi', 'cy'],
    ['argyfwng', 'cy'],
    ['<at>Candour</at> urgent', 'en'],
    ['999', undefined],
  ] as const)('are answered with 999, in the language they tell: %s', (text, language) => {
    const typed = classifyMessage(text);
    expect(typed.notes[0]).toBe('danger');
    expect(typed.language).toBe(typed.notes.length === 1 ? language : undefined);
  });

  it.each(['It is urgent, please', 'help me now', 'I think she is in danger', 'mae hi mewn perygl', 'ar frys nawr'])(
    'are heard among others, which the chat records as well: %s',
    (text) => {
      expect(classifyMessage(text)).toEqual({ notes: ['danger', 'chatIsRecorded'] });
    },
  );

  it.each(['help', 'cymorth', 'urgent alerts here', 'rhybuddion brys yma', '', undefined, '<at>Candour</at>'])(
    'are none in a command, and none where nothing is said: %s',
    (text) => {
      expect(classifyMessage(text)).toEqual({ notes: [] });
    },
  );

  it.each(['a colleague', 'endangered resurgent words', 'nothing to be said'])('are none in others: %s', (text) => {
    expect(classifyMessage(text)).toEqual({ notes: ['chatIsRecorded'] });
  });
});

describe('a code in the chat', () => {
  it('is noticed, beside danger, and nothing of it is handed on', () => {
    expect(classifyMessage(code)).toEqual({ notes: ['code', 'chatIsRecorded'] });
    expect(classifyMessage(`Code: ${code}`)).toEqual({ notes: ['code', 'chatIsRecorded'] });
    expect(classifyMessage(`it is ${code.slice(1)}, why`)).toEqual({ notes: ['code', 'chatIsRecorded'] });
    expect(classifyMessage(`urgent! ${code} does not work`)).toEqual({ notes: ['danger', 'code', 'chatIsRecorded'] });
    expect(JSON.stringify(classifyMessage(`urgent: ${code}`))).not.toContain(code.slice(0, 4));
  });
});

describe('a letter with thousands of marks on it', () => {
  const short = `e${'\u0301\u0316'.repeat(3)}`;
  const heaped = [`e${'\u0301\u0316'.repeat(14_000)}`, `e${'\u0301'.repeat(14_000)}${'\u0316'.repeat(14_000)}`];

  it.each(heaped)('keeps nobody else waiting', (text) => {
    const times = [1, 2, 3, 4, 5].map(() => {
      const from = performance.now();
      expect(classifyMessage(text)).toEqual({ notes: ['chatIsRecorded'] });
      return performance.now() - from;
    });
    // It took a second, and takes a thousandth.
    expect(Math.min(...times)).toBeLessThan(100);
  });

  it('hides neither danger nor a code beside it', () => {
    for (const text of [short, ...heaped]) {
      expect(classifyMessage(`${code} urgent ${text}`).notes).toEqual(['danger', 'code', 'chatIsRecorded']);
    }
  });

  it('is a letter as written where it has a few', () => {
    expect(limitCombiningMarks(`${short} \u0e01\u0e34\u0e48`)).toBe(`${short} \u0e01\u0e34\u0e48`);
  });
});
