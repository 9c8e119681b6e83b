/**
 * The fewest characters of a new passphrase, as in `npm run keys`: the file may be copied and tried in peace, and six
 * drawn words withstand that where a usual password does not.
 */
export const fewestCharacters = 20;

/** The problem with a new passphrase that was entered twice, `undefined` where nothing is. */
export function passphraseProblem(passphrase: string, again: string): 'short' | 'differ' | undefined {
  if (passphrase.length < fewestCharacters) return 'short';
  return passphrase === again ? undefined : 'differ';
}
