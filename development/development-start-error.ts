export type DevelopmentStartErrorCode = 'running' | 'lock' | 'samePorts' | 'notAsMade' | 'key' | 'secret' | 'folder';

const sentences: Readonly<Record<DevelopmentStartErrorCode, (where: string) => string>> = {
  running: (path) =>
    `Another "npm start" works on ${path} already: end that one, or set SQLITE_PATH to a file in another folder.`,
  lock: (path) => `The file ${path} is not the lock that Candour made: remove it while no "npm start" runs.`,
  samePorts: (settings) => `${settings} are the same port: set one of them to another.`,
  notAsMade: (path) => `The file ${path} is not as Candour made it: put it back, or remove its folder to begin anew.`,
  key: (path) =>
    `The file ${path} is not the key that Candour made: put it back, or remove it for a new one, which opens nothing that was sealed before.`,
  secret: (path) =>
    `The store ${path} was used today with another CARRIED_STATE_SECRET than is set, or stands in the file carried-state.secret beside it: put that back, or set SQLITE_PATH to a file that does not exist yet.`,
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
