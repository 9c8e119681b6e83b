import { partnersFolders, tabFolders } from '../bot/http/static-files.ts';
import { lookAtDeployment } from '../bot/config/checks/deployment.ts';
import type { Environment } from '../bot/config/schema.ts';
import type { AuthenticationSurroundings } from '../bot/teams/authentication.ts';
import { createBotTokens } from '../bot/teams/bot-token.ts';
import type { Store } from '../core/ports/store.ts';
import type { Clock } from '../core/model/calendar.ts';
import { withinDeadline } from '../dialogs/answer-deadline.ts';
import type { Route } from './doctor/http-probe.ts';
import type { MicrosoftWay } from './doctor/microsoft-probe.ts';
import { checks, type LookedAt, pageMs } from './doctor/checks.ts';
import { doctorUsage, type DoctorOptions, type FleetOptions, parseDoctorOptions } from './doctor/doctor-options.ts';
import { doctorFleet } from './doctor/fleet.ts';
import { beforePosting } from './doctor/alerts.ts';
import { openedStore } from './doctor/store.ts';
import { exitOf, jsonOf, makeChecks, textOf } from './doctor/run-checks.ts';
import { givenFileLines, readGivenFile } from './files.ts';
import { readFleet } from './fleet/fleet-file.ts';
import type { PageContext } from './page/command.ts';
import { say, type Verb } from './verb.ts';

export interface DoctorContext {
  readonly say: (line: string) => void;
  readonly clock: Clock;
  /** Those of this process if missing. */
  readonly environment?: Environment;
  readonly page: Omit<PageContext, 'say'>;
  readonly route?: Route;
  readonly microsoft?: Pick<MicrosoftWay, 'placeOf'> & AuthenticationSurroundings;
  readonly around?: (store: Store) => Store;
  /** In milliseconds. */
  readonly patience?: { readonly openingMs: number; readonly checkMs: number };
}

const usualPatience = { openingMs: 25_000, checkMs: 60_000 } as const;
const microsoftMs = 15_000;
/** Exits with the code of the finding to be put right first. Never rejects for a finding. */
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

async function lookAtFleetFile(context: DoctorContext, asked: FleetOptions, json: boolean): Promise<number> {
  const { say, clock, route = {}, page } = context;
  const read = await readGivenFile(asked.path, readFleet);
  if (read.kind === 'wrong') {
    say(givenFileLines('fleet file', read.mistakes));
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
  const { atMicrosoft } = deployment;
  const answerMs = Math.min(checkMs, microsoftMs);
  const way = options.offline ? undefined : { ...microsoft, deadlineMs: answerMs };
  let tokens: ReturnType<typeof createBotTokens> | undefined;
  const tokenFor: LookedAt['tokenFor'] =
    way &&
    atMicrosoft &&
    (async (audience) => {
      tokens ??= createBotTokens(atMicrosoft, microsoft);
      return await tokens(audience);
    });
  const at = { deployment, opening, clock, options, page, route, way, tokenFor, answerMs };
  const checked = await makeChecks(checks, { ...at, surroundings: microsoft }, openingMs + checkMs);
  const opened = await opening;
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

const asked = checks.map(({ name, asks }) => `    ${name.padEnd(14)}${asks}`);

export const verb: Verb = {
  usage: [doctorUsage, '', 'Its checks:', ...asked].join('\n'),
  undone: 'The doctor could not look.',
  // A check that hangs has been reported, and keeps no one waiting.
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
