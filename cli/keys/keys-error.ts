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
  usage: 'This command was not understood. "npm run keys" alone shows how it is used.',
  fileExists: 'A file of this name is there already. Nothing was changed: name another folder.',
  cannotRead: 'A file could not be read. Look at its name and at who may read it.',
  cannotWrite: 'The file could not be written. Look at the folder, its space and who may write there.',
  noTerminal: 'There is no terminal to ask for a passphrase on. Start the command in one, or give --passphrase-file.',
  passphrasesDiffer: 'The two passphrases were not the same. Nothing was written.',
  passphraseShort: 'The passphrase is too short: have six words drawn, or take 20 characters or more.',
  passphraseWeak: 'The passphrase could be guessed too easily. Nothing was written: have six words drawn.',
  notWrittenWhole: 'The file was written, but does not open again. Do not use it: delete it and make another.',
  listNotWhole: 'The unit or recovery has no key in these settings. Nothing was signed: the list names both.',
  interrupted: 'Stopped. Nothing was written.',
  stoppedBetween: 'Stopped. Each key that was said to be made is whole: name the others with --for to go on.',
  oneByOne:
    'Several keys at once are each wrapped in a passphrase of their own, asked for in turn. Nothing was made: make these one by one.',
  lineStands:
    'That file names a key for one of these groups already. Nothing was made: name another file, or take the line out.',
  lineNotWritten:
    'The key was made, and its line could not be added to the file: copy it from the file that ends in .recipient.',
  noKeyThere: 'No key of a group is in this folder: name it, or the file of a key.',
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
