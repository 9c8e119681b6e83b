import { describe, expect, it } from '@jest/globals';
import { languages } from '../../../core/model/language.ts';
import { minPassphraseLength } from '../../../crypto/passphrase-generator.ts';
import { createPassphrase, loadPassphraseCheck, passphraseProblem } from '../../../tab/keys/new-passphrase.ts';

describe('a new passphrase', () => {
  const strong = 'a kettle sings under seven quiet bridges';

  it('has enough characters, is judged, and is the same twice', async () => {
    expect(await passphraseProblem(strong, strong, loadPassphraseCheck)).toBeUndefined();
    expect(await passphraseProblem('', '', loadPassphraseCheck)).toBe('short');
    expect(await passphraseProblem(strong.slice(0, minPassphraseLength - 1), '', loadPassphraseCheck)).toBe('short');
    expect(await passphraseProblem('a'.repeat(20), 'a'.repeat(20), loadPassphraseCheck)).toBe('weak');
    expect(await passphraseProblem(strong, `${strong} `, loadPassphraseCheck)).toBe('differ');
  });

  it('is not taken where nothing can judge it', async () => {
    const problem = passphraseProblem(strong, strong, () => Promise.reject(new Error('a file of a part is missing')));
    expect(await problem).toBe('missing');
  });

  it('is drawn of six words in either language', async () => {
    for (const language of languages) {
      expect(await createPassphrase(language)).toMatch(/^[a-z]+(?: [a-z]+){5}$/u);
      expect(await createPassphrase(language)).not.toBe(await createPassphrase(language));
    }
  });
});
