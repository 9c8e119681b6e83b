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
      'The store was used today with another CARRIED_STATE_SECRET: set that one again, or name it in CARRIED_STATE_SECRET_BEFORE.';
  }
}

const errorSchema = z.object({ code: z.string() });

function listenErrorText(code: string | undefined, port: number, [host, named]: readonly [string, string]): string {
  switch (code) {
    case 'EADDRINUSE':
      return `${named} is ${port}, where something else listens already: stop that, or set another ${named}, in the file .env for example.`;
    case 'EACCES':
      return `${named} is ${port}, where this account may not listen, or which the system keeps for itself: set another ${named}, above 1023, in the file .env for example.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `${host} is no address of this machine: set one that is, or leave it out.`;
    default:
      return `${host} and ${named} name an address that cannot be listened on (${code ?? 'unknown'}): set another.`;
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
  environment:
    'CANDOUR_ENVIRONMENT says that this is not development: leave it out where there are no settings of a force.',
  cosmos: 'STORE names Cosmos DB, which development never uses: leave it out where there are no settings of a force.',
  registration: 'BOT_APP_ID names the bot of a force: leave it out where there are no settings of a force.',
  otherStore:
    'was not made for development, or by a version before this one, or is damaged at its beginning, and was left alone: set SQLITE_PATH to a file that does not exist yet.',
  developmentStore:
    'was made for development, where anybody can be anybody, and was left alone: name the store of the force.',
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
