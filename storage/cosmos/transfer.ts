import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { caseRecordSchema } from '../../core/model/case-record.ts';
import { eventRecordSchema } from '../../core/model/event-record.ts';
import { canonicalJson } from '../../core/model/digests.ts';
import type { Clock } from '../../core/model/calendar.ts';
import { compareKeys, type RecordKey, type RecordKindDefinition } from '../document-store.ts';
import {
  caseKind,
  isUnreadableRecord,
  type TransferStore,
  type TransferKind,
  transferKinds,
  toTransferRecord,
  type TransferRecord,
  type UnreadableRecord,
  parseTransferLine,
} from '../transfer/transfer-kinds.ts';
import { storeFieldNames, parseStored, parseStoredJson, formatVersions } from '../record-codec.ts';
import { campaignKind } from '../records/campaigns.ts';
import { deliveryRunKind } from '../records/deliveries.ts';
import { getWrittenVolumeFields } from './case-documents.ts';
import { type ContainerName, mapContainers } from './containers.ts';
import { createCosmosRetrier, createCosmosConnection } from './cosmos-client.ts';
import { createCosmosContainerDocuments, type CosmosDocuments, toDocument } from './container-client.ts';
import {
  getContainerName,
  createDocument,
  parseDocumentKey,
  getDocumentLocation,
  createDocumentQuery,
} from './document-store.ts';
import { createIndexFields } from './case-list-query.ts';
import type { CosmosSettings } from './open-cosmos-store.ts';

type TransferRow = TransferRecord | UnreadableRecord;
const documentSchema = z.record(z.string(), z.unknown());
type Document = z.infer<typeof documentSchema>;

const pageSize = 100;
const maxCount = 1_000_000_000;

const parseTextField = (document: unknown, field: string): string =>
  parseStored(z.string(), parseStored(documentSchema, document)[field]);

const formatVersionFields = ['shape', 'oldestWriter', 'beside'];
const pickFields = (fields: Document, names: readonly string[]): Document =>
  Object.fromEntries(names.flatMap((name) => (fields[name] === undefined ? [] : [[name, fields[name]]])));
const omitFields = (fields: Document, names: readonly string[]): Document =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)));

function extractRecord(kind: RecordKindDefinition, document: Document): unknown {
  const keyFields = Object.keys(kind.key);
  if (kind.columns !== undefined) return pickFields(document, [...keyFields, ...Object.keys(kind.columns)]);
  if (kind.recordField !== undefined) {
    const record = document[kind.recordField];
    const fields = documentSchema.safeParse(record).data;
    return fields === undefined ? record : { ...fields, ...pickFields(document, formatVersionFields) };
  }
  return omitFields(
    document,
    [...storeFieldNames(kind.kind)].filter((name) => !keyFields.includes(name)),
  );
}

function parseTransferRow(name: TransferKind, kind: RecordKindDefinition, stored: unknown): TransferRow {
  const document = parseStored(documentSchema, stored);
  const record = extractRecord(kind, document);
  return toTransferRecord(name, parseDocumentKey(kind, document), record, canonicalJson(record));
}

const sortRows = (rows: readonly TransferRow[]): readonly TransferRow[] =>
  rows.toSorted((one, other) => compareKeys(one.id, other.id));

const dayMs = 86_400_000;
const expirySchema = z.object({ expiresMs: z.int() });

function createStoreFields(name: TransferKind, line: string, clock: Clock): object {
  if (name === 'draft') {
    const { expiresMs } = parseStoredJson(expirySchema, line);
    return { ttl: (Math.max(1, Math.ceil((expiresMs - clock().getTime()) / dayMs)) * dayMs) / 1000 };
  }
  const writeId = randomUUID();
  if (name === 'case') return { ...createIndexFields(parseStoredJson(caseRecordSchema, line)), writeId };
  return name === 'event'
    ? { ...getWrittenVolumeFields(parseStoredJson(eventRecordSchema, line)), writeId }
    : { writeId };
}

const pickFormatVersion = ({ kind, columns, document }: RecordKindDefinition, record: Document): object =>
  columns === undefined
    ? pickFields(record, formatVersionFields)
    : document?.container === 'drafts'
      ? {}
      : { shape: formatVersions[kind] };

const entriesSchema = z.object({ events: z.array(z.unknown()).optional() });
const parseEntries = (document: unknown): readonly unknown[] =>
  document === undefined ? [] : (parseStored(entriesSchema, document).events ?? []);
const entrySchema = z.object({ event: z.unknown() });

function createCosmosTransferStore(
  containers: Readonly<Record<ContainerName, CosmosDocuments>>,
  clock: Clock,
  close: () => Promise<void>,
): TransferStore {
  const getContainer = (kind: RecordKindDefinition): CosmosDocuments => containers[getContainerName(kind)];

  async function queryAll(kind: RecordKindDefinition, partition?: string, selected = '*'): Promise<readonly unknown[]> {
    return getContainer(kind).query(createDocumentQuery(kind, selected, []).querySpec, partition);
  }

  async function* queryPages(kind: RecordKindDefinition, selected = '*'): AsyncGenerator {
    const field = kind.document?.partition ?? 'id';
    for (let after = ''; ; ) {
      const { querySpec } = createDocumentQuery(kind, `TOP ${pageSize} ${selected}`, [[field, '>', after]]);
      const page = await getContainer(kind).query({ ...querySpec, query: `${querySpec.query} ORDER BY c.${field}` });
      yield* page;
      const last = page.at(-1);
      if (last === undefined || page.length < pageSize) return;
      after = parseTextField(last, field);
    }
  }

  async function* listPartitions(name: 'event' | 'deliveryPart'): AsyncGenerator<string> {
    if (name === 'event')
      for await (const found of queryPages(caseKind, 'c.caseId')) yield parseTextField(found, 'caseId');
    else
      yield* (await queryAll(deliveryRunKind, undefined, 'c.runId'))
        .map((run) => parseTextField(run, 'runId'))
        .toSorted();
  }

  async function* readCampaignEntries(): AsyncGenerator<TransferRow> {
    const campaigns = (await queryAll(campaignKind)).map((document) => parseStored(documentSchema, document));
    const byId = campaigns.map((document) => ({ document, key: parseDocumentKey(campaignKind, document) }));
    for (const { document, key } of byId.toSorted((one, other) => compareKeys(one.key, other.key))) {
      const [campaign = ''] = key;
      for (const [place, event] of parseEntries(document).entries()) {
        const sequence = place + 1;
        yield toTransferRecord(
          'campaignEvent',
          [campaign, sequence],
          { campaign, sequence, event },
          canonicalJson(event),
        );
      }
    }
  }

  async function* rows(name: TransferKind): AsyncGenerator<TransferRow> {
    const { kind } = transferKinds[name];
    if (kind === undefined) yield* readCampaignEntries();
    // A history and a run's parts are bounded: each is whole in memory, one at a time.
    else if (name === 'event' || name === 'deliveryPart')
      for await (const partition of listPartitions(name))
        yield* sortRows((await queryAll(kind, partition)).map((document) => parseTransferRow(name, kind, document)));
    else if (name === 'case' || name === 'alert' || name === 'reach')
      for await (const document of queryPages(kind)) yield parseTransferRow(name, kind, document);
    else {
      const found = (await queryAll(kind)).map((document) => parseStored(documentSchema, document));
      const documents = found.filter((document) => name !== 'campaign' || document['campaign'] !== undefined);
      yield* sortRows(documents.map((document) => parseTransferRow(name, kind, document)));
    }
  }

  async function readDocument(kind: RecordKindDefinition, key: RecordKey): Promise<Document | undefined> {
    const { id, partition } = getDocumentLocation(kind, key);
    const document = await getContainer(kind).read(id, partition);
    return document === undefined ? undefined : parseStored(documentSchema, document);
  }

  async function addEntry([campaign = '', sequence = 0]: RecordKey, event: unknown): Promise<void> {
    const stored = await readDocument(campaignKind, [campaign]);
    const storedEntries = parseEntries(stored);
    if (storedEntries.length >= Number(sequence)) return;
    const gap = Array.from({ length: Number(sequence) - 1 - storedEntries.length }, () => null);
    const { id } = getDocumentLocation(campaignKind, [campaign]);
    const own = Object.entries(stored ?? {}).filter(([name]) => !name.startsWith('_'));
    const fields = {
      ...Object.fromEntries(own),
      events: [...storedEntries, ...gap, event],
      id,
      type: campaignKind.kind,
    };
    await getContainer(campaignKind).upsert(toDocument(fields), id);
  }

  async function add(name: TransferKind, { id, line }: TransferRecord): Promise<void> {
    const { kind } = transferKinds[name];
    if (kind === undefined) return addEntry(id, parseStoredJson(entrySchema, line).event);
    const stored = await readDocument(kind, id);
    if (stored !== undefined && !(name === 'campaign' && stored['campaign'] === undefined)) return undefined;
    const record = parseStoredJson(documentSchema, line);
    const document = createDocument(kind, parseTransferLine(kind, line), {
      record: kind.recordField === undefined ? record : omitFields(record, formatVersionFields),
      beside: pickFormatVersion(kind, record),
      also: { ...createStoreFields(name, line, clock), ...(name === 'campaign' && { events: parseEntries(stored) }) },
    });
    return getContainer(kind).upsert(document, getDocumentLocation(kind, id).partition);
  }

  return {
    rows,

    count: async (name) => {
      const { kind } = transferKinds[name];
      if (kind === undefined || name === 'campaign') {
        let count = 0;
        for await (const _row of rows(name)) count += 1;
        return count;
      }
      return getContainer(kind).count(createDocumentQuery(kind, 'VALUE c.id', []).querySpec, maxCount);
    },

    readLine: async (name, { id }) => {
      const { kind } = transferKinds[name];
      if (kind === undefined) {
        const [campaign = '', sequence = 0] = id;
        const event = parseEntries(await readDocument(campaignKind, [campaign]))[Number(sequence) - 1];
        return event === undefined ? undefined : canonicalJson({ campaign, sequence, event });
      }
      const document = await readDocument(kind, id);
      if (document === undefined || (name === 'campaign' && document['campaign'] === undefined)) return undefined;
      const row = parseTransferRow(name, kind, document);
      return isUnreadableRecord(row) ? null : row.line;
    },

    add: async (name, records) => {
      for (const record of records) await add(name, record);
    },

    close,
  };
}

const transferLimits = { retries: 30, deadlineMs: 300_000, requestTimeoutMs: 60_000, followsRegions: true } as const;

/** For export and import. The containers must exist. */
export function openCosmosTransferStore(settings: CosmosSettings): TransferStore {
  const connection = createCosmosConnection({ ...settings, ...transferLimits });
  const calls = createCosmosRetrier(connection.http, transferLimits);
  const database = connection.client.database(settings.database);
  const containers = mapContainers((name) => createCosmosContainerDocuments(database.container(name), calls));
  return createCosmosTransferStore(containers, settings.clock, async () => connection.close());
}
