import { randomBytes } from 'node:crypto';
import { createExportSigner } from '../bot/api/export-signer.ts';
import { fileErrorText } from '../bot/runtime/file-error.ts';
import { loadDeploymentSettings } from '../bot/config/checks/deployment-settings.ts';
import type { EnvironmentVariables } from '../bot/config/settings-schema.ts';
import type { AuthenticationOptions } from '../bot/teams/teams-authentication.ts';
import { createBotTokenProvider } from '../bot/teams/bot-token.ts';
import type { DayKeyStore } from '../core/ports/store.ts';
import { StoreError } from '../core/ports/store-error.ts';
import type { Clock } from '../core/model/calendar.ts';
import { createDayKeyRing, stateLifetimeMs } from '../dialogs/bot-framework/day-key-ring.ts';
import { writeNewFile } from '../crypto/node/write-new-file.ts';
import {
  filesCheck,
  type DoctorCheckContext,
  requireDeploymentSetting,
  requireStore,
  settingsCheck,
  storeCheck,
  tokenCheck,
} from './doctor/doctor-checks.ts';
import { createFinding } from './doctor/findings.ts';
import { openExistingStore, type StoreOpenResult } from './doctor/storage-checks.ts';
import {
  defineCheck,
  type CheckDefinition,
  resultsExitCode,
  runCheckDefinitions,
  formatResults,
} from './doctor/run-checks.ts';
import { generateExportSigningKey, generateStateSecret } from './keys/server-secrets.ts';
import { tryParseArgs, printLine as sayHere, type CliCommand } from './cli-command.ts';

export interface RotateContext {
  readonly printLine: (line: string) => void;
  /** Shows a secret on the terminal alone; missing if there is none. */
  readonly showOnTerminal?: (line: string) => void;
  readonly clock: Clock;
  readonly environment?: EnvironmentVariables;
  readonly microsoft?: AuthenticationOptions;
}

const usage = `Says for each secret in the settings whether it is set, and what the next step is. It shows a value only with --show.

npm run rotate                           every secret: whether it is set, and its first step
npm run rotate -- steps <NAME>           all steps for one secret, in order
npm run rotate -- draw <NAME> --to <file>  draws a new value into a new file that only this account may read
npm run rotate -- draw <NAME> --show     shows a new value on this terminal, and nowhere else
npm run rotate -- check <NAME>           checks whether the step is done; ends with 0 if it is

docs/guides/secrets-and-people.md says when to change each, who does it, and what happens to open reports.`;

const openTimeoutMs = 25_000;
const checkTimeoutMs = 60_000;

async function closeStore(opening: Promise<StoreOpenResult>): Promise<void> {
  const opened = await opening;
  if (opened.kind === 'open') await opened.store.close();
}

function printOverview({ printLine: say, clock, environment }: RotateContext): number {
  const { settingNames } = loadDeploymentSettings(clock(), environment);
  for (const name of rotatedSecretNames) {
    say(`${name}: ${settingNames.has(name) ? 'set' : 'not set'}.`);
    if (settingNames.has(name)) say(`  Next: ${rotatedSecrets[name].steps[0]}`);
  }
  return 0;
}

function printSteps({ printLine: say }: RotateContext, name: RotatedSecretName): number {
  rotatedSecrets[name].steps.forEach((step, place) => say(`${place + 1}. ${step}`));
  return 0;
}

async function checkSecret(context: RotateContext, name: RotatedSecretName): Promise<number> {
  const { printLine: say, clock, environment, microsoft } = context;
  const deployment = loadDeploymentSettings(clock(), environment);
  if (!deployment.settingNames.has(name)) {
    say(`${name} is not set: there is nothing to check.`);
    return name === 'CARRIED_STATE_SECRET_BEFORE' ? 0 : 78;
  }
  const opening = openExistingStore(deployment, clock, openTimeoutMs);
  const { microsoft: atMicrosoft } = deployment;
  const tokenFor = atMicrosoft && createBotTokenProvider(atMicrosoft, microsoft ?? {});
  const at: RotationCheckContext = { deployment, storeProbe: opening, clock, getToken: tokenFor };
  const rows = [settingsCheck, ...rotatedSecrets[name].checks.map((one) => rotationChecks[one])];
  const checked = await runCheckDefinitions(rows, at, checkTimeoutMs);
  await closeStore(opening);
  for (const line of formatResults(checked)) say(line);
  return resultsExitCode(checked);
}

async function rotateStateSecret({ clock, environment }: RotateContext): Promise<NewSecret | string> {
  const deployment = loadDeploymentSettings(clock(), environment);
  const { secrets } = deployment;
  if (secrets === undefined || secrets.secret === '') return 'CARRIED_STATE_SECRET is not set, or is not valid.';
  const opening = openExistingStore(deployment, clock, openTimeoutMs);
  try {
    const opened = await opening;
    if (opened.kind === 'shut') return opened.findings.map(({ says }) => says).join(' ');
    const { before, neither } = await countOpenCardDays(opened.store.dayKeys, secrets, clock);
    if (neither > 0) return 'These settings are not the servers’ settings: another secret protects the open cards.';
    if (before > 0) return 'Some open cards still need the previous secret: a second change now would lose them.';
    return newStateSecret(secrets.secret);
  } catch (error) {
    if (error instanceof StoreError) return 'The store did not say whether open cards still need the previous secret.';
    throw error;
  } finally {
    await closeStore(opening);
  }
}

async function generateSecretCommand(
  context: RotateContext,
  name: RotatedSecretName,
  { to, show }: { readonly to: string | undefined; readonly show: boolean },
): Promise<number> {
  const { printLine: say, showOnTerminal: onTerminal } = context;
  if (rotatedSecrets[name].generated === 'elsewhere') {
    say(`This command does not draw ${name}.`);
    printSteps(context, name);
    return 2;
  }
  if (show && onTerminal === undefined) {
    say('Nothing was drawn. There is no terminal to show it on: name a file with --to.');
    return 1;
  }
  const generated = name === 'CARRIED_STATE_SECRET' ? await rotateStateSecret(context) : newExportSigningKey();
  if (typeof generated === 'string') {
    say(`Nothing was drawn. ${generated}`);
    return 1;
  }
  if (show) generated.lines.forEach((line) => onTerminal?.(line));
  else {
    try {
      await writeNewFile(to ?? '', `${generated.lines.join('\n')}\n`);
    } catch (error) {
      const why = fileErrorText(error);
      if (why === undefined) throw error;
      say(`Nothing was drawn. ${why}`);
      return 1;
    }
    say('The file is written, and only this account may read it. Remove it once its lines are in the settings.');
  }
  generated.messages.forEach(say);
  say(`Next: npm run rotate -- steps ${name}`);
  return 0;
}

function parseOptions(args: readonly string[]) {
  const options = { to: { type: 'string' }, show: { type: 'boolean', default: false } } as const;
  const read = tryParseArgs({ args: [...args], options, allowPositionals: true });
  return read && { ...read.values, positionals: read.positionals };
}

/** Prints no secret's value. Exit code 1 if nothing was generated, or that of a check's finding. */
export async function rotateCommand(context: RotateContext, args: readonly string[]): Promise<number> {
  const options = parseOptions(args);
  const [what, named, ...more] = options?.positionals ?? ['help'];
  if (options !== undefined && what === undefined) return printOverview(context);
  const name = findRotatedSecretName(named);
  if (options !== undefined && name !== undefined && more.length === 0) {
    if (what === 'steps') return printSteps(context, name);
    if (what === 'check') return await checkSecret(context, name);
    const { to, show } = options;
    if (what === 'draw' && (to !== undefined) !== show) return await generateSecretCommand(context, name, { to, show });
    if (what === 'draw' && rotatedSecrets[name].generated === 'elsewhere')
      return await generateSecretCommand(context, name, { to, show });
  }
  context.printLine(usage);
  return 2;
}

export const cliCommand: CliCommand = {
  usage,
  failureMessage: 'Nothing was changed.',
  exitsAtOnce: true,
  run: (args) =>
    rotateCommand(
      {
        printLine: sayHere,
        // Piped or stored output is no terminal.
        ...(process.stderr.isTTY && { showOnTerminal: (line: string) => void process.stderr.write(`${line}\n`) }),
        clock: () => new Date(),
      },
      args,
    ),
};

type RotationCheck = 'store' | 'cards' | 'files' | 'token' | 'fingerprint';

interface RotatedSecret {
  readonly generated: 'here' | 'elsewhere';
  readonly steps: readonly string[];
  readonly checks: readonly RotationCheck[];
}

const startServersStep = 'Restart all servers, one after the other, and check that each says that it is ready.';

/** Every secret in a setting, by its name. The guide has a section for each. */
const rotatedSecrets = {
  CARRIED_STATE_SECRET: {
    generated: 'here',
    steps: [
      'npm run rotate -- draw CARRIED_STATE_SECRET --to <file>: the file has the new secret, and the old one as CARRIED_STATE_SECRET_BEFORE.',
      'Put both lines into the settings or the vault of every server, then remove the file.',
      `${startServersStep} Finish before midnight UTC.`,
      'npm run rotate -- check CARRIED_STATE_SECRET',
    ],
    checks: ['cards'],
  },
  CARRIED_STATE_SECRET_BEFORE: {
    generated: 'elsewhere',
    steps: [
      'npm run rotate -- check CARRIED_STATE_SECRET_BEFORE: it says whether an open card still needs it.',
      'Remove it from the settings and from the vault.',
      startServersStep,
    ],
    checks: ['cards'],
  },
  BOT_APP_PASSWORD: {
    generated: 'elsewhere',
    steps: [
      'Create a second client secret in the registration in Entra. The first one stays valid.',
      'Put its value, not its id, into the setting.',
      startServersStep,
      'npm run rotate -- check BOT_APP_PASSWORD',
      'Delete the first secret from the registration, then check again.',
    ],
    checks: ['token'],
  },
  BOT_APP_CERTIFICATE: {
    generated: 'elsewhere',
    steps: [
      'Register the new certificate beside the old one. The old one stays valid.',
      'Replace the old file with the new one, which only the server’s account may read. The server needs no restart.',
      'npm run rotate -- check BOT_APP_CERTIFICATE',
      'Remove the old certificate from the registration, then check again.',
    ],
    checks: ['token'],
  },
  COSMOS_KEY: {
    generated: 'elsewhere',
    steps: [
      'Put the account’s secondary key into the setting. The primary key stays valid.',
      startServersStep,
      'npm run rotate -- check COSMOS_KEY',
      'Regenerate the account’s primary key, then check again.',
    ],
    checks: ['store'],
  },
  FILES_CONNECTION: {
    generated: 'elsewhere',
    steps: [
      'Put the connection string with the storage account’s second key into the setting. The first key stays valid.',
      startServersStep,
      'npm run rotate -- check FILES_CONNECTION',
      'Regenerate the account’s first key, then check again.',
    ],
    checks: ['files'],
  },
  EXPORT_SIGNING_KEY: {
    generated: 'here',
    steps: [
      'npm run rotate -- draw EXPORT_SIGNING_KEY --to <file>: the file has the private key, and the command shows the public key.',
      'Give the public key to everyone who receives exports, with the day from which it counts. Tell them its security code another way.',
      'Put the line into the settings or the vault of every server, then remove the file.',
      startServersStep,
      'npm run rotate -- check EXPORT_SIGNING_KEY: compare the security code with the one that you gave out.',
    ],
    checks: ['fingerprint'],
  },
} as const satisfies Readonly<Record<string, RotatedSecret>>;

type RotatedSecretName = keyof typeof rotatedSecrets;

const isRotatedSecretName = (name: string): name is RotatedSecretName => Object.hasOwn(rotatedSecrets, name);

export const rotatedSecretNames: readonly RotatedSecretName[] = Object.keys(rotatedSecrets).filter(isRotatedSecretName);

const findRotatedSecretName = (name: string | undefined): RotatedSecretName | undefined =>
  rotatedSecretNames.find((one) => one === name);

type RotationCheckContext = Pick<DoctorCheckContext, 'deployment' | 'storeProbe' | 'clock' | 'getToken'>;

const rotationChecks: Readonly<Record<RotationCheck, CheckDefinition<RotationCheckContext>>> = {
  cards: defineCheck({
    name: 'keys',
    question: 'Which secret do the cards that are open now need?',
    async needs(at: RotationCheckContext) {
      const store = await requireStore(at);
      const { secrets } = at.deployment;
      return 'lacks' in store ? store : requireDeploymentSetting(secrets && { dayKeys: store.has.dayKeys, secrets });
    },
    async look({ dayKeys, secrets }, { clock }, { addFinding: tell, addFact: note }) {
      const { now, before, neither } = await countOpenCardDays(dayKeys, secrets, clock);
      note(`Days with open cards under the current secret: ${now}, under the previous one: ${before}.`);
      if (neither > 0) tell(createFinding('secret-other'));
      if (before > 0)
        note('Keep CARRIED_STATE_SECRET_BEFORE, and check again tomorrow: without it these cards would be lost.');
      else if (secrets.secretBefore !== undefined)
        note('No open card needs CARRIED_STATE_SECRET_BEFORE: remove it, and restart all servers.');
    },
  }),
  fingerprint: defineCheck({
    name: 'keys',
    question: 'Which key signs exports?',
    needs: ({ deployment: { serverSettings: whole } }: RotationCheckContext) =>
      requireDeploymentSetting(whole && createExportSigner(whole.casework.signingKey)),
    look: ({ fingerprint }, _, { addFact: note }) =>
      note(`The key that signs exports has the security code ${fingerprint}`),
  }),
  store: storeCheck,
  files: filesCheck,
  token: tokenCheck,
};

const dayMs = 24 * 3_600_000;

/** Cards of a day by `neither` open for no server with these settings. Makes no key. */
async function countOpenCardDays(
  dayKeys: DayKeyStore,
  { secret, secretBefore }: { readonly secret: string; readonly secretBefore: string | undefined },
  clock: Clock,
) {
  const random = (bytes: number) => new Uint8Array(randomBytes(bytes));
  const ringOf = (by: string) => createDayKeyRing({ dayKeys, secret: by, clock, random });
  const [now, before] = [ringOf(secret), secretBefore === undefined ? undefined : ringOf(secretBefore)];
  const count = { now: 0, before: 0, neither: 0 };
  const at = (ms: number) => new Date(clock().getTime() + ms).toISOString().slice(0, 10);
  for (const day of new Set([at(-stateLifetimeMs), at(0), at(dayMs)])) {
    if ((await dayKeys.read(day)) === undefined) continue;
    if ((await now.find(day)) !== undefined) count.now += 1;
    else if ((await before?.find(day)) !== undefined) count.before += 1;
    else count.neither += 1;
  }
  return count;
}

interface NewSecret {
  readonly lines: readonly string[];
  readonly messages: readonly string[];
}

const newStateSecret = (before: string): NewSecret => ({
  lines: [`CARRIED_STATE_SECRET=${generateStateSecret()}`, `CARRIED_STATE_SECRET_BEFORE=${before}`],
  messages: [],
});

function newExportSigningKey(): NewSecret {
  const { privateKey, publicKey, fingerprint } = generateExportSigningKey();
  return {
    lines: [`EXPORT_SIGNING_KEY=${privateKey}`],
    messages: [`The public key: ${publicKey}`, `Its security code: ${fingerprint}`],
  };
}
