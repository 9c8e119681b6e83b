import { randomBytes } from 'node:crypto';
import { createRemoteJWKSet, type JWTVerifyGetKey } from 'jose';
import type { Server } from 'restify';
import type { Contacts } from '../../words/contacts.ts';
import type { Clock } from '../../concerns/terms/clock.ts';
import type { Store } from '../../concerns/ports/store.ts';
import type { Recipients } from '../../concerns/terms/recipients.ts';
import type { HandledBy } from '../../concerns/terms/urgency.ts';
import type { Guide } from '../../dialogs/guide.ts';
import { hybridRecipient } from '../../seals/node/hybrid-recipient.ts';
import type { BuildFolders } from '../../contract/build.ts';
import { caseTargets, messagesAgreed } from '../settings/case-targets.ts';
import { clouds } from '../settings/clouds.ts';
import type { Config } from '../settings/config.ts';
import type { EventLog } from '../running/event-log.ts';
import { createDirectory, roleLists } from '../settings/roles.ts';
import type { Pace } from '../running/throttle.ts';
import { createCallers } from './caller.ts';
import { createCaseViews } from './case-views.ts';
import { createExportSigner } from './export-signer.ts';
import { createKeyEnvelopes } from './key-envelopes.ts';
import { createRoleHolders } from './role-holders.ts';
import { createCaseLists } from './case-lists.ts';
import { createOperations } from './operations.ts';
import { casesOfTenant } from './cases-of-tenant.ts';
import { createReportPage } from '../doors/report-page.ts';
import { serveTabApi } from './serve-tab-api.ts';
import { serveTabFiles } from '../http/serve-tab-files.ts';
import { microsoftClients } from './tab-clients.ts';
import { readTabFiles, tabFolders } from '../http/tab-files.ts';
import { createTabSignIn, entraKeysAddress } from './tab-sign-in.ts';

export interface TabDependencies {
  readonly store: Store;
  readonly guide: Guide;
  readonly contacts: Contacts;
  readonly recipients: Recipients;
  /** The keys that tokens are signed with; those that Entra publishes where they are missing. */
  readonly entraKeys?: JWTVerifyGetKey;
  readonly tenantId: string;
  /** Where the page stands; where `npm run build` puts it where they are missing. */
  readonly tabFolders?: BuildFolders;
  /** By the key of a person, as the bot has it. */
  readonly pace: (key: string) => Promise<Pace>;
  readonly deadlineMs: number;
  /** Told after each change of a case: an alert may be due. */
  readonly onChanged: () => void;
  readonly clock: Clock;
  readonly log: EventLog;
}

/** A page forgets its keys after so many minutes in which nobody touched it. */
const idleMinutes = 15;

function isHybridRecipient(line: string): boolean {
  try {
    hybridRecipient(line);
    return true;
  } catch {
    return false;
  }
}

/** The page and its API. */
export interface Tab {
  /** Whether there is a page to hand out. */
  readonly isBuilt: boolean;
  /** Adds both to a server. */
  readonly serve: (server: Server) => void;
}

/** Puts the tab together from the settings. Throws ConfigError where the key for exports is none. */
export function createTab(config: Config, deps: TabDependencies): Tab {
  const { store, tenantId, clock, log } = deps;
  const timeZone = config.TIME_ZONE;
  const targets = caseTargets(config);
  const directory = createDirectory(roleLists(config));
  const people = createRoleHolders({ people: store.people, directory, clock, timeZone });
  const cases = casesOfTenant(store.cases, tenantId);
  const casework = {
    cases,
    history: store.history,
    outbox: store.outbox,
    clock,
    timeZone,
    random: (bytes: number) => new Uint8Array(randomBytes(bytes)),
    reviewYears: config.REVIEW_YEARS,
    referralDays: config.REFERRAL_TARGET_DAYS,
    messages: messagesAgreed(config),
    handlersKnown: (handledBy: HandledBy) => people.handlers(handledBy),
  };
  const views = createCaseViews({ ...casework, people, targets });
  const operations = createOperations({
    casework,
    views,
    people,
    list: createCaseLists({ list: store.list, cases, views, targets, clock, timeZone, log }),
    keys: createKeyEnvelopes({
      people,
      recipients: deps.recipients,
      retired: config.RECIPIENTS_RETIRED,
      isRecipient: isHybridRecipient,
      clock,
      timeZone,
      log,
    }),
    report: createReportPage(deps),
    tenantId,
    signer: createExportSigner(config.EXPORT_SIGNING_KEY),
    idleMinutes,
    onChanged: deps.onChanged,
  });
  const clientId = config.TAB_CLIENT_ID ?? config.BOT_APP_ID ?? '';
  const { entra, framedBy } = clouds[config.BOT_CLOUD];
  const files = readTabFiles(deps.tabFolders ?? tabFolders);
  const keys = deps.entraKeys ?? createRemoteJWKSet(entraKeysAddress(entra, tenantId));
  return {
    isBuilt: files !== undefined,
    serve(server) {
      serveTabFiles(server, files, { development: config.development, framedBy });
      serveTabApi(server, {
        signIn: createTabSignIn({
          keys,
          tenantId,
          clientId,
          entra,
          clients: config.TAB_CLIENTS.length > 0 ? config.TAB_CLIENTS : microsoftClients,
          guests: config.TAB_GUESTS === 'yes',
          clock,
        }),
        callerOf: createCallers({ directory, development: config.development, log }),
        onCaller: (caller) => people.keep(caller),
        operations,
        pace: (objectId) => deps.pace(`${tenantId}/${objectId}`),
        deadlineMs: deps.deadlineMs,
        build: files?.build,
        log,
      });
    },
  };
}
