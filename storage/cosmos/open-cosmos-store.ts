import { randomUUID } from 'node:crypto';
import type { Agent } from 'node:https';
import { z } from 'zod';
import { StoreError } from '../../core/ports/store-error.ts';
import type { WriterVersion, Store } from '../../core/ports/store.ts';
import type { Clock, MonotonicClock } from '../../core/model/calendar.ts';
import { parseStored } from '../record-codec.ts';
import { createRecordStores } from '../records/record-stores.ts';
import {
  assertCompatibleVersion,
  isCurrentVersion,
  findNewerWriter,
  currentStoreVersion,
  storeVersionSchema,
} from '../store-version.ts';
import { createCosmosAlertOutbox } from './alerts.ts';
import { createCosmosCaseLedger, createCosmosCaseList } from './case-lists.ts';
import { createCosmosCaseStore } from './cases.ts';
import { mapContainers } from './containers.ts';
import { createCosmosRetrier, createCosmosConnection, type CosmosCredential } from './cosmos-client.ts';
import { createCosmosContainerDocuments, type CosmosDocuments, toDocument } from './container-client.ts';
import { createCosmosDocumentStore } from './document-store.ts';
import { createCosmosHistory } from './history.ts';
import { createCosmosRateLimitStore, createCosmosWorkCounts } from './rate-limits.ts';
import { createCosmosDayKeys, createCosmosDraftStore } from './drafts.ts';
import { createCosmosSubjectCards } from './subject-cards.ts';
import { createCosmosUnitQueries } from './unit-queries.ts';
import { createCosmosWeekFigureQueries } from './week-figure-queries.ts';

export interface CosmosSettings {
  readonly endpoint: string;
  readonly credential: CosmosCredential;
  readonly database: string;
  readonly clock: Clock;
  readonly monotonic?: MonotonicClock;
  readonly agent?: Agent;
  readonly retries?: number;
  /** The longest call, in milliseconds; 5,000 if missing, since Teams waits 10 s. */
  readonly deadlineMs?: number;
  /** The longest wait for an answer, in milliseconds; 2,000 if missing. */
  readonly requestTimeoutMs?: number;
  readonly followsRegions?: boolean;
}

/** As large as a report with its alert: a proxy may let only small ones pass. */
const largeProbe = 'x'.repeat(64 * 1024);
const largeProbeInterval = 60;

async function probeWrite(documents: CosmosDocuments, text: string): Promise<void> {
  const id = `health:${randomUUID()}`;
  const resourceBody = { ...toDocument({ caseId: id, type: 'health', probe: text }), id };
  const operations = [{ operationType: 'Create', resourceBody } as const, { operationType: 'Delete', id } as const];
  const outcome = await documents.batch(id, operations, { id, writeId: '' });
  if (outcome.kind === 'refused') throw new StoreError('broken');
}

const isBusy = (error: unknown): boolean => error instanceof StoreError && error.code === 'busy';

function createHealthCheck(cases: CosmosDocuments, others: readonly CosmosDocuments[]): () => Promise<'whole'> {
  let probeCount = 0;
  return async () => {
    const isLarge = probeCount % largeProbeInterval === 0;
    probeCount += 1;
    try {
      await Promise.all([
        probeWrite(cases, isLarge ? largeProbe : ''),
        ...others.map((documents) => probeWrite(documents, '')),
      ]);
    } catch (error) {
      if (!isBusy(error)) {
        probeCount = 0;
        throw error;
      }
    }
    return 'whole';
  };
}

/** For any number of servers. Database and containers must exist (`containerLayouts`). */
export function openCosmosStore(settings: CosmosSettings): Store {
  const { retries = 3, deadlineMs = 5_000, requestTimeoutMs = 2_000, followsRegions = true } = settings;
  const connection = createCosmosConnection({ ...settings, retries, deadlineMs, requestTimeoutMs, followsRegions });
  const calls = createCosmosRetrier(connection.http, { retries, deadlineMs });
  const database = connection.client.database(settings.database);
  const containers = mapContainers((name) => createCosmosContainerDocuments(database.container(name), calls));
  const { cases, drafts, state } = containers;
  return {
    ...createRecordStores(createCosmosDocumentStore(containers)),
    cases: createCosmosCaseStore(cases),
    queries: createCosmosWeekFigureQueries(cases),
    unit: createCosmosUnitQueries(cases),
    list: createCosmosCaseList(cases),
    ledger: createCosmosCaseLedger(cases),
    subjectCards: createCosmosSubjectCards(cases),
    history: createCosmosHistory(cases),
    outbox: createCosmosAlertOutbox(cases),
    drafts: createCosmosDraftStore(drafts, settings.clock),
    dayKeys: createCosmosDayKeys(state),
    rateLimits: createCosmosRateLimitStore(state),
    workCounts: createCosmosWorkCounts(state),
    time: connection.http.time,
    assertReadable: async () => {
      await assertCompatibleStore(state);
      const query = `SELECT TOP 1 c.id FROM c WHERE c.type = 'case' AND NOT IS_DEFINED(c.listKey)`;
      if ((await cases.query({ query })).length > 0) throw new StoreError('tooOld');
    },
    recordWriterVersion: () => recordWriterVersion(state),
    lastWriterVersion: () => readLastWriterVersion(state),
    check: createHealthCheck(cases, [drafts, state]),
    close: async () => connection.close(),
  };
}

const versionDocumentId = 'version';
const etagSchema = z.object({ _etag: z.string() });
const maxTries = 12;

const parseWriterVersion = (document: unknown) => storeVersionSchema.safeParse(document).data;

async function assertCompatibleStore(state: CosmosDocuments): Promise<void> {
  const document = await state.read(versionDocumentId, versionDocumentId);
  assertCompatibleVersion(parseWriterVersion(document));
  if (document !== undefined && parseWriterVersion(document) === undefined) throw new StoreError('tooNew');
}

async function readLastWriterVersion(state: CosmosDocuments): Promise<WriterVersion | undefined> {
  const use = parseWriterVersion(await state.read(versionDocumentId, versionDocumentId));
  return use && { number: use.number, release: use.release };
}

/** Returns a newer version that used the database; its record stays. */
async function recordWriterVersion(state: CosmosDocuments): Promise<WriterVersion | undefined> {
  for (let tried = 0; tried < maxTries; tried += 1) {
    const document = await state.read(versionDocumentId, versionDocumentId);
    const stored = parseWriterVersion(document);
    const later = findNewerWriter(stored);
    if (later !== undefined || isCurrentVersion(stored)) return later;
    const writeId = randomUUID();
    const resourceBody = { ...toDocument({ ...currentStoreVersion, type: 'version', writeId }), id: versionDocumentId };
    const operation =
      document === undefined
        ? ({ operationType: 'Create', resourceBody } as const)
        : ({
            operationType: 'Replace',
            id: versionDocumentId,
            ifMatch: parseStored(etagSchema, document)._etag,
            resourceBody,
          } as const);
    if ((await state.batch(versionDocumentId, [operation], { id: versionDocumentId, writeId })).kind === 'done')
      return undefined;
  }
  throw new StoreError('busy');
}
