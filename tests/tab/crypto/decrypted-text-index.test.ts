import { describe, expect, it } from '@jest/globals';
import { createDecryptedTextIndex, maxHits, type DecryptedText } from '../../../tab/crypto/decrypted-text-index.ts';

const note = (text: string, id = text): DecryptedText => ({ id, place: { kind: 'note' }, text });

function openedWords(most?: { readonly characters: number; readonly cases: number }) {
  let isUnlocked = true;
  const words = createDecryptedTextIndex({ isUnlocked: () => isUnlocked, ...(most && { most }) });
  return {
    words,
    lock: () => {
      isUnlocked = false;
      words.clear();
    },
    found: (sought: string) => words.find(sought).hits.map(({ caseId, excerpt }) => [caseId, excerpt.words]),
  };
}

describe('what was opened in the page', () => {
  it('is found without regard to capitals and marks, of the case that was opened last first', () => {
    const { words, found } = openedWords();
    words.keep('one', [note('At Tŷ Mawr.'), note('Nothing here.')]);
    words.keep('two', [note('TY MAWR, again.')]);
    expect(found('tŷ mawr')).toEqual([
      ['two', 'TY MAWR'],
      ['one', 'Tŷ Mawr'],
    ]);
    expect(found('elsewhere')).toEqual([]);
    words.keep('one', [note('Read again.')]);
    expect(found('ty mawr')).toEqual([['two', 'TY MAWR']]);
    expect(words.state()).toEqual({ cases: 2, letGo: 0, sought: '' });
  });

  it('is not looked through for less than two letters', () => {
    const { words } = openedWords();
    words.keep('one', [note('a b c')]);
    for (const sought of ['', ' ', 'a', ' a ', '\u0301\u0301'])
      expect(words.find(sought)).toEqual({ count: 0, hits: [] });
  });

  it('takes what is written since, once', () => {
    const { words, found } = openedWords();
    words.add('one', note('a first note', 'digest'));
    words.add('one', note('a first note', 'digest'));
    words.add('one', note('a second note', 'other'));
    expect(found('note')).toEqual([
      ['one', 'note'],
      ['one', 'note'],
    ]);
  });

  it('is gone once the keys are locked, with what was looked for, and nothing is kept after that', () => {
    const { words, lock, found } = openedWords();
    words.keep('one', [note('secret words')]);
    words.seek('secret');
    let told = 0;
    words.subscribe(() => (told += 1));
    lock();
    expect(told).toBe(1);
    expect(found('secret')).toEqual([]);
    words.keep('one', [note('secret words')]);
    words.add('one', note('more secret words'));
    words.seek('secret');
    expect(found('secret')).toEqual([]);
    expect(words.state()).toEqual({ cases: 0, letGo: 0, sought: '' });
  });

  it('forgets a case that may not be seen any more, and no other', () => {
    const { words, found } = openedWords();
    words.keep('one', [note('the same words')]);
    words.keep('two', [note('the same words')]);
    words.drop('one');
    words.drop('neither');
    expect(found('same')).toEqual([['two', 'same']]);
  });

  it('lets go of what was opened first where it would grow too large, says so, and takes it back', () => {
    const { words, found } = openedWords({ characters: 100, cases: 3 });
    for (const caseId of ['one', 'two', 'three', 'four']) words.keep(caseId, [note(`words of ${caseId}`)]);
    expect(words.state()).toMatchObject({ cases: 3, letGo: 1 });
    expect(found('words of one')).toEqual([]);
    words.keep('one', [note('words of one')]);
    expect(words.state()).toMatchObject({ cases: 3, letGo: 1 });
    expect(found('words of two')).toEqual([]);
    // One that is too large by itself stays while it is the last.
    words.keep('long', [note('long '.repeat(100))]);
    expect(words.state()).toMatchObject({ cases: 1, letGo: 4 });
    expect(found('long')).toHaveLength(1);
    words.keep('short', [note('short')]);
    expect(words.state()).toMatchObject({ cases: 1 });
    words.drop('one');
    expect(words.state()).toMatchObject({ letGo: 4 });
  });

  it('of 200 cases is read once, when it is opened: a search reads again no more than it shows', () => {
    const { words } = openedWords();
    let read = 0;
    const cases = 200;
    const texts = 10;
    for (let at = 0; at < cases; at += 1) {
      words.keep(
        `case ${at}`,
        Array.from({ length: texts }, (_, place) => ({
          id: `${place}`,
          place: { kind: 'note' } as const,
          get text() {
            read += 1;
            return `${'What was said of it, in many words. '.repeat(20)} Number ${at}.`;
          },
        })),
      );
    }
    expect(read).toBe(cases * texts);
    expect(words.find('nowhere at all')).toEqual({ count: 0, hits: [] });
    expect(read).toBe(cases * texts);
    const common = words.find('many words');
    expect(common.count).toBe(cases * texts);
    expect(common.hits).toHaveLength(maxHits);
    expect(read).toBe(cases * texts + maxHits);
    expect(words.find('number 7.').count).toBe(texts);
  });
});
