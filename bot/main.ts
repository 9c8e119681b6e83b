import { createAgeSeal } from '../crypto/node/age-seal.ts';
import { createApp } from './app.ts';
import { isTabBuilt, TabNotBuiltError } from './http/static-files.ts';
import { run } from './run.ts';
import { createEventLog, type EventLog, thrownName } from './runtime/event-log.ts';
import { orExitWithReason, startExit } from './runtime/startup-exit.ts';
import { expectStart } from './config/checks/startup-checks.ts';
import { StartTroubles } from './config/checks/issue.ts';
import { filesSentence, openFiles } from './config/files-settings.ts';
import { openStore } from './config/open-store.ts';
import { usedByNewerSentence, withPlace } from './config/store-error-text.ts';
import { createAuthentication } from './teams/authentication.ts';

const notBuilt = () => ({ kind: 'other', settings: [], sentence: new TabNotBuiltError().message }) as const;

async function serve(): Promise<void> {
  const settings = await expectStart(isTabBuilt() ? [] : [notBuilt()]);
  const clock = () => new Date();
  const write = createEventLog((line) => process.stdout.write(line), clock);
  const log: EventLog = (event) => {
    write(event);
    if (event.event === 'storeUsedByNewer') process.stderr.write(`${usedByNewerSentence(event)}\n`);
  };
  // Node prints the error, which may hold anything, before it exits.
  process.once('uncaughtException', (error) => {
    log({ event: 'crashed', thrown: thrownName(error) });
    process.exit(1);
  });
  const seal = createAgeSeal(settings.recipients);
  const store = await openStore(settings.store, clock);
  const authentication = createAuthentication(settings);
  const files = await openFiles(settings.files, clock);
  const app = createApp(settings, { store, files, seal, authentication, log, clock });
  const running = await run(app, settings, store, log).catch((error: unknown) => {
    throw settings.store.kind === 'sqlite' ? withPlace(error, settings.store.path) : error;
  });
  const filesTrouble = app.filesTrouble();
  if (filesTrouble) process.stderr.write(`${filesSentence(settings.files, filesTrouble)}\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void running.stop());
}

await orExitWithReason('Candour cannot start.', serve, [StartTroubles, TabNotBuiltError], startExit);
