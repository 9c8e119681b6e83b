import { describe, expect, it } from '@jest/globals';
import { fewestCharacters, passphraseProblem } from '../../../tab/keys/new-passphrase.ts';

describe('a new passphrase', () => {
  it('is long enough and the same twice', () => {
    const long = 'x'.repeat(fewestCharacters);
    expect(passphraseProblem(long, long)).toBeUndefined();
    expect(passphraseProblem(long.slice(1), long.slice(1))).toBe('short');
    expect(passphraseProblem('', '')).toBe('short');
    expect(passphraseProblem(long, `${long} `)).toBe('differ');
  });
});
