import { randomUUID } from 'node:crypto';
import type { Agent } from 'node:https';
import { z } from 'zod';
import { StoreError } from '../../core/ports/store-error.ts';
import type { LaterUse, Store } from '../../core/ports/store.ts';
import type { Clock, Monotonic } from '../../core/model/calendar.ts';
import { parsed } from '../record-codec.ts';
import { recordsIn } from '../records/all.ts';
import { expectUsable, isOurs, laterUse, ourVersion, storeVersionSchema } from '../schema-version.ts';
import { cosmosOutbox } from './alerts.ts';
import { cosmosLedger, cosmosList } from './case-lists.ts';
import { cosmosCases } from './cases.ts';
import { containersIn } from './containers.ts';
import { cosmosCalls, cosmosConnection, type CosmosCredential } from './cosmos-client.ts';
import { cosmosDocuments, type CosmosDocuments, documentOf } from './documents-client.ts';
import { documentsInCosmos } from './documents.ts';
import { cosmosHistory } from './history.ts';
import { cosmosSharedPaces, cosmosWorkCounts } from './rate-limits.ts';
import { cosmosDayKeys, cosmosDrafts } from './reporting-state.ts';
import { cosmosSubjectCards } from './subject-cards.ts';
import { cosmosQueries } from './week-cases.ts';

export interface CosmosSettings {
  readonly endpoint: string;
  readonly credential: CosmosCredential;
  readonly database: string;
  readonly clock: Clock;
  readonly monotonic?: Monotonic;
  readonly agent?: Agent;
  readonly retries?: number;
  /** The longest that a call takes, in milliseconds; 5,000 if missing: Teams waits 10 s for an answer. */
  readonly deadlineMs?: number;
  /** The longest to wait for one answer, in milliseconds; 2,000 if missing. */
  readonly requestTimeoutMs?: number;
  readonly followsRegions?: boolean;
}

/** As large as a report with its alert: a proxy between may let only small ones pass. */
const largeProbe = 'x'.repeat(64 * 1024);
const largeProbeEvery = 60;

async function tryWrite(documents: CosmosDocuments, text: string): Promise<void> {
  const id = `health:${randomUUID()}`;
  const resourceBody = { ...documentOf({ caseId: id, type: 'health', probe: text }), id };
  const operations = [{ operationType: 'Create', resourceBody } as const, { operationType: 'Delete', id } as const];
  const outcome = await documents.batch(id, operations, { id, writeId: '' });
  if (outcome.kind === 'refused') throw new StoreError('broken');
}

const isBusy = (error: unknown): boolean => error instanceof StoreError && error.code === 'busy';

function createCheck(cases: CosmosDocuments, others: readonly CosmosDocuments[]): () => Promise<'whole'> {
  let looks = 0;
  return async () => {
    const isLarge = looks % largeProbeEvery === 0;
    looks += 1;
    try {
      await Promise.all([
        tryWrite(cases, isLarge ? largeProbe : ''),
        ...others.map((documents) => tryWrite(documents, '')),
      ]);
    } catch (error) {
      if (!isBusy(error)) {
        looks = 0;
        throw error;
      }
    }
    return 'whole';
  };
}

/** The store in Cosmos DB, for any number of servers. Its database and containers must exist (`containerLayouts`). */
export function openCosmosStore(settings: CosmosSettings): Store {
  const { retries = 3, deadlineMs = 5_000, requestTimeoutMs = 2_000, followsRegions = true } = settings;
  const connection = cosmosConnection({ ...settings, retries, deadlineMs, requestTimeoutMs, followsRegions });
  const calls = cosmosCalls(connection.http, { retries, deadlineMs });
  const database = connection.client.database(settings.database);
  const containers = containersIn((name) => cosmosDocuments(database.container(name), calls));
  const { cases, drafts, state } = containers;
  return {
    ...recordsIn(documentsInCosmos(containers)),
    cases: cosmosCases(cases),
    queries: cosmosQueries(cases),
    list: cosmosList(cases),
    ledger: cosmosLedger(cases),
    subjectCards: cosmosSubjectCards(cases),
    history: cosmosHistory(cases),
    outbox: cosmosOutbox(cases),
    drafts: cosmosDrafts(drafts, settings.clock),
    dayKeys: cosmosDayKeys(state),
    paces: cosmosSharedPaces(state),
    workCounts: cosmosWorkCounts(state),
    time: connection.http.time,
    expectReadable: async () => {
      await expectOfUse(state);
      const query = `SELECT TOP 1 c.id FROM c WHERE c.type = 'case' AND NOT IS_DEFINED(c.listKey)`;
      if ((await cases.query({ query })).length > 0) throw new StoreError('tooOld');
    },
    noteUse: () => noteUse(state),
    lastUse: () => lastUse(state),
    check: createCheck(cases, [drafts, state]),
    close: async () => connection.close(),
  };
}

const id = 'version';
const etagSchema = z.object({ _etag: z.string() });
const mostTries = 12;

const useIn = (document: unknown) => storeVersionSchema.safeParse(document).data;

/** Throws StoreError `tooNew` if a newer version used the database and no longer lets this one use it. */
async function expectOfUse(state: CosmosDocuments): Promise<void> {
  const document = await state.read(id, id);
  expectUsable(useIn(document));
  if (document !== undefined && useIn(document) === undefined) throw new StoreError('tooNew');
}

async function lastUse(state: CosmosDocuments): Promise<LaterUse | undefined> {
  const use = useIn(await state.read(id, id));
  return use && { number: use.number, release: use.release };
}

/** Notes that this version uses a database. Returns a newer version that did, whose note stays. Throws StoreError. */
async function noteUse(state: CosmosDocuments): Promise<LaterUse | undefined> {
  for (let tried = 0; tried < mostTries; tried += 1) {
    const document = await state.read(id, id);
    const standing = useIn(document);
    const later = laterUse(standing);
    if (later !== undefined || isOurs(standing)) return later;
    const writeId = randomUUID();
    const resourceBody = { ...documentOf({ ...ourVersion, type: 'version', writeId }), id };
    const operation =
      document === undefined
        ? ({ operationType: 'Create', resourceBody } as const)
        : ({ operationType: 'Replace', id, ifMatch: parsed(etagSchema, document)._etag, resourceBody } as const);
    if ((await state.batch(id, [operation], { id, writeId })).kind === 'done') return undefined;
  }
  throw new StoreError('busy');
}
