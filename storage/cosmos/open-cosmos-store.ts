import { randomUUID } from 'node:crypto';
import type { Agent } from 'node:https';
import type { Clock, Monotonic } from '../../concerns/terms/clock.ts';
import { StoreError } from '../../concerns/ports/store-error.ts';
import type { Store } from '../../concerns/ports/store.ts';
import { recordsIn } from '../records/all.ts';
import { cosmosOutbox } from './alerts.ts';
import { cosmosLedger, cosmosList } from './case-lists.ts';
import { cosmosCases } from './cases.ts';
import { documentsInCosmos } from './documents.ts';
import { cosmosHistory } from './history.ts';
import { cosmosDayKeys, cosmosDrafts } from './reporting-state.ts';
import { cosmosSharedPaces } from './shared-paces.ts';
import { cosmosSubjectCards } from './subject-cards.ts';
import { expectOfUse, lastUse, noteUse } from './use-of-database.ts';
import { cosmosWorkCounts } from './work-counts.ts';
import { cosmosQueries } from './week-cases.ts';
import { containersIn } from './containers.ts';
import { cosmosConnection, type CosmosCredential } from './cosmos-account.ts';
import { cosmosCalls } from './cosmos-calls.ts';
import { type CosmosDocuments, cosmosDocuments, documentOf } from './cosmos-documents.ts';

export interface CosmosSettings {
  readonly endpoint: string;
  readonly credential: CosmosCredential;
  readonly database: string;
  /** Says how long a draft has left when it is saved. */
  readonly clock: Clock;
  /** Says how much later it is than at the last answer; the process's own where it is missing. */
  readonly monotonic?: Monotonic;
  readonly agent?: Agent;
  /** Three where it is missing. */
  readonly retries?: number;
  /** The longest a call takes, in milliseconds; 5,000 where it is missing: Teams waits 10 s for an answer. */
  readonly deadlineMs?: number;
  /** The longest to wait for one answer, in milliseconds; 2,000 where it is missing. */
  readonly requestTimeoutMs?: number;
  /** Whether to follow the account to another region; it does where this is missing. */
  readonly followsRegions?: boolean;
}

/** As large as a report with its alert: a proxy between may let only small ones pass. */
const largeProbe = 'x'.repeat(64 * 1024);
/** A large one costs some 50 request units: while it succeeds one look of so many writes it, every ten minutes or so. */
const largeProbeEvery = 60;

/** Writes a document that nobody else writes and removes it at once, so that it never stands. Throws StoreError. */
async function tryWrite(documents: CosmosDocuments, text: string): Promise<void> {
  const id = `health:${randomUUID()}`;
  const resourceBody = { ...documentOf({ caseId: id, type: 'health', probe: text }), id };
  const operations = [{ operationType: 'Create', resourceBody } as const, { operationType: 'Delete', id } as const];
  const outcome = await documents.batch(id, operations, { id, writeId: '' });
  if (outcome.kind === 'refused') throw new StoreError('broken');
}

/** Whether a write failed because the account had no request units left just now: it is healthy, and busy. */
const isBusy = (error: unknown): boolean => error instanceof StoreError && error.code === 'busy';

/**
 * Tries whether what Candour writes can be written. An account that is busy passes: taking every server away because one
 * look was throttled would lose the small writes that still come through. Throws StoreError.
 */
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

/**
 * The store in Cosmos DB, for as many servers as there are; one a process, since it makes a client of its own. Its
 * database and containers must stand (`containerLayouts`). Sends nothing until it is used.
 */
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
    // A version before the tab wrote none of the fields that lists filter by.
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
