import { randomBytes } from 'node:crypto';
import { createRemoteJWKSet, type JWTVerifyGetKey } from 'jose';
import type { Server } from 'restify';
import type { CaseId } from '../../core/model/case-id.ts';
import { addYears, type Clock, toDay } from '../../core/model/calendar.ts';
import type { RoleDirectory } from '../../core/model/roles.ts';
import type { TextSealer } from '../../core/ports/seal.ts';
import type { Store } from '../../core/ports/store.ts';
import type { SummaryDependencies } from '../../summary/query-summary.ts';
import { keyGenerationId, type KeyGroup } from '../../core/model/public-keys.ts';
import { recordKeyWraps } from '../../core/casework/settings-history.ts';
import { createOpeningCounter } from '../../core/casework/release-seals.ts';
import type { HandledBy } from '../../core/model/handled-by.ts';
import { type CampaignOperationsDependencies, createCampaignOperations } from './campaign-operations.ts';
import type { AlertRanking } from '../runtime/work-budget.ts';
import type { PendingWorkNotifier } from '../jobs/pending-work-notifier.ts';
import type { CaseDeepLinkTokens } from '../runtime/case-deep-link-tokens.ts';
import type { ForceContent } from '../content/force-content.ts';
import { hybridRecipient } from '../../crypto/node/hybrid-recipient.ts';
import type { BuildFolders } from '../../contract/build-metadata.ts';
import type { ServerSettings } from '../config/server-settings.ts';
import type { EventLog } from '../runtime/event-log.ts';
import type { RateLimitResult } from '../runtime/rate-limiter.ts';
import {
  type Caller,
  createCallerResolver,
  createTabTokenValidator,
  entraJwksUrl,
  permittedHandledBy,
} from './caller-authentication.ts';
import { createCaseViews } from './case-views.ts';
import { createExportSigner } from './export-signer.ts';
import { createKeyProofs } from '../runtime/possession-proofs.ts';
import { createIdentityOperations } from './identity-operations.ts';
import { createKeyOperations } from './key-operations.ts';
import type { RoleHolders } from './role-holders.ts';
import { createCaseChangesHandler, createCaseListOperations } from './case-list-operations.ts';
import { createInvitationOperations, createOrganisationIdDeriver } from './invitation-operations.ts';
import { createReportOperations, type ReportOperationsDependencies, staffReporter } from './report-operations.ts';
import { serveTabApi } from './tab-api-routes.ts';
import { serveTabFiles } from '../http/built-files-routes.ts';
import { frameAncestors, tabHosts } from '../config/tab-hosts.ts';
import { readBuiltFiles, tabFolders } from '../http/built-files.ts';
import { partnerPageUrl } from '../config/page-links.ts';
import { replyNames } from '../../core/model/case-terms.ts';
import type { operations } from '../../contract/operations.ts';
import { createBulkOperations } from './bulk-operations.ts';
import { createCaseOperations } from './case-operations.ts';
import { createContentOperations } from './content-operations.ts';
import { success, type OperationHandlers, refusedResult } from './operation-results.ts';
import { createSummaryOperations } from './summary-operations.ts';
import { createOversightOperations } from './oversight-operations.ts';
import { createUnitOperations } from './unit-operations.ts';
import { readAccessIfAllowed, type CaseStore } from '../../core/ports/case-store.ts';
import { maySee, permittedSummaryAudiences } from '../../core/model/permissions.ts';
import { withoutNotificationSchedule } from '../../core/model/notification-preference.ts';

interface TabServicesDependencies {
  readonly store: Store;
  readonly seal: Pick<TextSealer, 'seal'>;
  readonly reporting: ReportOperationsDependencies;
  readonly force: ForceContent;
  readonly directory: RoleDirectory;
  readonly people: RoleHolders;
  readonly alertOrder: AlertRanking;
  readonly deepLinkTokens: CaseDeepLinkTokens;
  readonly summaries: SummaryDependencies;
  readonly pendingWork: Pick<PendingWorkNotifier, 'enqueue' | 'dequeue'>;
  readonly campaigns: Omit<CampaignOperationsDependencies, 'people' | 'summaries' | 'log'>;
  readonly entraKeys?: JWTVerifyGetKey;
  readonly tabFolders?: BuildFolders;
  /** Called if one person wraps a group's key more than once in an hour. */
  readonly onManyWrapped: (group: KeyGroup, count: number) => void;
  /** The bot has the same key for a person. */
  readonly rateLimit: (key: string, operation: string) => Promise<RateLimitResult>;
  readonly deadlineMs: number;
  readonly onChanged: () => void;
  readonly onErased: (caseId: CaseId) => void;
  readonly clock: Clock;
  readonly log: EventLog;
}

/** A page forgets its keys without a key press or touch. */
const idleMinutes = 15;

interface TabServices {
  readonly isBuilt: boolean;
  readonly serve: (server: Server) => void;
}

/** Throws SettingsError if the key for exports is wrong. */
export function createTabServices(settings: ServerSettings, deps: TabServicesDependencies): TabServices {
  const { directory, people, clock, log } = deps;
  const files = readBuiltFiles(deps.tabFolders ?? tabFolders);
  const { tenantId, tab, connector } = settings;
  const { cloud } = connector;
  const keys = deps.entraKeys ?? createRemoteJWKSet(entraJwksUrl(cloud.entra, tenantId));
  const handlers = createHandlers(settings, deps);
  return {
    isBuilt: files !== undefined,
    serve(server) {
      serveTabFiles(server, files, { development: settings.development, framedBy: frameAncestors(tab.hosts, cloud) });
      serveTabApi(server, {
        signIn: createTabTokenValidator({
          keys,
          tenantId,
          clientId: tab.clientId,
          entra: cloud.entra,
          clients: tab.clients.length > 0 ? tab.clients : tabHosts[tab.hosts].clients,
          guests: tab.guests,
          clock,
        }),
        resolveCaller: createCallerResolver({ directory, log }),
        onCaller: (caller) => people.save(caller),
        handlers,
        rateLimit: (objectId, operation) => deps.rateLimit(`${tenantId}/${objectId}`, operation),
        deadlineMs: deps.deadlineMs,
        build: files?.build,
        log,
      });
    },
  };
}

function createHandlers(settings: ServerSettings, deps: TabServicesDependencies): OperationHandlers<typeof operations> {
  const { store, people, clock, log, onChanged } = deps;
  const { tenantId, timeZone, publicHost } = settings;
  const { timeLimits, reviewYears, referralDays, signOff, firstDayLimits, identity } = settings.casework;
  const { messages, printing, personGroups, replies, signingKey } = settings.casework;
  const { enqueue: onPendingWork, dequeue: onWorkViewed } = deps.pendingWork;
  const cases = tenantCases(store.cases, tenantId);
  const files = deps.reporting.fileIntake?.files;
  const random = (bytes: number) => new Uint8Array(randomBytes(bytes));
  const casework = {
    cases,
    history: store.history,
    outbox: store.outbox,
    files,
    clock,
    timeZone,
    random,
    reviewYears,
    referralDays,
    signOff,
    firstDayLimits,
    identity,
    messages,
    printing,
    personGroups,
    keyGenerations: (handledBy: HandledBy) => settings.recipients[handledBy].map(keyGenerationId),
    countOpening: createOpeningCounter(store.people, clock),
    listHandlers: (handledBy: HandledBy) => people.handlers(handledBy),
    listCustodians: () => people.holders('custodian'),
    listSupervisors: () => people.holders('supervisor'),
  };
  const onUnreadable = () => log({ event: 'settingsUnreadable' });
  const signer = createExportSigner(signingKey);
  const partnersPage = partnerPageUrl(settings);
  const views = createCaseViews({ people, timeLimits, messages });
  const lists = createCaseListOperations({
    people,
    list: store.list,
    cases,
    views,
    alertOrder: deps.alertOrder,
    timeLimits,
    clock,
    timeZone,
    log,
  });

  const withWorkViewed =
    <Asked, Answer>(run: (caller: Caller, asked: Asked) => Promise<Answer>): typeof run =>
    (caller, asked) => {
      onWorkViewed(caller.objectId);
      return run(caller, asked);
    };

  return {
    me: async ({ objectId, name, roles }) => {
      const handles = permittedHandledBy(roles);
      const mayWrite = handles.length > 0 && messages;
      const today = toDay(clock(), timeZone);
      // Someone without a role may be reporting: nothing is noted.
      if (roles.size > 0) onWorkViewed(objectId);
      return success({
        objectId,
        name,
        roles: [...roles],
        handles,
        summaries: permittedSummaryAudiences(roles),
        messages: mayWrite,
        ...(mayWrite && { replies: replyNames.map((reply) => ({ name: reply, words: replies[reply] })) }),
        ...(handles.length > 0 && personGroups && { personGroups: true as const }),
        exports: handles.length > 0 && signer !== undefined,
        printing: handles.length > 0 && printing,
        ...(handles.length > 0 && files !== undefined && { files: true as const, fileSizes: settings.fileSizes }),
        ...(roles.has('admin') && partnersPage !== undefined && { partners: true as const }),
        ...(handles.length > 0 && signer && { exportKey: signer.fingerprint }),
        today,
        ...(handles.length > 0 && { lastReviewOn: addYears(today, reviewYears) }),
        timeZone,
        idleMinutes,
        emergency: settings.contacts.emergency,
        ...(roles.has('custodian') && { identity }),
      });
    },

    'line.mine': async ({ objectId }) => {
      const person = (await people.all()).find((one) => one.objectId === objectId);
      const { pendingWorkNotices: isOn, language } = settings.alerts;
      return success({ isOn, choice: person?.line?.choice ?? language });
    },
    'line.choose': async ({ objectId }, { choice }) => {
      const chosen = await people.change(objectId, (person) => {
        const line = { ...person.line, choice };
        return { ...person, line: choice === 'off' ? withoutNotificationSchedule(line) : line };
      });
      return chosen === 'absent' ? refusedResult : success({ chosen: true });
    },

    'cases.list': withWorkViewed(lists.list),
    'cases.changes': createCaseChangesHandler({ casework, list: lists }),
    'cases.counts': withWorkViewed(lists.counts),
    'cases.myTasks': withWorkViewed(lists.myTasks),
    'cases.find': lists.find,
    'cases.followLink': async (caller, { pointer }) => {
      const caseId = deps.deepLinkTokens.resolve(pointer);
      if (caseId === undefined) return refusedResult;
      const readers = await readAccessIfAllowed(cases, caseId, (one) => maySee(caller, one));
      return readers === undefined ? refusedResult : success({ caseId });
    },
    ...createBulkOperations({ casework, cases: store.list, people, onChanged, onPendingWork, log }),

    ...createCaseOperations({
      casework,
      views,
      keyProofs: createKeyProofs({ ...settings, seal: deps.seal, clock }),
      files,
      fileSizes: settings.fileSizes,
      getUploadBudget: (by) => deps.reporting.getBudget(`uploads ${tenantId}/${by}`),
      cards: store.subjectCards,
      cases: store.list,
      tenantId,
      signer,
      onPendingWork,
      onChanged,
      onErased: deps.onErased,
    }),
    ...createIdentityOperations({ casework, list: store.list, people, onPendingWork, onChanged, onWorkViewed, log }),
    ...createOversightOperations({ casework, list: lists, people, onChanged }),
    ...createUnitOperations({
      ...casework,
      settings: store.settings,
      list: store.list,
      unit: store.unit,
      people,
      timeLimits,
      onUnreadable,
      isClockTrusted: deps.campaigns.isClockTrusted,
    }),
    ...createSummaryOperations({ summaries: deps.summaries, log }),
    ...createContentOperations({ force: deps.force, publicHost, people }),
    ...createCampaignOperations({ ...deps.campaigns, people, summaries: deps.summaries, log }),
    ...createKeyOperations({
      people,
      recipients: settings.recipients,
      retired: settings.retired,
      signedList: settings.signedList,
      isRecipient: isHybridRecipient,
      recordKeyWrap: (by, wrapped) => recordKeyWraps({ settings: store.settings, clock, onUnreadable }, by, wrapped),
      onManyWrapped: deps.onManyWrapped,
      clock,
      timeZone,
      log,
    }),
    ...createReportOperations(deps.reporting, staffReporter),
    ...createInvitationOperations({
      partners: store.partners,
      settings: store.settings,
      people,
      clock,
      random,
      deriveId: createOrganisationIdDeriver(settings.secret),
      timeZone,
      page: partnersPage,
      onUnreadable,
    }),
  };
}

function isHybridRecipient(line: string): boolean {
  try {
    hybridRecipient(line);
    return true;
  } catch {
    return false;
  }
}

/** A case of another tenant does not exist. */
const tenantCases = (cases: CaseStore, tenantId: string): CaseStore => ({
  create: (record, alert, events) => cases.create(record, alert, events),
  async readAccess(caseId) {
    const readers = await cases.readAccess(caseId);
    return readers?.tenantId === tenantId ? readers : undefined;
  },
  async read(caseId) {
    const stored = await cases.read(caseId);
    return stored?.value.tenantId === tenantId ? stored : undefined;
  },
  async readSnapshot(caseId, asked) {
    const gathered = await cases.readSnapshot(caseId, asked);
    return gathered?.case.value.tenantId === tenantId ? gathered : undefined;
  },
  change: (change) => cases.change(change),
  erase: (change) => cases.erase(change),
  assertErased: () => cases.assertErased(),
});
