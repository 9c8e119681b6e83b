import { describe, expect, it } from '@jest/globals';
import { choosePassphrase, type Terminal } from '../../../cli/keys/passphrase-prompt.ts';
import { englishWords } from '../../../crypto/word-lists/english.ts';
import { welshWords } from '../../../crypto/word-lists/welsh.ts';

/** A terminal at which somebody types these lines; a function types what it makes of what was shown. */
function terminal(...typed: readonly (string | ((shown: string) => string))[]) {
  const shown: string[] = [];
  const asked: string[] = [];
  const at: Terminal = {
    async askSecret(prompt) {
      const line = typed[asked.length] ?? '';
      asked.push(prompt);
      return typeof line === 'string' ? line : line(shown.join('\n'));
    },
    showOnTerminal: (line) => shown.push(line),
  };
  return { at, shown, asked };
}

const drawnIn = (shown: string): string => /^The passphrase: (.+)$/mu.exec(shown)?.[1] ?? '';

describe('a new passphrase at a terminal', () => {
  it.each([
    ['', englishWords],
    ['w', welshWords],
    ['W ', welshWords],
  ])('is drawn for whoever enters nothing, of six words, and entered again: %j', async (which, words) => {
    const { at, asked } = terminal('', which, drawnIn);
    const passphrase = await choosePassphrase('New passphrase', undefined, at);
    expect(passphrase.split(' ')).toHaveLength(6);
    expect(passphrase.split(' ').every((word) => words.includes(word))).toBe(true);
    expect(asked.join(' ')).not.toContain(passphrase);
  });

  it('that was drawn is not taken where something else is entered again', async () => {
    const { at } = terminal('', '', 'something else');
    await expect(choosePassphrase('New passphrase', undefined, at)).rejects.toMatchObject({
      code: 'passphrasesDiffer',
    });
  });

  it('that somebody made up is judged before it is asked for again, and never shown', async () => {
    for (const [typed, code] of [
      ['Heddlu2026', 'passphraseShort'],
      ['a'.repeat(20), 'passphraseWeak'],
      ['GwentPoliceCandour2026', 'passphraseWeak'],
    ] as const) {
      const { at, asked, shown } = terminal(typed, typed);
      await expect(choosePassphrase('New passphrase', undefined, at)).rejects.toMatchObject({ code });
      expect(asked).toHaveLength(1);
      expect(shown).toEqual([]);
    }
    const own = 'a kettle sings under seven quiet bridges';
    expect(await choosePassphrase('New passphrase', undefined, terminal(own, own).at)).toBe(own);
  });
});
