const sentences = {
  link: 'The file .env is a link, or no plain file. Put a plain file in its place, or begin in another folder.',
  otherOwner:
    'The file .env belongs to another account, which could not read it any more. Start setup as that account, or have root give the file to the account of the server.',
  changed: '.env was changed by another program meanwhile. Nothing was written over: start setup again.',
  busy: 'The file .env.new is there: another setup writes now, or one was cut off. If none runs, remove it.',
  full: 'There is no room for .env on this disk: make some. Each answer until here is still in it.',
  cannotKeep: 'A line of .env cannot be changed without changing others. Mend that line by hand.',
  otherAccount:
    'This folder belongs to another account, which could not read what is written here. Start setup as that account.',
  development: 'The settings here are those of development. Begin in the folder of the server.',
  stopped: 'Stopped. Each answer until here is in .env: start setup again to go on.',
} as const;

/** The code fixes the message: no value of a setting. */
export class SetupError extends Error {
  readonly code: keyof typeof sentences;
  constructor(code: keyof typeof sentences) {
    super(sentences[code]);
    this.name = 'SetupError';
    this.code = code;
  }
}
