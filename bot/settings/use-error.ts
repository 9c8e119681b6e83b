export type UseErrorCode = 'environment' | 'cosmos' | 'registration' | 'otherStore' | 'developmentStore';

const sentences: Readonly<Record<UseErrorCode, string>> = {
  environment:
    'CANDOUR_ENVIRONMENT says that this is not development: leave it out where there are no settings of a force.',
  cosmos: 'STORE names Cosmos DB, which development never uses: leave it out where there are no settings of a force.',
  registration: 'BOT_APP_ID names the bot of a force: leave it out where there are no settings of a force.',
  otherStore:
    'was not made for development, or by a version before this one, or is damaged at its beginning, and was left alone: set SQLITE_PATH to a file that does not exist yet.',
  developmentStore:
    'was made for development, where anybody can be anybody, and was left alone: name the store of the force.',
};

/**
 * Development and production each keep away from the other's store. The message is fixed by the code and by which file
 * it is.
 */
export class UseError extends Error {
  readonly code: UseErrorCode;
  constructor(code: UseErrorCode, file?: string) {
    super(file === undefined ? sentences[code] : `The file ${file} ${sentences[code]}`);
    this.name = 'UseError';
    this.code = code;
  }
}
