export type KeysErrorCode =
  | 'usage'
  | 'fileExists'
  | 'cannotRead'
  | 'cannotWrite'
  | 'noTerminal'
  | 'passphrasesDiffer'
  | 'passphraseShort'
  | 'passphraseWeak'
  | 'notWrittenWhole'
  | 'listNotWhole'
  | 'interrupted'
  | 'stoppedBetween'
  | 'oneByOne'
  | 'lineStands'
  | 'lineNotWritten'
  | 'noKeyThere';

const sentences: Readonly<Record<KeysErrorCode, string>> = {
  usage: 'The command was not understood. Run "npm run keys" alone to see how to use it.',
  fileExists: 'A file of this name exists already. Nothing was changed: name another folder.',
  cannotRead: 'A file could not be read. Check its name, and that you may read it.',
  cannotWrite: 'The file could not be written. Check the folder, the free space, and that you may write there.',
  noTerminal:
    'There is no terminal on which to ask for a passphrase. Run the command in one, or use --passphrase-file.',
  passphrasesDiffer: 'The two passphrases are not the same. Nothing was written.',
  passphraseShort: 'The passphrase is too short: have six words drawn, or use at least 20 characters.',
  passphraseWeak: 'The passphrase is too easy to guess. Nothing was written: have six words drawn.',
  notWrittenWhole: 'The file was written, but does not open again. Do not use it: delete it and make another.',
  listNotWhole: 'These settings lack the key of the unit or of recovery. Nothing was signed: the list must have both.',
  interrupted: 'Stopped. Nothing was written.',
  stoppedBetween: 'Stopped. Each key that was shown as made is complete: to continue, name the others with --for.',
  oneByOne: 'To make several keys at once, you type a passphrase for each. Nothing was made: make these one by one.',
  lineStands:
    'That file already has a key for one of these groups. Nothing was made: name another file, or remove the line.',
  lineNotWritten:
    'The key was made, but its line could not be added to the file: copy the key from the file that ends in .recipient.',
  noKeyThere: 'This folder has no group’s key: name the folder that has one, or the file of a key.',
};

/** The code fixes the message: no path, passphrase or key. */
export class KeysError extends Error {
  readonly code: KeysErrorCode;
  constructor(code: KeysErrorCode) {
    super(sentences[code]);
    this.name = 'KeysError';
    this.code = code;
  }
}
