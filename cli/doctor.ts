import { partnerFolders, tabFolders } from '../bot/http/built-files.ts';
import { loadDeploymentSettings } from '../bot/config/checks/deployment-settings.ts';
import type { EnvironmentVariables } from '../bot/config/settings-schema.ts';
import type { AuthenticationOptions } from '../bot/teams/teams-authentication.ts';
import { createBotTokenProvider } from '../bot/teams/bot-token.ts';
import type { Store } from '../core/ports/store.ts';
import type { Clock } from '../core/model/calendar.ts';
import { withinDeadline } from '../dialogs/answer-deadline.ts';
import type { ProbeRoute } from './doctor/http-probe.ts';
import type { MicrosoftProbeOptions } from './doctor/microsoft-probe.ts';
import {
  checksBeforeFirstStart,
  doctorChecks,
  type DoctorCheckContext,
  pageTimeoutMs,
} from './doctor/doctor-checks.ts';
import { doctorUsage, type DoctorOptions, type FleetOptions, parseDoctorOptions } from './doctor/doctor-options.ts';
import { runFleetDoctor } from './doctor/fleet-doctor.ts';
import { testPostNotice } from './doctor/alert-checks.ts';
import { openExistingStore } from './doctor/storage-checks.ts';
import { resultsExitCode, formatResultsJson, runCheckDefinitions, formatResults } from './doctor/run-checks.ts';
import { formatFileProblems, readInputFile } from './file-io.ts';
import { parseFleet } from './fleet/fleet-file.ts';
import type { PageCommandContext } from './page/page-subcommand.ts';
import { printLine, type CliCommand } from './cli-command.ts';

export interface DoctorContext {
  readonly printLine: (line: string) => void;
  readonly clock: Clock;
  /** This process's if missing. */
  readonly environment?: EnvironmentVariables;
  readonly page: Omit<PageCommandContext, 'printLine'>;
  readonly route?: ProbeRoute;
  readonly microsoft?: Pick<MicrosoftProbeOptions, 'resolveUrl'> & AuthenticationOptions;
  readonly wrapStore?: (store: Store) => Store;
  /** In milliseconds. */
  readonly timeouts?: { readonly openingMs: number; readonly checkMs: number };
}

const defaultTimeouts = { openingMs: 25_000, checkMs: 60_000 } as const;
const microsoftTimeoutMs = 15_000;
/** Exits with the code of the finding to mend first, and never rejects for one. */
export async function doctorCommand(context: DoctorContext, args: readonly string[]): Promise<number> {
  const options = parseDoctorOptions(args);
  if (options === undefined) {
    context.printLine(doctorUsage);
    return 2;
  }
  const { fleet, json } = options;
  if (fleet !== undefined) return await runFleetDoctorFromFile(context, fleet, json);
  if (options.post && !options.json) context.printLine(testPostNotice);
  const checked = await runDoctor(context, options);
  for (const line of options.json ? [formatResultsJson(checked)] : formatResults(checked)) context.printLine(line);
  return resultsExitCode(checked);
}

async function runFleetDoctorFromFile(context: DoctorContext, options: FleetOptions, json: boolean): Promise<number> {
  const { printLine: say, clock, route = {}, page } = context;
  const read = await readInputFile(options.path, parseFleet);
  if (read.kind === 'wrong') {
    say(formatFileProblems('fleet file', read.problems));
    return 1;
  }
  const { deadlineMs } = page;
  return await runFleetDoctor(
    read.fleet,
    { printLine: say, clock, route, deadlineMs, checkMs: pageTimeoutMs },
    options,
    json,
  );
}

/** Looks at all that is there before a server has started. Never rejects. */
export const checkBeforeFirstStart = (context: DoctorContext, options: DoctorOptions) =>
  runDoctor(context, options, checksBeforeFirstStart);

async function runDoctor(
  { clock, environment, page, route = {}, microsoft = {}, wrapStore, timeouts = defaultTimeouts }: DoctorContext,
  options: DoctorOptions,
  checks = doctorChecks,
) {
  const { openingMs, checkMs } = timeouts;
  const deployment = loadDeploymentSettings(clock(), environment);
  const opening = openExistingStore(deployment, clock, openingMs, wrapStore);
  const { microsoft: atMicrosoft } = deployment;
  const answerMs = Math.min(checkMs, microsoftTimeoutMs);
  const microsoftOptions = options.offline ? undefined : { ...microsoft, deadlineMs: answerMs };
  let tokens: ReturnType<typeof createBotTokenProvider> | undefined;
  const getToken: DoctorCheckContext['getToken'] =
    microsoftOptions &&
    atMicrosoft &&
    (async (audience) => {
      tokens ??= createBotTokenProvider(atMicrosoft, microsoft);
      return await tokens(audience);
    });
  const at = {
    deployment,
    storeProbe: opening,
    clock,
    options,
    page,
    route,
    microsoftOptions,
    getToken,
    timeoutMs: answerMs,
  };
  const results = await runCheckDefinitions(checks, { ...at, surroundings: microsoft }, openingMs + checkMs);
  const opened = await opening;
  if (opened.kind === 'open') {
    const { store } = opened;
    await withinDeadline(
      openingMs,
      () => store.close(),
      () => undefined,
    );
  }
  return results;
}

const checkDescriptions = doctorChecks.map(({ name, question: asks }) => `    ${name.padEnd(14)}${asks}`);

export const cliCommand: CliCommand = {
  usage: [doctorUsage, '', 'The checks:', ...checkDescriptions].join('\n'),
  failureMessage: 'The doctor could not run its checks.',
  // A hanging check has been reported, and keeps no one waiting.
  exitsAtOnce: true,
  run: (args) =>
    doctorCommand(
      {
        printLine,
        clock: () => new Date(),
        page: {
          showOnTerminal: () => undefined,
          askSecret: async () => '',
          folders: tabFolders,
          partnersFolders: partnerFolders,
          deadlineMs: 20_000,
        },
      },
      args,
    ),
};
