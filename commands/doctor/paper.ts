import { type KeyGroup, keyGroups } from '../../concerns/terms/recipients.ts';
import { recipientSettings } from '../../bot/settings/recipients.ts';
import { englishWords } from '../../seals/drawn-words/english.ts';
import { welshWords } from '../../seals/drawn-words/welsh.ts';
import { readFingerprint } from '../../seals/fingerprint-words.ts';

/** The fingerprints that stand on paper for each group. */
export type Paper = Readonly<Record<KeyGroup, readonly string[]>>;

const groupNamed = (name: string): KeyGroup | undefined => keyGroups.find((group) => recipientSettings[group] === name);

/**
 * The fingerprints in a text, a line for each group: the name of its setting, a colon, and fingerprints in digits, in
 * twelve words or as whole public lines, with commas between them. Empty lines, and those that begin with "#", are left
 * out. A number is that of the first line which is none.
 */
export function readPaper(text: string): Paper | number {
  const paper: Record<KeyGroup, string[]> = { acu: [], recovery: [], reserve: [], custodians: [] };
  for (const [place, line] of text.split(/\r?\n/u).entries()) {
    if (/^\s*(?:#|$)/u.test(line)) continue;
    const [, name = '', given = ''] = /^\s*(\w+)\s*[:=](.*)$/u.exec(line) ?? [];
    const group = groupNamed(name);
    const fingerprints = given.split(',').map((one) => readFingerprint(one, [englishWords, welshWords]));
    if (group === undefined) return place + 1;
    for (const fingerprint of fingerprints) {
      if (fingerprint === undefined) return place + 1;
      paper[group].push(fingerprint);
    }
  }
  return paper;
}
