import { Agent } from 'node:https';
import { DatabaseSync } from 'node:sqlite';
import { CosmosClient } from '@azure/cosmos';
import { z } from 'zod';
import type { Store } from '../../../core/ports/store.ts';
import { toPersonId } from '../../../core/model/roles.ts';
import { nextSettingEntry } from '../../../core/model/setting-entry.ts';
import { toWeek } from '../../../core/model/calendar.ts';
import type { StrictCosmos } from '../../fakes/strict-cosmos.ts';
import { createContentEntry } from '../core/content.ts';
import { storedKinds } from '../contracts/stored-kinds.ts';
import { now, today } from '../contracts/records.ts';

const rowSchema = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));
type Row = z.infer<typeof rowSchema>;
const documentSchema = z.record(z.string(), z.unknown());
type Document = z.infer<typeof documentSchema>;

/** All that a store holds of some records: rows by their table, documents by their container. */
export const storedSchema = z.object({
  sqlite: z.record(z.string(), z.array(rowSchema)),
  cosmos: z.record(z.string(), z.array(documentSchema)),
});

const tables = [
  'people',
  'organisations',
  'invitations',
  'delivery_runs',
  'delivery_parts',
  'sending_lanes',
  'daily_marks',
  'regular_posts',
  'reach',
  'campaigns',
  'campaign_events',
  'campaign_channels',
  'targets',
  'pulse',
  'weeks',
  'amendments',
  'issues',
  'settings_history',
  'content',
] as const;
const containers = ['state', 'reach', 'deliveries'] as const;

const ofRecords = storedKinds.filter(({ kind }) => !['case', 'alert, with its case', 'alert'].includes(kind));

/** Makes a record of each kind that has no case, or finds it made; the function that it returns changes each once. */
export async function createRecords(store: Store): Promise<() => Promise<void>> {
  const changes: (() => Promise<boolean>)[] = [];
  for (const { make } of ofRecords) changes.push((await make(store)).change);
  const week = toWeek(today);
  await store.weeks.freeze({ week, handledBy: 'acu', figures: '{"b":1,"a":[2]}' });
  for (const number of [1, 2])
    await store.weeks.addRevision({ week, handledBy: 'acu', number, figures: `{"n":${number}}` });
  for (const number of [1, 2]) await store.publications.add({ number, record: `{ "z": ${number} }` });
  for (const number of [1, 2]) await store.content.add(createContentEntry('saved', number));
  const by = { objectId: toPersonId('a-handler') };
  await store.settings.add(
    nextSettingEntry([], { kind: 'rolesRead', by, detail: { roles: { handler: [by.objectId] } } }, now),
  );
  return async () => {
    for (const change of changes) {
      if (!(await change())) throw new Error('something else is there');
    }
  };
}

/** The rows of all records of a file. */
export function readRows(path: string): Record<string, Row[]> {
  const database = new DatabaseSync(path, { timeout: 5_000 });
  try {
    const rowsOf = (table: string) => database.prepare(`SELECT * FROM ${table}`).all();
    return Object.fromEntries(tables.map((table) => [table, rowsOf(table).map((row) => rowSchema.parse({ ...row }))]));
  } finally {
    database.close();
  }
}

/** Puts rows into a file that has its tables. */
export function writeRows(path: string, rows: Readonly<Record<string, readonly Row[]>>): void {
  const database = new DatabaseSync(path, { timeout: 5_000 });
  try {
    for (const [table, each] of Object.entries(rows)) {
      for (const row of each) {
        const names = Object.keys(row);
        const sql = `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`;
        database.prepare(sql).run(...Object.values(row));
      }
    }
  } finally {
    database.close();
  }
}

async function during<T>(cosmos: StrictCosmos, work: (client: CosmosClient) => Promise<T>): Promise<T> {
  const { endpoint, key, ca = '' } = cosmos;
  const connectionPolicy = { enableBackgroundEndpointRefreshing: false };
  const client = new CosmosClient({ endpoint, key, agent: new Agent({ ca }), connectionPolicy });
  try {
    return await work(client);
  } finally {
    client.dispose();
  }
}

/** The documents of all records of a database. */
export const readDocuments = (cosmos: StrictCosmos, name: string): Promise<Record<string, Document[]>> =>
  during(cosmos, async (client) => {
    const found = containers.map(async (container) => {
      const { resources } = await client.database(name).container(container).items.readAll().fetchAll();
      return [container, resources.map((document) => documentSchema.parse(document))] as const;
    });
    return Object.fromEntries(await Promise.all(found));
  });

/** Puts documents into a database that has its containers. */
export const writeDocuments = (
  cosmos: StrictCosmos,
  name: string,
  documents: Readonly<Record<string, readonly Document[]>>,
): Promise<void> =>
  during(cosmos, async (client) => {
    for (const [container, each] of Object.entries(documents)) {
      for (const document of each) await client.database(name).container(container).items.create(document);
    }
  });

/** The fields that a store draws or counts by itself, and the count that each making of a pulse raises. */
const drawn = /^(?:_.*|writeId|shape|times)$/u;

const bare = (value: object): unknown =>
  JSON.parse(JSON.stringify(value), (name, each: unknown) => (drawn.test(name) ? undefined : each));

/** A row or document without those; what is JSON in a column is compared by what it says. */
function comparableOne(name: string, each: object): unknown {
  const { record, version, ...fields }: Readonly<Record<string, unknown>> = { ...each };
  const told = {
    ...(typeof record === 'string' && { record: JSON.parse(record) }),
    // The version of such a row is random.
    ...(version !== undefined && name !== 'reach' && { version }),
  };
  return bare({ ...fields, ...told });
}

/** Rows or documents in an order that is always the same. */
export const toComparable = (held: Readonly<Record<string, readonly object[]>>): unknown =>
  Object.fromEntries(
    Object.entries(held).map(([name, all]) => [
      name,
      all
        .map((each) => comparableOne(name, each))
        .toSorted((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1)),
    ]),
  );
