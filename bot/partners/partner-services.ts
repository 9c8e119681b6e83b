import type { Server } from 'restify';
import type { Store } from '../../core/ports/store.ts';
import type { Clock, MonotonicClock, RandomSource } from '../../core/model/calendar.ts';
import type { BuildFolders } from '../../contract/build-metadata.ts';
import type { DayKeyRing } from '../../dialogs/bot-framework/day-key-ring.ts';
import { createReportOperations, type ReportOperationsDependencies } from '../api/report-operations.ts';
import { servePartnerFiles } from '../http/built-files-routes.ts';
import { partnerFolders, readBuiltFiles } from '../http/built-files.ts';
import type { EventLog, PartnerRefusalReason } from '../runtime/event-log.ts';
import type { ServerSettings } from '../config/server-settings.ts';
import { createPartnerRateLimits } from './partner-rate-limits.ts';
import { createPasskeys } from './passkeys.ts';
import { createSealedTokens } from './sealed-tokens.ts';
import { servePartnerApi } from './partner-api-routes.ts';
import { createPartnerSessions, partnerReporter } from './partner-sessions.ts';
import { createSignInOperations } from './sign-in-operations.ts';

const developmentHost = 'localhost';

function partnerHost({
  development,
  publicHost = developmentHost,
}: Pick<ServerSettings, 'development' | 'publicHost'>): {
  readonly host: string;
  readonly isAllowedOrigin: (origin: string) => boolean;
} {
  if (!development) return { host: publicHost, isAllowedOrigin: (origin) => origin === `https://${publicHost}` };
  return { host: developmentHost, isAllowedOrigin: (origin) => /^http:\/\/localhost(?::\d{1,5})?$/u.test(origin) };
}

export function createPartnerServices(
  settings: ServerSettings,
  deps: {
    readonly store: Pick<Store, 'partners'>;
    readonly keys: DayKeyRing;
    readonly reporting: ReportOperationsDependencies;
    /** The folder of `npm run build` if missing. */
    readonly partnersFolders?: BuildFolders;
    readonly deadlineMs: number;
    readonly clock: Clock;
    readonly monotonic: MonotonicClock;
    readonly random: RandomSource;
    readonly rateLimits: Omit<Parameters<typeof createPartnerRateLimits>[0], 'partners'>;
    readonly log: EventLog;
  },
) {
  const { store, clock } = deps;
  const onRefused = createRefusalLog(deps);
  const files = readBuiltFiles(deps.partnersFolders ?? partnerFolders);
  const tokens = createSealedTokens(deps);
  const sessions = createPartnerSessions({ tokens, partners: store.partners });
  return {
    isBuilt: files !== undefined,
    serve: (server: Server): void => {
      servePartnerFiles(server, files);
      servePartnerApi(server, {
        ...deps,
        signIn: createSignInOperations({
          partners: store.partners,
          clock,
          timeZone: settings.timeZone,
          passkeys: createPasskeys({ ...deps, tokens, ...partnerHost(settings) }),
          sessions,
          contacts: settings.contacts,
          onPasskeyRejected: () => onRefused('passkey'),
        }),
        reporting: createReportOperations(deps.reporting, partnerReporter),
        sessions,
        rateLimits: createPartnerRateLimits({ ...deps.rateLimits, partners: store.partners }),
        onRefused,
        build: files?.build,
      });
    },
  };
}

const refusalLogIntervalMs = 60_000;

function createRefusalLog(deps: {
  readonly log: EventLog;
  readonly monotonic: MonotonicClock;
}): (reason: PartnerRefusalReason) => void {
  const loggedAt = new Map<PartnerRefusalReason, number>();
  return (reason) => {
    const now = deps.monotonic();
    if (now - (loggedAt.get(reason) ?? Number.NEGATIVE_INFINITY) < refusalLogIntervalMs) return;
    loggedAt.set(reason, now);
    deps.log({ event: 'partnerRefused', reason });
  };
}
