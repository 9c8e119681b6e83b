import { z } from 'zod';

/** Names settings and their allowed values, never a given one. */
export class SettingsError extends Error {
  readonly settings: readonly string[];
  constructor(settings: readonly string[], allowed: Readonly<Record<string, string>> = {}) {
    const named = settings.map((name) => (Object.hasOwn(allowed, name) ? `${name} (${allowed[name] ?? ''})` : name));
    super(`Check these settings, which .env.example explains: ${named.join(', ')}.`);
    this.name = 'SettingsError';
    this.settings = settings;
  }
}

/** Another secret wrapped the store's keys. The message has neither. */
export class SecretMismatchError extends SettingsError {
  constructor() {
    super(['CARRIED_STATE_SECRET', 'CARRIED_STATE_SECRET_BEFORE']);
    this.name = 'SecretMismatchError';
    this.message =
      'A server used the store today with another CARRIED_STATE_SECRET: set that one again, or set it as CARRIED_STATE_SECRET_BEFORE.';
  }
}

const errorSchema = z.object({ code: z.string() });

function listenErrorText(code: string | undefined, port: number, [host, named]: readonly [string, string]): string {
  switch (code) {
    case 'EADDRINUSE':
      return `${named} is ${port}, but another program already listens there: stop that program, or set another ${named}, for example in the file .env.`;
    case 'EACCES':
      return `${named} is ${port}, but this account may not listen there, or the system reserves that port: set another ${named} above 1023, for example in the file .env.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `${host} is not an address of this machine: set one that is, or leave it out.`;
    default:
      return `Candour cannot listen on the address in ${host} and ${named} (${code ?? 'unknown'}): set another.`;
  }
}

/** Has the port, never the host. */
export class ListenAddressError extends SettingsError {
  readonly isAddressInUse: boolean;
  constructor(error: unknown, port: number, named: readonly [host: string, port: string]) {
    super(named);
    this.name = 'ListenAddressError';
    const code = errorSchema.safeParse(error).data?.code;
    this.isAddressInUse = code === 'EADDRINUSE';
    this.message = listenErrorText(code, port, named);
  }
}

type EnvironmentMismatchCode = 'environment' | 'cosmos' | 'registration' | 'otherStore' | 'developmentStore';

const mismatchTexts: Readonly<Record<EnvironmentMismatchCode, string>> = {
  environment: 'CANDOUR_ENVIRONMENT says that this is not development: remove it unless these are a force’s settings.',
  cosmos: 'STORE names Cosmos DB, which development never uses: remove it unless these are a force’s settings.',
  registration: 'BOT_APP_ID names a force’s bot: remove it unless these are a force’s settings.',
  otherStore:
    'was not made for development, or was made by an earlier version, or is damaged at its beginning. It was not changed: set SQLITE_PATH to a file that does not exist yet.',
  developmentStore:
    'was made for development, in which anyone can be anyone. It was not changed: name the force’s store.',
};

/** The message depends only on the code and the kind of file. */
export class EnvironmentMismatchError extends Error {
  readonly code: EnvironmentMismatchCode;
  constructor(code: EnvironmentMismatchCode, file?: string) {
    super(file === undefined ? mismatchTexts[code] : `The file ${file} ${mismatchTexts[code]}`);
    this.name = 'EnvironmentMismatchError';
    this.code = code;
  }
}
