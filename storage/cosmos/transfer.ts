import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { caseRecordSchema } from '../../core/model/case-record.ts';
import { eventRecordSchema } from '../../core/model/event-record.ts';
import { canonicalJson } from '../../core/model/digests.ts';
import type { Clock } from '../../core/model/calendar.ts';
import { compareKeys, type Key, type Kind } from '../documents.ts';
import {
  caseKind,
  isAside,
  type Movable,
  type MovedKind,
  movedKinds,
  movedRecord,
  type MovedRecord,
  type PutAside,
  valueOfLine,
} from '../transfer/record-kinds.ts';
import { ownOfStore, parsed, parsedJson, recordShapes } from '../record-codec.ts';
import { campaignKind } from '../records/campaigns.ts';
import { deliveryRunKind } from '../records/deliveries.ts';
import { writtenIn } from './case-documents.ts';
import { type ContainerName, containersIn } from './containers.ts';
import { cosmosCalls, cosmosConnection } from './cosmos-client.ts';
import { cosmosDocuments, type CosmosDocuments, documentOf } from './documents-client.ts';
import { containerOf, documentFor, keyIn, placeOf, questionFor } from './documents.ts';
import { listedDocument } from './case-list-query.ts';
import type { CosmosSettings } from './open-cosmos-store.ts';

type Row = MovedRecord | PutAside;
const documentSchema = z.record(z.string(), z.unknown());
type Document = z.infer<typeof documentSchema>;

const documentsOfPage = 100;
const countedUpTo = 1_000_000_000;

const textOf = (document: unknown, field: string): string =>
  parsed(z.string(), parsed(documentSchema, document)[field]);

const marks = ['shape', 'oldestWriter', 'beside'];
const only = (fields: Document, names: readonly string[]): Document =>
  Object.fromEntries(names.flatMap((name) => (fields[name] === undefined ? [] : [[name, fields[name]]])));
const without = (fields: Document, names: readonly string[]): Document =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)));

function recordIn(kind: Kind, document: Document): unknown {
  const ofKey = Object.keys(kind.key);
  if (kind.columns !== undefined) return only(document, [...ofKey, ...Object.keys(kind.columns)]);
  if (kind.under !== undefined) {
    const record = document[kind.under];
    const fields = documentSchema.safeParse(record).data;
    return fields === undefined ? record : { ...fields, ...only(document, marks) };
  }
  return without(
    document,
    [...ownOfStore(kind.kind)].filter((name) => !ofKey.includes(name)),
  );
}

function rowIn(name: MovedKind, kind: Kind, given: unknown): Row {
  const document = parsed(documentSchema, given);
  const record = recordIn(kind, document);
  return movedRecord(name, keyIn(kind, document), record, canonicalJson(record));
}

const inOrder = (rows: readonly Row[]): readonly Row[] => rows.toSorted((one, other) => compareKeys(one.id, other.id));

const dayMs = 86_400_000;
const expirySchema = z.object({ expiresMs: z.int() });

function alsoIn(name: MovedKind, line: string, clock: Clock): object {
  if (name === 'draft') {
    const { expiresMs } = parsedJson(expirySchema, line);
    return { ttl: (Math.max(1, Math.ceil((expiresMs - clock().getTime()) / dayMs)) * dayMs) / 1000 };
  }
  const writeId = randomUUID();
  if (name === 'case') return { ...listedDocument(parsedJson(caseRecordSchema, line)), writeId };
  return name === 'event' ? { ...writtenIn(parsedJson(eventRecordSchema, line)), writeId } : { writeId };
}

const markIn = ({ kind, columns, document }: Kind, record: Document): object =>
  columns === undefined ? only(record, marks) : document?.container === 'drafts' ? {} : { shape: recordShapes[kind] };

const entriesSchema = z.object({ events: z.array(z.unknown()).optional() });
const entriesIn = (document: unknown): readonly unknown[] =>
  document === undefined ? [] : (parsed(entriesSchema, document).events ?? []);
const entrySchema = z.object({ event: z.unknown() });

function cosmosMovable(
  containers: Readonly<Record<ContainerName, CosmosDocuments>>,
  clock: Clock,
  close: () => Promise<void>,
): Movable {
  const of = (kind: Kind): CosmosDocuments => containers[containerOf(kind)];

  async function all(kind: Kind, partition?: string, selected = '*'): Promise<readonly unknown[]> {
    return of(kind).query(questionFor(kind, selected, []).question, partition);
  }

  async function* paged(kind: Kind, selected = '*'): AsyncGenerator {
    const field = kind.document?.partition ?? 'id';
    for (let after = ''; ; ) {
      const { question } = questionFor(kind, `TOP ${documentsOfPage} ${selected}`, [[field, '>', after]]);
      const page = await of(kind).query({ ...question, query: `${question.query} ORDER BY c.${field}` });
      yield* page;
      const last = page.at(-1);
      if (last === undefined || page.length < documentsOfPage) return;
      after = textOf(last, field);
    }
  }

  async function* partitions(name: 'event' | 'deliveryPart'): AsyncGenerator<string> {
    if (name === 'event') for await (const found of paged(caseKind, 'c.caseId')) yield textOf(found, 'caseId');
    else yield* (await all(deliveryRunKind, undefined, 'c.runId')).map((run) => textOf(run, 'runId')).toSorted();
  }

  async function* entries(): AsyncGenerator<Row> {
    const campaigns = (await all(campaignKind)).map((document) => parsed(documentSchema, document));
    const byId = campaigns.map((document) => ({ document, key: keyIn(campaignKind, document) }));
    for (const { document, key } of byId.toSorted((one, other) => compareKeys(one.key, other.key))) {
      const [campaign = ''] = key;
      for (const [place, event] of entriesIn(document).entries()) {
        const sequence = place + 1;
        yield movedRecord('campaignEvent', [campaign, sequence], { campaign, sequence, event }, canonicalJson(event));
      }
    }
  }

  async function* rows(name: MovedKind): AsyncGenerator<Row> {
    const { kind } = movedKinds[name];
    if (kind === undefined) yield* entries();
    // A history is bounded, and so are the parts of one run: each is in memory whole, one at a time.
    else if (name === 'event' || name === 'deliveryPart')
      for await (const partition of partitions(name))
        yield* inOrder((await all(kind, partition)).map((document) => rowIn(name, kind, document)));
    else if (name === 'case' || name === 'alert' || name === 'reach')
      for await (const document of paged(kind)) yield rowIn(name, kind, document);
    else {
      const found = (await all(kind)).map((document) => parsed(documentSchema, document));
      const made = found.filter((document) => name !== 'campaign' || document['campaign'] !== undefined);
      yield* inOrder(made.map((document) => rowIn(name, kind, document)));
    }
  }

  async function documentAt(kind: Kind, key: Key): Promise<Document | undefined> {
    const { id, partition } = placeOf(kind, key);
    const document = await of(kind).read(id, partition);
    return document === undefined ? undefined : parsed(documentSchema, document);
  }

  async function addEntry([campaign = '', sequence = 0]: Key, event: unknown): Promise<void> {
    const standing = await documentAt(campaignKind, [campaign]);
    const stood = entriesIn(standing);
    if (stood.length >= Number(sequence)) return;
    const gap = Array.from({ length: Number(sequence) - 1 - stood.length }, () => null);
    const { id } = placeOf(campaignKind, [campaign]);
    const own = Object.entries(standing ?? {}).filter(([name]) => !name.startsWith('_'));
    const fields = { ...Object.fromEntries(own), events: [...stood, ...gap, event], id, type: campaignKind.kind };
    await of(campaignKind).upsert(documentOf(fields), id);
  }

  async function add(name: MovedKind, { id, line }: MovedRecord): Promise<void> {
    const { kind } = movedKinds[name];
    if (kind === undefined) return addEntry(id, parsedJson(entrySchema, line).event);
    const standing = await documentAt(kind, id);
    if (standing !== undefined && !(name === 'campaign' && standing['campaign'] === undefined)) return undefined;
    const record = parsedJson(documentSchema, line);
    const document = documentFor(kind, valueOfLine(kind, line), {
      record: kind.under === undefined ? record : without(record, marks),
      beside: markIn(kind, record),
      also: { ...alsoIn(name, line, clock), ...(name === 'campaign' && { events: entriesIn(standing) }) },
    });
    return of(kind).upsert(document, placeOf(kind, id).partition);
  }

  return {
    rows,

    count: async (name) => {
      const { kind } = movedKinds[name];
      if (kind === undefined || name === 'campaign') {
        let count = 0;
        for await (const _row of rows(name)) count += 1;
        return count;
      }
      return of(kind).count(questionFor(kind, 'VALUE c.id', []).question, countedUpTo);
    },

    standing: async (name, { id }) => {
      const { kind } = movedKinds[name];
      if (kind === undefined) {
        const [campaign = '', sequence = 0] = id;
        const event = entriesIn(await documentAt(campaignKind, [campaign]))[Number(sequence) - 1];
        return event === undefined ? undefined : canonicalJson({ campaign, sequence, event });
      }
      const document = await documentAt(kind, id);
      if (document === undefined || (name === 'campaign' && document['campaign'] === undefined)) return undefined;
      const row = rowIn(name, kind, document);
      return isAside(row) ? null : row.line;
    },

    add: async (name, records) => {
      for (const record of records) await add(name, record);
    },

    close,
  };
}

const patience = { retries: 30, deadlineMs: 300_000, requestTimeoutMs: 60_000, followsRegions: true } as const;

/** The store in Cosmos DB for export and import. Its containers must exist. */
export function openCosmosMovable(settings: CosmosSettings): Movable {
  const connection = cosmosConnection({ ...settings, ...patience });
  const calls = cosmosCalls(connection.http, patience);
  const database = connection.client.database(settings.database);
  const containers = containersIn((name) => cosmosDocuments(database.container(name), calls));
  return cosmosMovable(containers, settings.clock, async () => connection.close());
}
