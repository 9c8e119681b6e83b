import { z } from 'zod';
import { SettingsError } from './settings-error.ts';

const errorSchema = z.object({ code: z.string() });

function sentence(code: string | undefined, port: number, [host, named]: readonly [string, string]): string {
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

/** The message has the port, never the host. */
export class AddressError extends SettingsError {
  /** Something else listens there: the settings may be right. */
  readonly isTaken: boolean;
  constructor(error: unknown, port: number, named: readonly [host: string, port: string]) {
    super(named);
    this.name = 'AddressError';
    const code = errorSchema.safeParse(error).data?.code;
    this.isTaken = code === 'EADDRINUSE';
    this.message = sentence(code, port, named);
  }
}
