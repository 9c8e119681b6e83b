import { fileSentence } from '../bot/running/file-error.ts';
import { lookAtDeployment } from '../bot/settings/checks/deployment.ts';
import type { Environment } from '../bot/settings/given-settings.ts';
import type { AuthenticationSurroundings } from '../bot/teams/authentication.ts';
import { createBotTokens } from '../bot/teams/bot-token.ts';
import type { Clock } from '../concerns/terms/clock.ts';
import { StoreError } from '../concerns/ports/store-error.ts';
import { writeNewFile } from '../seals/node/new-file.ts';
import { settingsCheck } from './doctor/checks.ts';
import { type OpenedStore, openedStore } from './doctor/look-at-store.ts';
import { exitOf, textOf } from './doctor/outcome.ts';
import { makeChecks } from './doctor/run-checks.ts';
import { type Drawn, drawCarriedSecret, drawSigningKey } from './rotate/draw.ts';
import { type RotatedAt, rotationChecks } from './rotate/look.ts';
import { openCards } from './rotate/open-cards.ts';
import { type RotatedName, rotatedNamed, rotatedNames, rotatedSecrets } from './rotate/rotated-secrets.ts';
import { readArguments, say as sayHere, type Verb } from './verb.ts';

export interface RotateContext {
  readonly say: (line: string) => void;
  /** Shows a secret on the terminal, and writes it nowhere; missing if there is no terminal. */
  readonly show?: (line: string) => void;
  readonly clock: Clock;
  readonly environment?: Environment;
  readonly microsoft?: AuthenticationSurroundings;
}

const usage = `Says of each secret of the settings what stands, and what the next step is. It shows no value but where it is asked to.

npm run rotate                           every secret: whether it is given, and its first step
npm run rotate -- steps <NAME>           all steps of one, in their order
npm run rotate -- draw <NAME> --to <file>  draws a new value into a new file that this account alone may read
npm run rotate -- draw <NAME> --show     the same onto this terminal, and nowhere else
npm run rotate -- check <NAME>           whether the step is done; ends with 0 where it is

docs/guides/secrets-and-people.md says when, who, and what becomes of reports that are open.`;

const openingMs = 25_000;
const checkMs = 60_000;

async function closed(opening: Promise<OpenedStore>): Promise<void> {
  const opened = await opening;
  if (opened.kind === 'open') await opened.store.close();
}

function overview({ say, clock, environment }: RotateContext): number {
  const { given } = lookAtDeployment(clock(), environment);
  for (const name of rotatedNames) {
    say(`${name}: ${given.has(name) ? 'given' : 'not given'}.`);
    if (given.has(name)) say(`  Next: ${rotatedSecrets[name].steps[0]}`);
  }
  return 0;
}

function steps({ say }: RotateContext, name: RotatedName): number {
  rotatedSecrets[name].steps.forEach((step, place) => say(`${place + 1}. ${step}`));
  return 0;
}

async function check(context: RotateContext, name: RotatedName): Promise<number> {
  const { say, clock, environment, microsoft } = context;
  const deployment = lookAtDeployment(clock(), environment);
  if (!deployment.given.has(name)) {
    say(`${name} is not given: there is nothing to look at.`);
    return name === 'CARRIED_STATE_SECRET_BEFORE' ? 0 : 78;
  }
  const opening = openedStore(deployment, clock, openingMs);
  const { atMicrosoft } = deployment;
  const tokenFor = atMicrosoft && createBotTokens(atMicrosoft, microsoft ?? {});
  const at: RotatedAt = { deployment, opening, clock, tokenFor };
  const rows = [settingsCheck, ...rotatedSecrets[name].checks.map((one) => rotationChecks[one])];
  const checked = await makeChecks(rows, at, checkMs);
  await closed(opening);
  for (const line of textOf(checked)) say(line);
  return exitOf(checked);
}

async function newCarriedSecret({ clock, environment }: RotateContext): Promise<Drawn | string> {
  const deployment = lookAtDeployment(clock(), environment);
  const { secrets } = deployment;
  if (secrets === undefined || secrets.secret === '') return 'CARRIED_STATE_SECRET is not given, or cannot be right.';
  const opening = openedStore(deployment, clock, openingMs);
  try {
    const opened = await opening;
    if (opened.kind === 'shut') return opened.findings.map(({ says }) => says).join(' ');
    const { before, neither } = await openCards(opened.store.dayKeys, secrets, clock);
    if (neither > 0) return 'These settings are not those of the servers: open cards are under another secret.';
    if (before > 0)
      return 'Open cards are still under the secret before this one: a second change now would lose them.';
    return drawCarriedSecret(secrets.secret);
  } catch (error) {
    if (error instanceof StoreError)
      return 'The store could not be asked whether open cards need the secret of before.';
    throw error;
  } finally {
    await closed(opening);
  }
}

async function draw(
  context: RotateContext,
  name: RotatedName,
  { to, show }: { readonly to: string | undefined; readonly show: boolean },
): Promise<number> {
  const { say, show: onTerminal } = context;
  if (rotatedSecrets[name].drawn === 'elsewhere') {
    say(`${name} is not drawn here.`);
    steps(context, name);
    return 2;
  }
  if (show && onTerminal === undefined) {
    say('Nothing was drawn. There is no terminal to show it on: name a file by --to.');
    return 1;
  }
  const drawn = name === 'CARRIED_STATE_SECRET' ? await newCarriedSecret(context) : drawSigningKey();
  if (typeof drawn === 'string') {
    say(`Nothing was drawn. ${drawn}`);
    return 1;
  }
  if (show) drawn.lines.forEach((line) => onTerminal?.(line));
  else {
    try {
      await writeNewFile(to ?? '', `${drawn.lines.join('\n')}\n`);
    } catch (error) {
      const why = fileSentence(error);
      if (why === undefined) throw error;
      say(`Nothing was drawn. ${why}`);
      return 1;
    }
    say('The file is written. This account alone may read it: remove it once its lines are where they belong.');
  }
  drawn.said.forEach(say);
  say(`Next: npm run rotate -- steps ${name}`);
  return 0;
}

function optionsIn(args: readonly string[]) {
  const options = { to: { type: 'string' }, show: { type: 'boolean', default: false } } as const;
  const read = readArguments({ args: [...args], options, allowPositionals: true });
  return read && { ...read.values, positionals: read.positionals };
}

/**
 * `npm run rotate`: the state of each secret, its next step, a new value if Candour draws it, and whether a step is
 * done. Returns the exit code: 0, 2 if the arguments are wrong, 1 if nothing was drawn, or that of a check's finding.
 * Says no value of a secret.
 */
export async function rotateCommand(context: RotateContext, args: readonly string[]): Promise<number> {
  const options = optionsIn(args);
  const [what, named, ...more] = options?.positionals ?? ['help'];
  if (options !== undefined && what === undefined) return overview(context);
  const name = rotatedNamed(named);
  if (options !== undefined && name !== undefined && more.length === 0) {
    if (what === 'steps') return steps(context, name);
    if (what === 'check') return await check(context, name);
    const { to, show } = options;
    if (what === 'draw' && (to !== undefined) !== show) return await draw(context, name, { to, show });
    if (what === 'draw' && rotatedSecrets[name].drawn === 'elsewhere') return await draw(context, name, { to, show });
  }
  context.say(usage);
  return 2;
}

export const verb: Verb = {
  usage,
  undone: 'Nothing was changed.',
  leavesAtOnce: true,
  run: (args) =>
    rotateCommand(
      {
        say: sayHere,
        // Output that is piped or kept is no terminal.
        ...(process.stderr.isTTY && { show: (line: string) => void process.stderr.write(`${line}\n`) }),
        clock: () => new Date(),
      },
      args,
    ),
};
