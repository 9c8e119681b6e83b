import { randomBytes } from 'node:crypto';
import { createRemoteJWKSet, type JWTVerifyGetKey } from 'jose';
import type { Server } from 'restify';
import type { CaseId } from '../../concerns/terms/codes.ts';
import type { Clock } from '../../concerns/terms/calendar.ts';
import type { Directory } from '../../concerns/terms/directory.ts';
import type { Seal } from '../../concerns/ports/seal.ts';
import type { Store } from '../../concerns/ports/store.ts';
import type { PullDependencies } from '../../summary/pull/pull-summary.ts';
import { type KeyGroup, keyGenerationOf } from '../../concerns/terms/recipients.ts';
import { noteWrapped } from '../../concerns/casework/settings-history.ts';
import { createOpeningCount } from '../../concerns/casework/consult-case.ts';
import type { HandledBy } from '../../concerns/terms/urgency.ts';
import type { CampaignOperationsDependencies } from './campaign-operations.ts';
import type { AlertOrder } from '../running/work-budget.ts';
import type { WaitingLines } from '../alerts/waiting-lines.ts';
import type { CasePointers } from '../running/case-pointer.ts';
import type { ForceContent } from '../content/force-content.ts';
import { hybridRecipient } from '../../seals/node/hybrid-recipient.ts';
import type { BuildFolders } from '../../contract/build.ts';
import type { ServerSettings } from '../settings/server-settings.ts';
import type { EventLog } from '../running/event-log.ts';
import type { Pace } from '../running/throttle.ts';
import { createCallers } from './caller.ts';
import { createCaseViews } from './case-views.ts';
import { createExportSigner } from './export-signer.ts';
import { createKeyProofs } from '../running/timed-proofs.ts';
import { createIdentityRequests } from './identity-requests.ts';
import { createKeyEnvelopes } from './key-envelopes.ts';
import type { RoleHolders } from './role-holders.ts';
import { createLineChoices } from './line-choices.ts';
import { createCaseLists } from './case-lists.ts';
import { createOperations } from './operations.ts';
import { organisationIds } from './organisation-ids.ts';
import type { ReportOperationsDependencies } from './report-operations.ts';
import { casesOfTenant } from './cases-of-tenant.ts';
import { serveTabApi } from './serve-tab-api.ts';
import { serveTabFiles } from '../http/serve-tab-files.ts';
import { framedByOf, tabHosts } from '../settings/tab-hosts.ts';
import { readTabFiles, tabFolders } from '../http/tab-files.ts';
import { pageOfPartners } from '../settings/page-link.ts';
import { createTabSignIn, entraKeysAddress } from './tab-sign-in.ts';

export interface TabDependencies {
  readonly store: Store;
  readonly seal: Pick<Seal, 'seal'>;
  readonly reporting: ReportOperationsDependencies;
  readonly force: ForceContent;
  readonly directory: Directory;
  readonly people: RoleHolders;
  readonly order: AlertOrder;
  readonly pointers: CasePointers;
  readonly summaries: PullDependencies;
  readonly lines: Pick<WaitingLines, 'waits' | 'looked'>;
  readonly campaigning: Omit<CampaignOperationsDependencies, 'people' | 'summaries' | 'log'>;
  /** By default the keys that Entra publishes. */
  readonly entraKeys?: JWTVerifyGetKey;
  readonly tabFolders?: BuildFolders;
  /** Told if one person wraps a group's key more than once within an hour. */
  readonly onManyWrapped: (group: KeyGroup, count: number) => void;
  /** The bot has the same key for a person. */
  readonly pace: (key: string, operation: string) => Promise<Pace>;
  readonly deadlineMs: number;
  readonly onChanged: () => void;
  readonly onErased: (caseId: CaseId) => void;
  readonly clock: Clock;
  readonly log: EventLog;
}

/** Without a key press or touch, a page forgets its keys. */
const idleMinutes = 15;

function isHybridRecipient(line: string): boolean {
  try {
    hybridRecipient(line);
    return true;
  } catch {
    return false;
  }
}

export interface Tab {
  readonly isBuilt: boolean;
  readonly serve: (server: Server) => void;
}

/** Throws SettingsError if the key for exports is none. */
export function createTab(settings: ServerSettings, deps: TabDependencies): Tab {
  const { store, directory, people, pointers, lines, clock, log } = deps;
  const { tenantId, timeZone } = settings;
  const { timeLimits, reviewYears, referralDays, identity, messages, signingKey } = settings.casework;
  const cases = casesOfTenant(store.cases, tenantId);
  const casework = {
    cases,
    history: store.history,
    outbox: store.outbox,
    files: deps.reporting.keeping?.files,
    clock,
    timeZone,
    random: (bytes: number) => new Uint8Array(randomBytes(bytes)),
    reviewYears,
    referralDays,
    identity,
    messages,
    keyGenerations: (handledBy: HandledBy) => settings.recipients[handledBy].map(keyGenerationOf),
    countOpening: createOpeningCount(store.people, clock),
    handlersKnown: (handledBy: HandledBy) => people.handlers(handledBy),
    custodiansKnown: () => people.holders('custodian'),
  };
  const noting = {
    settings: store.settings,
    clock,
    onUnreadable: () => log({ event: 'settingsUnreadable' }),
  };
  const views = createCaseViews({ people, timeLimits, messages: casework.messages });
  const handlers = createOperations({
    casework,
    views,
    keyProofs: createKeyProofs({ ...settings, seal: deps.seal, clock }),
    people,
    requests: createIdentityRequests({ list: store.list, people, log }),
    list: createCaseLists({
      people,
      list: store.list,
      cases,
      views,
      alertOrder: deps.order,
      timeLimits,
      clock,
      timeZone,
      log,
    }),
    cases: store.list,
    log,
    pointers,
    choices: createLineChoices({ people, isOn: settings.alerts.waitingLines, language: settings.alerts.language }),
    onWaits: lines.waits,
    onLooked: lines.looked,
    keys: createKeyEnvelopes({
      people,
      recipients: settings.recipients,
      retired: settings.retired,
      signedList: settings.signedList,
      isRecipient: isHybridRecipient,
      noteWrapped: (by, wrapped) => noteWrapped(noting, by, wrapped),
      onManyWrapped: deps.onManyWrapped,
      clock,
      timeZone,
      log,
    }),
    reporting: deps.reporting,
    inviting: {
      partners: store.partners,
      settings: store.settings,
      people,
      clock,
      random: casework.random,
      idFor: organisationIds(settings.secret),
      timeZone,
      page: pageOfPartners(settings),
      onUnreadable: () => log({ event: 'settingsUnreadable' }),
    },
    force: deps.force,
    publicHost: settings.publicHost,
    campaigning: { ...deps.campaigning, people, summaries: deps.summaries, log },
    cards: store.subjectCards,
    summaries: deps.summaries,
    tenantId,
    replies: settings.casework.replies,
    files: deps.reporting.keeping?.files,
    signer: createExportSigner(signingKey),
    idleMinutes,
    emergency: settings.contacts.emergency,
    onChanged: deps.onChanged,
    onErased: deps.onErased,
  });
  const { clientId, clients, guests, hosts } = settings.tab;
  const { cloud } = settings.connector;
  const { entra } = cloud;
  const files = readTabFiles(deps.tabFolders ?? tabFolders);
  const keys = deps.entraKeys ?? createRemoteJWKSet(entraKeysAddress(entra, tenantId));
  return {
    isBuilt: files !== undefined,
    serve(server) {
      serveTabFiles(server, files, { development: settings.development, framedBy: framedByOf(hosts, cloud) });
      serveTabApi(server, {
        signIn: createTabSignIn({
          keys,
          tenantId,
          clientId,
          entra,
          clients: clients.length > 0 ? clients : tabHosts[hosts].clients,
          guests,
          clock,
        }),
        callerOf: createCallers({ directory, log }),
        onCaller: (caller) => people.keep(caller),
        handlers,
        pace: (objectId, operation) => deps.pace(`${tenantId}/${objectId}`, operation),
        deadlineMs: deps.deadlineMs,
        build: files?.build,
        log,
      });
    },
  };
}
