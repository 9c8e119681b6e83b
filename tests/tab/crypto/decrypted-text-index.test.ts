import { describe, expect, it } from '@jest/globals';
import { createDecryptedTextIndex, maxHits, type DecryptedText } from '../../../tab/crypto/decrypted-text-index.ts';

const note = (text: string, id = text): DecryptedText => ({ id, location: { kind: 'note' }, text });

function openedWords(limits?: { readonly characters: number; readonly cases: number }) {
  let isUnlocked = true;
  const words = createDecryptedTextIndex({ isUnlocked: () => isUnlocked, ...(limits && { limits }) });
  return {
    words,
    lock: () => {
      isUnlocked = false;
      words.clear();
    },
    found: (sought: string) => words.search(sought).hits.map(({ caseId, excerpt }) => [caseId, excerpt.words]),
  };
}

describe('what was opened in the page', () => {
  it('is found without regard to capitals and marks, of the case that was opened last first', () => {
    const { words, found } = openedWords();
    words.replace('one', [note('At Tŷ Mawr.'), note('Nothing here.')]);
    words.replace('two', [note('TY MAWR, again.')]);
    expect(found('tŷ mawr')).toEqual([
      ['two', 'TY MAWR'],
      ['one', 'Tŷ Mawr'],
    ]);
    expect(found('elsewhere')).toEqual([]);
    words.replace('one', [note('Read again.')]);
    expect(found('ty mawr')).toEqual([['two', 'TY MAWR']]);
    expect(words.state()).toEqual({ cases: 2, evicted: 0, query: '' });
  });

  it('is not looked through for less than two letters', () => {
    const { words } = openedWords();
    words.replace('one', [note('a b c')]);
    for (const sought of ['', ' ', 'a', ' a ', '\u0301\u0301'])
      expect(words.search(sought)).toEqual({ count: 0, hits: [] });
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
    words.replace('one', [note('secret words')]);
    words.setQuery('secret');
    let told = 0;
    words.subscribe(() => (told += 1));
    lock();
    expect(told).toBe(1);
    expect(found('secret')).toEqual([]);
    words.replace('one', [note('secret words')]);
    words.add('one', note('more secret words'));
    words.setQuery('secret');
    expect(found('secret')).toEqual([]);
    expect(words.state()).toEqual({ cases: 0, evicted: 0, query: '' });
  });

  it('is read by its case and its id, and by nothing once the case or the keys are gone', () => {
    const { words, lock } = openedWords();
    words.replace('one', [note('a task', 'digest')]);
    words.add('two', note('another task', 'other'));
    const read = () => [words.read('one', 'digest'), words.read('two', 'other')];
    expect(read()).toEqual(['a task', 'another task']);
    expect([words.read('two', 'digest'), words.read('one', 'other'), words.read('three', 'digest')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    words.drop('one');
    expect(read()).toEqual([undefined, 'another task']);
    lock();
    expect(read()).toEqual([undefined, undefined]);
  });

  it('forgets a case that may not be seen any more, and no other', () => {
    const { words, found } = openedWords();
    words.replace('one', [note('the same words')]);
    words.replace('two', [note('the same words')]);
    words.drop('one');
    words.drop('neither');
    expect(found('same')).toEqual([['two', 'same']]);
  });

  it('lets go of what was opened first where it would grow too large, says so, and takes it back', () => {
    const { words, found } = openedWords({ characters: 100, cases: 3 });
    for (const caseId of ['one', 'two', 'three', 'four']) words.replace(caseId, [note(`words of ${caseId}`)]);
    expect(words.state()).toMatchObject({ cases: 3, evicted: 1 });
    expect(found('words of one')).toEqual([]);
    words.replace('one', [note('words of one')]);
    expect(words.state()).toMatchObject({ cases: 3, evicted: 1 });
    expect(found('words of two')).toEqual([]);
    // One that is too large by itself stays while it is the last.
    words.replace('long', [note('long '.repeat(100))]);
    expect(words.state()).toMatchObject({ cases: 1, evicted: 4 });
    expect(found('long')).toHaveLength(1);
    words.replace('short', [note('short')]);
    expect(words.state()).toMatchObject({ cases: 1 });
    words.drop('one');
    expect(words.state()).toMatchObject({ evicted: 4 });
  });

  it('of 200 cases is read once, when it is opened: a search reads again no more than it shows', () => {
    const { words } = openedWords();
    let read = 0;
    const cases = 200;
    const texts = 10;
    for (let at = 0; at < cases; at += 1) {
      words.replace(
        `case ${at}`,
        Array.from({ length: texts }, (_, place) => ({
          id: `${place}`,
          location: { kind: 'note' } as const,
          get text() {
            read += 1;
            return `${'What was said of it, in many words. '.repeat(20)} Number ${at}.`;
          },
        })),
      );
    }
    expect(read).toBe(cases * texts);
    expect(words.search('nowhere at all')).toEqual({ count: 0, hits: [] });
    expect(read).toBe(cases * texts);
    const common = words.search('many words');
    expect(common.count).toBe(cases * texts);
    expect(common.hits).toHaveLength(maxHits);
    expect(read).toBe(cases * texts + maxHits);
    expect(words.search('number 7.').count).toBe(texts);
  });
});
