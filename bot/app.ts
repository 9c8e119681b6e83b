import type { StoreError } from '../core/ports/store-error.ts';
import { DeadlineError, withinDeadline } from '../dialogs/answer-deadline.ts';
import { DayKeyUnwrapError } from '../dialogs/bot-framework/day-key-ring.ts';
import { reconcileSettings } from './jobs/reconcile-settings.ts';
import type { HttpServers } from './http/http-servers.ts';
import { TabNotBuiltError } from './http/built-files.ts';
import { createJobs } from './jobs.ts';
import { createAppServers } from './app-servers.ts';
import type { EventLog } from './runtime/event-log.ts';
import { fileStoreStartupTimeoutMs } from './runtime/file-store-maintenance.ts';
import type { Scheduler } from './runtime/scheduler.ts';
import { type AppDependencies, createServices } from './services.ts';
import { SecretMismatchError } from './config/settings-errors.ts';
import type { ServerSettings } from './config/server-settings.ts';

export interface App extends HttpServers {
  readonly scheduler: Scheduler;
  /** Why files cannot be stored now; `undefined` if they can, or none are taken. */
  readonly fileStoreError: () => StoreError | undefined;
  readonly recordEvent?: EventLog;
  /** Opens the store and loads the data of a first turn. Throws StoreError, SecretMismatchError, TabNotBuiltError. */
  prepare(): Promise<void>;
}

/** Nothing runs or writes yet. Loads what metrics and partners need only if there are any. */
export async function createApp(settings: ServerSettings, deps: AppDependencies): Promise<App> {
  const monotonic = deps.monotonic ?? (() => performance.now());
  const metrics = settings.metrics
    ? (await import('./runtime/metrics/metrics.ts')).createMetrics(settings, { ...deps, monotonic })
    : undefined;
  const services = createServices(settings, metrics?.instrumentServices(deps) ?? deps);
  const {
    store,
    log,
    answerMs,
    schedule: scheduler,
    dayKeys,
    pointers,
    clockWatch,
    filesWatch,
    content,
    setAside,
  } = services;
  const routes = await createAppServers(settings, deps, services, metrics?.text);
  const jobs = createJobs(settings, services);
  const serverState = {
    areFilesReady: () => filesWatch.look().then(() => filesWatch.trouble() === undefined),
    isClockTrusted: clockWatch.isTrusted,
    alertsSetAside: setAside.alerts,
  };
  scheduler.add(metrics?.instrumentTasks(jobs, serverState) ?? jobs);
  return {
    server: routes.server,
    health: routes.health,
    scheduler,
    fileStoreError: filesWatch.trouble,
    ...(metrics && { recordEvent: metrics.recordEvent }),
    async prepare() {
      if (!routes.areBuilt && !settings.development) throw new TabNotBuiltError();
      await store.assertReadable();
      const later = await store.recordWriterVersion();
      if (later !== undefined) log({ event: 'storeUsedByNewer', ...later });
      await dayKeys.current().catch((error: unknown) => {
        throw error instanceof DayKeyUnwrapError ? new SecretMismatchError() : error;
      });
      // Only earlier links wait for the store.
      await withinDeadline(answerMs, pointers.load, (error) => {
        if (!(error instanceof DeadlineError)) throw error;
      });
      await clockWatch.check();
      await content.refresh();
      await reconcileSettings(services.settingsHistory, settings, log).then(services.onCall.look);
      await filesWatch.look(fileStoreStartupTimeoutMs);
    },
  };
}
