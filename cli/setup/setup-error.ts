const sentences = {
  link: 'The file .env is a link, or not a plain file. Replace it with a plain file, or start setup in another folder.',
  otherOwner:
    'The file .env belongs to another account, which could no longer read it. Start setup as that account, or have root give the file to the server’s account.',
  changed: 'Another program has changed .env. Nothing was overwritten: start setup again.',
  busy: 'The file .env.new exists: another setup is writing, or one was interrupted. If none is running, remove the file.',
  full: 'This disk has no space for .env: free some. Your answers so far are still in it.',
  cannotKeep: 'A line of .env cannot be changed without changing others. Correct that line by hand.',
  otherAccount:
    'This folder belongs to another account, which could not read what setup writes here. Start setup as that account.',
  development: 'The settings here are for development. Start setup in the server’s folder.',
  stopped: 'Stopped. Your answers so far are in .env: start setup again to continue.',
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
