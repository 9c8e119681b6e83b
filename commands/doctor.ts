import { partnersFolders, tabFolders } from '../bot/http/tab-files.ts';
import { lookAtDeployment } from '../bot/settings/checks/deployment.ts';
import type { Environment } from '../bot/settings/given-settings.ts';
import type { AuthenticationSurroundings } from '../bot/teams/authentication.ts';
import { createBotTokens } from '../bot/teams/bot-token.ts';
import type { Store } from '../concerns/ports/store.ts';
import type { Clock } from '../concerns/terms/clock.ts';
import { withinDeadline } from '../conversations/deadline.ts';
import { doctorUsage, type DoctorOptions, type FleetOptions, parseDoctorOptions } from './doctor/doctor-options.ts';
import type { Route } from './doctor/ask-address.ts';
import { doctorFleet } from './doctor/fleet/doctor-fleet.ts';
import { lookAtAddress } from './doctor/look-at-address.ts';
import { lookAtAlerts } from './doctor/look-at-alerts.ts';
import { lookAtBackup } from './doctor/look-at-backup.ts';
import { lookAtFiles } from './doctor/look-at-files.ts';
import { lookAtKeys, lookAtSecret } from './doctor/look-at-keys.ts';
import { lookAtPage } from './doctor/look-at-page.ts';
import { beforePosting, lookAtPosts } from './doctor/look-at-posts.ts';
import { lookAtRoles } from './doctor/look-at-roles.ts';
import { lookAtServers } from './doctor/look-at-servers.ts';
import { lookAtSettings } from './doctor/look-at-settings.ts';
import { lookAtStore } from './doctor/look-at-store.ts';
import { lookAtClock, lookAtVersions } from './doctor/look-at-time.ts';
import type { MicrosoftWay } from './doctor/microsoft/ask-microsoft.ts';
import { lookAtIssuers } from './doctor/microsoft/look-at-issuers.ts';
import { lookAtRegistration } from './doctor/microsoft/look-at-registration.ts';
import { lookAtToken } from './doctor/microsoft/look-at-token.ts';
import { openedStore } from './doctor/opened-store.ts';
import { exitOf, jsonOf, textOf } from './doctor/outcome.ts';
import { type Check, runChecks } from './doctor/run-checks.ts';
import { readFleet } from './fleet/fleet-file.ts';
import { givenFileLines, readGivenFile } from './given-file.ts';
import type { PageContext } from './page/command.ts';
import { say, type Verb } from './verb.ts';

/** Everything that the doctor works with beside its arguments. */
export interface DoctorContext {
  readonly say: (line: string) => void;
  readonly clock: Clock;
  /** The settings of the deployment; those of this process where it is missing. */
  readonly environment?: Environment;
  readonly page: Omit<PageContext, 'say'>;
  /** How the public address is reached, where it is not by its name alone. */
  readonly route?: Route;
  /** Another place for Microsoft's addresses, and other surroundings for the bot's own tokens. */
  readonly microsoft?: Pick<MicrosoftWay, 'placeOf'> & AuthenticationSurroundings;
  /** Stands between the checks and the store. */
  readonly around?: (store: Store) => Store;
  /** How long the store may take to be opened, and how long a check may take after that, in milliseconds. */
  readonly patience?: { readonly openingMs: number; readonly checkMs: number };
}

const usualPatience = { openingMs: 25_000, checkMs: 60_000 } as const;
/** How long Microsoft may take for one answer. */
const microsoftMs = 15_000;
/** There are seven channels at most, tried one after the other. */
const postsMs = 180_000;
/** The page has some two hundred files, asked for one by one. */
const pageMs = 300_000;

/**
 * `npm run doctor`: looks at a deployment from here, says what is to be put right and what to do. Answers with the exit
 * code: 0, 2 where it was asked wrongly, or that of the kind to be put right first. Never rejects for what it finds.
 */
export async function doctorCommand(context: DoctorContext, args: readonly string[]): Promise<number> {
  const options = parseDoctorOptions(args);
  if (options === undefined) {
    context.say(doctorUsage);
    return 2;
  }
  const { fleet, json } = options;
  if (fleet !== undefined) return await lookAtFleetFile(context, fleet, json);
  if (options.post && !options.json) context.say(beforePosting);
  const checked = await look(context, options);
  for (const line of options.json ? [jsonOf(checked)] : textOf(checked)) context.say(line);
  return exitOf(checked);
}

/** Looks at the fleet of a file; 1 where that cannot be read. */
async function lookAtFleetFile(context: DoctorContext, asked: FleetOptions, json: boolean): Promise<number> {
  const { say, clock, route = {}, page } = context;
  const given = await readGivenFile(asked.path);
  const read = given.kind === 'text' ? readFleet(given.text) : undefined;
  if (read?.kind !== 'fleet') {
    const mistakes = given.kind === 'wrong' ? [given.mistake] : (read?.mistakes ?? []);
    say(givenFileLines('fleet file', mistakes));
    return 1;
  }
  const { deadlineMs } = page;
  return await doctorFleet(read.fleet, { say, clock, route, deadlineMs, checkMs: pageMs }, asked, json);
}

async function look(
  { clock, environment, page, route = {}, microsoft = {}, around, patience = usualPatience }: DoctorContext,
  options: DoctorOptions,
) {
  const { openingMs, checkMs } = patience;
  const deployment = lookAtDeployment(clock(), environment);
  const opening = openedStore(deployment, clock, openingMs, around);
  const check = (name: Check['name'], look: Check['look'], ms = openingMs + checkMs): Check => ({
    name,
    deadlineMs: ms,
    look,
  });
  const keys = lookAtKeys(deployment, options.fingerprints);
  const secret = lookAtSecret(deployment, opening, clock);
  const { atMicrosoft } = deployment;
  const answerMs = Math.min(checkMs, microsoftMs);
  const way = options.offline ? undefined : { ...microsoft, deadlineMs: answerMs };
  let tokens: ReturnType<typeof createBotTokens> | undefined;
  const tokenFor =
    way &&
    atMicrosoft &&
    (async (audience: string) => {
      tokens ??= createBotTokens(atMicrosoft, microsoft);
      return await tokens(audience);
    });
  const checked = await runChecks([
    check('settings', lookAtSettings(deployment, clock)),
    check(
      'store',
      lookAtStore(deployment, opening, clock, () => performance.now()),
    ),
    check('keys', async (tells) => {
      await keys(tells);
      await secret(tells);
    }),
    check('roles', lookAtRoles(deployment)),
    check('files', lookAtFiles(deployment, clock)),
    check('clock', lookAtClock(opening, clock)),
    check('entra', lookAtIssuers(atMicrosoft, clock, way)),
    check('token', lookAtToken(atMicrosoft, tokenFor, clock)),
    check('registration', lookAtRegistration({ at: atMicrosoft, tokenFor, way, lent: options.lent, clock })),
    check('versions', async (tells) => {
      await lookAtVersions(opening)(tells);
      await lookAtServers(options.servers, answerMs)(tells);
    }),
    check('alerts', lookAtAlerts(opening, clock, atMicrosoft, deployment.staffed)),
    check('posts', lookAtPosts(options.post, deployment.whole, opening, microsoft, answerMs), postsMs),
    check('backup', lookAtBackup(deployment, options.backup, clock)),
    check('address', lookAtAddress(deployment, clock, route)),
    check('page', lookAtPage(options.page, page), pageMs),
  ]);
  const opened = await opening;
  // What it could not close by now ends with the process.
  if (opened.kind === 'open') {
    const { store } = opened;
    await withinDeadline(
      openingMs,
      () => store.close(),
      () => undefined,
    );
  }
  return checked;
}

export const verb: Verb = {
  usage: doctorUsage,
  undone: 'The doctor could not look.',
  // A check that hangs has been told, and keeps nobody waiting.
  leavesAtOnce: true,
  run: (args) =>
    doctorCommand(
      {
        say,
        clock: () => new Date(),
        page: {
          show: () => undefined,
          ask: async () => '',
          folders: tabFolders,
          partnersFolders,
          deadlineMs: 20_000,
        },
      },
      args,
    ),
};
