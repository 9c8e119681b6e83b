import { describe, expect, it } from '@jest/globals';
import { generatePassphrase } from '../../crypto/passphrase-generator.ts';
import { englishWords } from '../../crypto/word-lists/english.ts';
import { welshWords } from '../../crypto/word-lists/welsh.ts';
import { findPassphraseProblem } from '../../crypto/passphrase-strength.ts';

describe('a passphrase that somebody made up', () => {
  it.each(['', 'short', 'Heddlu2026', 'nineteen characters'])('is too short: %j', (passphrase) => {
    expect(findPassphraseProblem(passphrase)).toBe('short');
  });

  it.each([
    'a'.repeat(20),
    'a'.repeat(300),
    'ŷ'.repeat(20),
    '\u{1f600}'.repeat(10),
    ' '.repeat(30),
    'abcabcabcabcabcabcabc',
    '12345678901234567890',
    '19841984198419841984',
    'qwertyuiopasdfghjklzxcvbnm',
    'password password password',
    'Heddlu2026Heddlu2026',
    'GwentPoliceCandour2026',
    'Candour Gwent Police 2026!',
    'cyfrinymadrodd candour',
  ])('is too easily guessed: %j', (passphrase) => {
    expect(findPassphraseProblem(passphrase)).toBe('weak');
  });

  it.each([
    'k3J!x9Qz0pLm7Vb2Rt5W',
    'a kettle sings under seven quiet bridges',
    `a kettle sings under seven quiet bridges${' and on'.repeat(20)}`,
  ])('will do, however long: %j', (passphrase) => {
    expect(findPassphraseProblem(passphrase)).toBeUndefined();
  });

  it('is judged to an end though each of its signs may stand for several letters', () => {
    const signs = '4@8({[<369&#!1/|0$5+7%2?><';
    for (const passphrase of [signs.repeat(200), '@'.repeat(30) + signs.repeat(20), `${'\u0000'.repeat(60)}\n`]) {
      expect([undefined, 'weak']).toContain(findPassphraseProblem(passphrase));
    }
  });

  it('will do where six words were drawn elsewhere, from either list', () => {
    for (const words of [englishWords, welshWords]) {
      const drawn = Array.from({ length: 100 }, () => generatePassphrase(words));
      expect(drawn.filter((passphrase) => findPassphraseProblem(passphrase) !== undefined)).toEqual([]);
    }
  });
});
