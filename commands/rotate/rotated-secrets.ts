export type RotationCheck = 'store' | 'cards' | 'files' | 'token' | 'fingerprint';

export interface RotatedSecret {
  readonly drawn: 'here' | 'elsewhere';
  readonly steps: readonly string[];
  readonly checks: readonly RotationCheck[];
}

const start = 'Start all servers again, one after the other, and see that each says that it is ready.';

/** Every secret that a setting holds, by its name. The guide has a section for each. */
export const rotatedSecrets = {
  CARRIED_STATE_SECRET: {
    drawn: 'here',
    steps: [
      'npm run rotate -- draw CARRIED_STATE_SECRET --to <file>: the file has the new one, and the old one as CARRIED_STATE_SECRET_BEFORE.',
      'Put both lines into the settings or the vault of every server, and remove the file.',
      `${start} All of them before midnight UTC.`,
      'npm run rotate -- check CARRIED_STATE_SECRET',
    ],
    checks: ['cards'],
  },
  CARRIED_STATE_SECRET_BEFORE: {
    drawn: 'elsewhere',
    steps: [
      'npm run rotate -- check CARRIED_STATE_SECRET_BEFORE: it says whether an open card still needs it.',
      'Take it out of the settings and of the vault.',
      start,
    ],
    checks: ['cards'],
  },
  BOT_APP_PASSWORD: {
    drawn: 'elsewhere',
    steps: [
      'Make a second client secret in the registration in Entra; the first one goes on.',
      'Put its value, not its id, into the setting.',
      start,
      'npm run rotate -- check BOT_APP_PASSWORD',
      'Remove the first one from the registration, and check once more.',
    ],
    checks: ['token'],
  },
  BOT_APP_CERTIFICATE: {
    drawn: 'elsewhere',
    steps: [
      'Register the new certificate beside the old one; the old one goes on.',
      'Put the new file in the place of the old one, for the account of the server alone. No start is needed.',
      'npm run rotate -- check BOT_APP_CERTIFICATE',
      'Remove the old one from the registration, and check once more.',
    ],
    checks: ['token'],
  },
  COSMOS_KEY: {
    drawn: 'elsewhere',
    steps: [
      'Put the secondary key of the account into the setting; the primary one goes on.',
      start,
      'npm run rotate -- check COSMOS_KEY',
      'Make the primary key of the account anew, and check once more.',
    ],
    checks: ['store'],
  },
  FILES_CONNECTION: {
    drawn: 'elsewhere',
    steps: [
      'Put the connection string of the second key of the storage account into the setting; the first one goes on.',
      start,
      'npm run rotate -- check FILES_CONNECTION',
      'Make the first key of the account anew, and check once more.',
    ],
    checks: ['files'],
  },
  EXPORT_SIGNING_KEY: {
    drawn: 'here',
    steps: [
      'npm run rotate -- draw EXPORT_SIGNING_KEY --to <file>: the file has the private half, and the public one is shown.',
      'Give the public half and its fingerprint to whoever receives exports, by another way, with the day from which it counts.',
      'Put the line into the settings or the vault of every server, and remove the file.',
      start,
      'npm run rotate -- check EXPORT_SIGNING_KEY: the fingerprint is the one that was given out.',
    ],
    checks: ['fingerprint'],
  },
} as const satisfies Readonly<Record<string, RotatedSecret>>;

export type RotatedName = keyof typeof rotatedSecrets;

const isRotated = (name: string): name is RotatedName => Object.hasOwn(rotatedSecrets, name);

export const rotatedNames: readonly RotatedName[] = Object.keys(rotatedSecrets).filter(isRotated);

export const rotatedNamed = (name: string | undefined): RotatedName | undefined =>
  rotatedNames.find((one) => one === name);
