import { describe, expect, it } from '@jest/globals';
import type { ThreadEntry } from '../../../core/casework/decrypt-report.ts';
import { decryptedNoteTexts, decryptedTexts } from '../../../tab/case/decrypt-notes.ts';
import { today } from '../../support/contracts/records.ts';
import { createCaseView } from '../../support/tab/case-view.ts';

const note = (words: string) => ({ for: 'handlers', sealed: Buffer.from(words).toString('base64') }) as const;
const { record, events } = createCaseView({}, [
  { kind: 'noted', note: note('a') },
  { kind: 'sanitised', note: note('b') },
  { kind: 'identityShared', note: note('c') },
  { kind: 'noted', note: note('for others') },
]);
const entry = (direction: ThreadEntry['direction'], number: number, text: string): ThreadEntry => ({
  direction,
  message: { v: 1, caseId: record.caseId, direction, number, id: `${number}`, writtenOn: today, text, tag: '' },
  at: today,
});

describe('the words of a case that are looked through', () => {
  it('are what was typed into the report, the messages, and what handlers wrote, each with its place', () => {
    const digests = events.flatMap((event) => event.note?.digest ?? []);
    const words = new Map(digests.slice(0, 3).map((digest, at) => [digest, `Words ${at + 1}`]));
    const texts = decryptedTexts(
      {
        answers: { mode: 'named', what: 'It happened.', where: ' ', signs: 'contact', known: 'saw' },
        thread: [entry('fromReporter', 1, 'More.'), entry('fromReporter', 2, ''), entry('toReporter', 1, 'When?')],
      },
      events,
      words,
    );
    expect(texts.map(({ location, text }) => [location.kind, text])).toEqual([
      ['answer', 'It happened.'],
      ['fromReporter', 'More.'],
      ['toReporter', 'When?'],
      ['note', 'Words 1'],
      ['sanitised', 'Words 2'],
    ]);
    expect(new Set(texts.map(({ id }) => id)).size).toBe(texts.length);
  });

  it('are without what is not open here', () => {
    expect(events.flatMap((event) => decryptedNoteTexts(event, new Map()))).toEqual([]);
  });
});
