import { createAgeSeal } from '../seals/node/age-seal.ts';
import { isTabBuilt } from './http/tab-files.ts';
import { TabNotBuiltError } from './http/tab-not-built-error.ts';
import { expectStart } from './settings/checks/expect-start.ts';
import { loadServerSettings, type ProductionSettings } from './settings/server-settings.ts';
import { leadSettings } from './settings/workers.ts';
import { type AsWorker, asWorker } from './workers/as-worker.ts';
import { StartTroubles } from './settings/checks/start-troubles.ts';
import { createApp } from './app.ts';
import { createAuthentication } from './teams/authentication.ts';
import { createEventLog, type EventLog, thrownName } from './running/event-log.ts';
import { filesSentence, openFiles } from './settings/files-settings.ts';
import { openStore } from './settings/open-store.ts';
import { usedByNewerSentence, withPlace } from './settings/store-sentence.ts';
import { run } from './run.ts';
import { orExitWithReason, startExit } from './running/exit-with-reason.ts';

/** An obstacle beside settings and what they name. */
const notBuilt = () => ({ kind: 'other', settings: [], sentence: new TabNotBuiltError().message }) as const;

/**
 * Serves by this process: alone, or as one of several on one port. Settles once it serves, or has said why it could not
 * start and set the code to end with.
 */
export async function serve(): Promise<void> {
  const worker = asWorker();
  await orExitWithReason(
    'Candour cannot start.',
    () => begin(worker),
    [StartTroubles, TabNotBuiltError],
    startExit,
    worker?.failed,
  );
}

async function begin(worker: AsWorker | undefined): Promise<void> {
  const speaks = worker?.isFirst ?? true;
  const settings = ofWorker(
    speaks ? await expectStart(isTabBuilt() ? [] : [notBuilt()]) : loadServerSettings(),
    worker,
  );
  const clock = () => new Date();
  const writeAll = createEventLog((line) => process.stdout.write(line), clock);
  const write = worker?.ofWorker(writeAll) ?? writeAll;
  const log: EventLog = (event) => {
    write(event);
    if (event.event === 'storeUsedByNewer' && speaks) process.stderr.write(`${usedByNewerSentence(event)}\n`);
  };
  // Node prints what was thrown, which may hold anything, before it ends by itself.
  process.once('uncaughtException', (error) => {
    log({ event: 'crashed', thrown: thrownName(error) });
    process.exit(1);
  });
  const seal = createAgeSeal(settings.recipients);
  const store = await openStore(settings.store, clock);
  const authentication = createAuthentication(settings);
  const files = await openFiles(settings.files, clock);
  const parts = { store, files, seal, authentication, log, clock, ...(worker && { counts: worker.counts }) };
  const app = createApp(settings, parts);
  const running = await run(worker ? { ...app, health: undefined } : app, settings, store, log).catch(
    (error: unknown) => {
      throw settings.store.kind === 'sqlite' ? withPlace(error, settings.store.path) : error;
    },
  );
  const filesTrouble = app.filesTrouble();
  if (filesTrouble && speaks) process.stderr.write(`${filesSentence(settings.files, filesTrouble)}\n`);
  const { readiness, numbers } = app;
  if (worker) worker.serves({ ...running, readiness, numbers });
  else for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void running.stop());
}

/** The settings of one of several processes: it has its share of the connections. */
function ofWorker(settings: ProductionSettings, worker: AsWorker | undefined): ProductionSettings {
  if (worker === undefined) return settings;
  const { listening } = settings;
  const maxConnections = Math.ceil(listening.maxConnections / leadSettings().workers);
  return { ...settings, listening: { ...listening, maxConnections } };
}
