import { describe, expect, it } from '@jest/globals';
import { entropyToMnemonic } from '@scure/bip39';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import * as fc from 'fast-check';
import { keyFingerprint, formatFingerprint, isFingerprintOfKey } from '../../core/model/public-keys.ts';
import { englishWords } from '../../crypto/word-lists/english.ts';
import { welshWords } from '../../crypto/word-lists/welsh.ts';
import { securityCode, parseFingerprint } from '../../crypto/security-code.ts';
import { compareFingerprint } from '../../tab/keys/fingerprint-comparison.ts';
import { createHeldKey } from '../support/tab/keys.ts';

const lists = [englishWords, welshWords];
const fingerprints = fc
  .array(fc.constantFrom(...Array.from('0123456789abcdef')), { minLength: 32, maxLength: 32 })
  .map((digits) => digits.join(''));
const acu = createHeldKey(1, 'acu').recipient;
const other = createHeldKey(2, 'reserve').recipient;

describe('a fingerprint in words', () => {
  it('is twelve words of either language, and is read back from them', () => {
    fc.assert(
      fc.property(fingerprints, fc.constantFrom(...lists), (fingerprint, words) => {
        const said = securityCode(fingerprint, words);
        expect(said).toMatch(/^[a-z]+(?: [a-z]+){11}$/u);
        expect(parseFingerprint(said, lists)).toBe(fingerprint);
        expect(parseFingerprint(` ${said.toUpperCase().replaceAll(' ', ',  ')}.\n`, lists)).toBe(fingerprint);
      }),
    );
  });

  it('is what BIP-39 makes of the same bits', () => {
    fc.assert(
      fc.property(fingerprints, (fingerprint) => {
        const bytes = new Uint8Array(Buffer.from(fingerprint, 'hex'));
        expect(securityCode(fingerprint, englishWords)).toBe(entropyToMnemonic(bytes, wordlist));
      }),
    );
  });

  it('with a word that was heard wrong is hardly ever one, and never the same', () => {
    let passed = 0;
    fc.assert(
      fc.property(fingerprints, fc.nat({ max: 11 }), fc.nat({ max: 2047 }), (fingerprint, at, place) => {
        const said = securityCode(fingerprint, englishWords).split(' ');
        const wrong = said.with(at, englishWords[place] ?? '').join(' ');
        if (wrong === said.join(' ')) return;
        const read = parseFingerprint(wrong, lists);
        expect(read).not.toBe(fingerprint);
        if (read !== undefined) passed += 1;
      }),
      { numRuns: 320 },
    );
    expect(passed).toBeLessThan(60);
  });
});

describe('what somebody pastes as a fingerprint', () => {
  it.each([
    ['digits in groups', formatFingerprint(keyFingerprint(acu))],
    ['digits in capitals with colons', keyFingerprint(acu).toUpperCase().match(/../gu)?.join(':') ?? ''],
    ['a whole public line', `${acu}\n`],
  ])('may be %s', (_, text) => {
    expect(parseFingerprint(text, lists)).toBe(keyFingerprint(acu));
  });

  it.each([
    ['nothing', ''],
    ['too few digits', keyFingerprint(acu).slice(1)],
    ['a letter that is no digit', `${keyFingerprint(acu).slice(1)}g`],
    ['a public line that is cut off', acu.slice(0, -1)],
    ['a passphrase', englishWords.slice(0, 6).join(' ')],
    ['words of two languages', [...englishWords.slice(0, 6), ...welshWords.slice(0, 6)].join(' ')],
    ['far too much', 'ab '.repeat(100_000)],
  ])('is none where it is %s', (_, text) => {
    expect(parseFingerprint(text, lists)).toBeUndefined();
  });

  it('is compared with every line, and a short one of before with their beginnings', () => {
    const lines = [
      { publicKey: acu, name: 'the unit' },
      { publicKey: other, name: 'the reserve' },
      { publicKey: acu, name: 'the unit' },
    ];
    const said = (text: string) => compareFingerprint(text, lines, lists);
    expect(said(securityCode(keyFingerprint(acu), welshWords))).toEqual({ kind: 'same', names: ['the unit'] });
    expect(said(keyFingerprint(acu).slice(0, 16))).toEqual({ kind: 'sameBeginning', names: ['the unit'] });
    expect(said(keyFingerprint('somebody else'))).toEqual({ kind: 'none' });
    expect(said('gibberish')).toEqual({ kind: 'unreadable' });
    // One digit beyond those that were short differs.
    const near = `${keyFingerprint(acu).slice(0, 31)}${keyFingerprint(acu).endsWith('0') ? '1' : '0'}`;
    expect(said(near)).toEqual({ kind: 'none' });
  });
});

describe('a fingerprint that was kept', () => {
  it('is that of its line in the form of today and of before, and in no other', () => {
    const now = keyFingerprint(acu);
    expect(now).toMatch(/^[0-9a-f]{32}$/u);
    expect(
      [now, now.slice(0, 16), now.slice(0, 8), '', now.slice(1)].map((one) => isFingerprintOfKey(one, acu)),
    ).toEqual([true, true, false, false, false]);
  });
});
