export type DevelopmentStartErrorCode = 'running' | 'lock' | 'samePorts' | 'notAsMade' | 'key' | 'secret' | 'folder';

const sentences: Readonly<Record<DevelopmentStartErrorCode, (where: string) => string>> = {
  running: (path) =>
    `Another "npm start" is already using ${path}: stop it, or set SQLITE_PATH to a file in another folder.`,
  lock: (path) => `The file ${path} is not the lock that Candour made: remove it while no "npm start" is running.`,
  samePorts: (settings) => `${settings} are the same port: change one of them.`,
  notAsMade: (path) => `The file ${path} is not as Candour made it: put it back, or remove its folder to start over.`,
  key: (path) =>
    `The file ${path} is not the key that Candour made: put it back, or remove it for a new one, which opens nothing that was encrypted before.`,
  secret: (path) =>
    `The store ${path} was used today with a CARRIED_STATE_SECRET other than the one that is set, or that is in the file carried-state.secret beside it: put the earlier one back, or set SQLITE_PATH to a file that does not exist yet.`,
  folder: (why) => `The folder ${why}.`,
};

/** The code and its subject, a path, names of settings or a folder's problem, fix the message. */
export class DevelopmentStartError extends Error {
  readonly code: DevelopmentStartErrorCode;
  constructor(code: DevelopmentStartErrorCode, where: string) {
    super(sentences[code](where));
    this.name = 'DevelopmentStartError';
    this.code = code;
  }
}
