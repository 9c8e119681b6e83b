import cluster from 'node:cluster';
import { createApp } from '../../../bot/app.ts';
import { run } from '../../../bot/run.ts';
import { createEventLog } from '../../../bot/running/event-log.ts';
import { openFiles } from '../../../bot/settings/files-settings.ts';
import { openStore } from '../../../bot/settings/open-store.ts';
import { createAuthentication } from '../../../bot/teams/authentication.ts';
import { asWorker } from '../../../bot/workers/as-worker.ts';
import { leadServer } from '../../../bot/workers/lead-server.ts';
import { chatDirectory } from '../../../development/chat-directory.ts';
import { makeDevelopmentKeys } from '../../../development/development-keys.ts';
import { loadDevelopmentSettings } from '../../../development/development-settings.ts';
import { createAgeSeal } from '../../../seals/node/age-seal.ts';

// Candour by so many processes, as `npm run serve` has them, with the chat door, which asks for no token. One is alone.
const settings = loadDevelopmentSettings();
const workers = Number(process.env['BENCH_WORKERS']);

async function serve(): Promise<void> {
  const worker = asWorker();
  const clock = () => new Date();
  const write = createEventLog((line) => process.stdout.write(line), clock);
  const log = worker?.ofWorker(write) ?? write;
  const keys = await makeDevelopmentKeys(process.env['BENCH_KEYS'] ?? 'keys');
  const store = await openStore(settings.store, clock);
  const app = createApp(settings, {
    chatDirectory: chatDirectory(settings.roles),
    store,
    files: await openFiles(settings.files, clock),
    seal: createAgeSeal(keys.recipients),
    authentication: createAuthentication(settings),
    log,
    clock,
    ...(worker && { counts: worker.counts }),
  });
  const running = await run(app, settings, store, log);
  if (worker) worker.serves({ ...running, readiness: app.readiness, numbers: app.numbers });
  else process.once('SIGTERM', () => void running.stop());
}

if (cluster.isPrimary && workers > 1) {
  const { listening } = settings;
  await leadServer({ workers, listening, metrics: false, store: 'sqlite' }, { args: [], environment: 'development' });
} else await serve();
