import { createAgeSealer } from '../crypto/node/age-sealer.ts';
import { createApp } from './app.ts';
import { isTabBuilt, TabNotBuiltError } from './http/built-files.ts';
import { startApp } from './start-app.ts';
import { createEventLog, type EventLog, errorClassName } from './runtime/event-log.ts';
import { runOrExit, startupExitCode } from './runtime/process-exit.ts';
import { loadCheckedSettings } from './config/checks/startup-checks.ts';
import { StartupError } from './config/checks/config-problem.ts';
import { filesErrorText, openFileStore } from './config/files-settings.ts';
import { missingSupportText } from './config/word-settings.ts';
import { openStore } from './config/open-store.ts';
import { newerVersionText, toStoreOpeningError } from './config/store-opening-error.ts';
import { createTeamsAuthentication } from './teams/teams-authentication.ts';

const tabNotBuiltProblem = () => ({ kind: 'other', settings: [], sentence: new TabNotBuiltError().message }) as const;

async function serve(): Promise<void> {
  const settings = await loadCheckedSettings(isTabBuilt() ? [] : [tabNotBuiltProblem()]);
  const clock = () => new Date();
  const write = createEventLog((line) => process.stdout.write(line), clock);
  const log: EventLog = (event) => {
    write(event);
    if (event.event === 'storeUsedByNewer') process.stderr.write(`${newerVersionText(event)}\n`);
  };
  // Node prints the error, which may hold anything, before it exits.
  process.once('uncaughtException', (error) => {
    log({ event: 'crashed', thrown: errorClassName(error) });
    process.exit(1);
  });
  const seal = createAgeSealer(settings.recipients);
  const store = await openStore(settings.store, clock);
  const authentication = createTeamsAuthentication(settings);
  const files = await openFileStore(settings.files, clock);
  const app = await createApp(settings, { store, files, seal, authentication, log, clock });
  const running = await startApp(app, settings, store, log).catch((error: unknown) => {
    throw settings.store.kind === 'sqlite' ? toStoreOpeningError(error, settings.store.path) : error;
  });
  const fileStoreError = app.fileStoreError();
  if (fileStoreError) process.stderr.write(`${filesErrorText(settings.files, fileStoreError)}\n`);
  const missingSupport = missingSupportText(settings.contacts);
  if (missingSupport !== undefined) process.stderr.write(`${missingSupport}\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void running.stop());
}

await runOrExit('Candour cannot start.', serve, [StartupError, TabNotBuiltError], startupExitCode);
