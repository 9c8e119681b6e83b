import { z } from 'zod';
import type { SqlQuerySpec } from '@azure/cosmos';
import type { Clock } from '../../concerns/terms/clock.ts';
import { canonicalJson } from '../../concerns/terms/canonical-json.ts';
import { isAside, type Movable, type MovedRecord, movedRecord, type PutAside } from '../moving/movable.ts';
import { type MovedId, type MovedKind, movedKinds } from '../moving/moved-kinds.ts';
import { parsed, parsedJson } from '../parsed.ts';
import type { ContainerName } from './containers.ts';
import { type CosmosDocuments, documentOf } from './cosmos-documents.ts';
import {
  containerOf,
  type Document,
  type DocumentKind,
  documentSchema,
  entriesIn,
  movedDocument,
  placeOf,
  recordIn,
} from './moved-documents.ts';

type Row = MovedRecord | PutAside;

/** So many documents are asked for at once, where there may be any number. */
const documentsOfPage = 100;
/** No container has as many. */
const countedUpTo = 1_000_000_000;

const idSchema = z.object({ id: z.string() });
const caseIdSchema = z.object({ caseId: z.string() });
const runSchema = z.object({ runId: z.string() });

const compare = (one: MovedId, other: MovedId): number => {
  for (const [place, part] of one.entries()) {
    const against = other[place];
    if (against !== undefined && part !== against) return part < against ? -1 : 1;
  }
  return 0;
};

/** A document as it leaves: its record, or what stands there where none can be made of it. */
function rowOf(kind: DocumentKind, given: unknown): Row {
  const document = parsed(documentSchema, given);
  const { id } = parsed(idSchema, document);
  const record = recordIn(kind, document);
  const read = movedKinds[kind].read(record);
  const raw = canonicalJson(record);
  const at = typeof document['runId'] === 'string' ? [document['runId'], id] : [id];
  if (typeof read === 'string') return { id: at, why: read, raw };
  return placeOf(kind, read.id).id === id ? movedRecord(kind, read.id, record, raw) : { id: at, why: 'damaged', raw };
}

const inOrder = (rows: readonly Row[]): readonly Row[] => rows.toSorted((one, other) => compare(one.id, other.id));

/** The question for all documents of a kind, in containers that have several. */
function questionFor(kind: DocumentKind): SqlQuerySpec {
  if (kind === 'draft') return { query: 'SELECT * FROM c WHERE c.expiresMs >= 0' };
  if (kind === 'deliveryRun') return { query: 'SELECT * FROM c WHERE NOT IS_DEFINED(c.stage)' };
  if (kind === 'deliveryPart') return { query: `SELECT * FROM c WHERE c.stage IN ('planned', 'begun', 'closed')` };
  if (kind === 'reach') return { query: `SELECT * FROM c WHERE c.id > ''` };
  return { query: 'SELECT * FROM c WHERE c.type = @kind', parameters: [{ name: '@kind', value: kind }] };
}

/** The store in Cosmos DB as something that leaves and is taken in. */
export function cosmosMovable(
  documents: (name: ContainerName) => CosmosDocuments,
  clock: Clock,
  close: () => Promise<void>,
): Movable {
  const of = (kind: DocumentKind) => documents(containerOf(kind));

  /** Documents in the order of a field, a page after another. */
  async function* paged(kind: DocumentKind, field: 'caseId' | 'id', selected = '*'): AsyncGenerator {
    let after = '';
    for (;;) {
      const typed = kind === 'reach' ? '' : 'c.type = @kind AND ';
      const page = await of(kind).query({
        query: `SELECT TOP @limit ${selected} FROM c WHERE ${typed}c.${field} > @after ORDER BY c.${field}`,
        parameters: [
          ...(kind === 'reach' ? [] : [{ name: '@kind', value: kind }]),
          { name: '@after', value: after },
          { name: '@limit', value: documentsOfPage },
        ],
      });
      yield* page;
      const last = page.at(-1);
      if (last === undefined || page.length < documentsOfPage) return;
      after = field === 'id' ? parsed(idSchema, last).id : parsed(caseIdSchema, last).caseId;
    }
  }

  /** A history is bounded, and so are the parts of one run: each is in memory whole, and no other with it. */
  async function* ofEach(kind: 'event' | 'deliveryPart', partitions: AsyncIterable<string>): AsyncGenerator<Row> {
    for await (const partition of partitions) {
      const found = await of(kind).query(questionFor(kind), partition);
      yield* inOrder(found.map((document) => rowOf(kind, document)));
    }
  }

  async function* caseIds(): AsyncGenerator<string> {
    for await (const found of paged('case', 'caseId', 'c.caseId')) yield parsed(caseIdSchema, found).caseId;
  }

  async function* runIds(): AsyncGenerator<string> {
    const found = await of('deliveryRun').query({ query: 'SELECT c.runId FROM c WHERE NOT IS_DEFINED(c.stage)' });
    yield* found.map((run) => parsed(runSchema, run).runId).toSorted();
  }

  const all = (kind: DocumentKind): Promise<readonly unknown[]> => of(kind).query(questionFor(kind));

  async function* entries(): AsyncGenerator<Row> {
    const campaigns = (await all('campaign')).map((document) => parsed(documentSchema, document));
    const byId = campaigns.toSorted((one, other) => (String(one['id']) < String(other['id']) ? -1 : 1));
    for (const document of byId) {
      const campaign = String(document['id']).replace(/^campaign:/u, '');
      for (const [place, event] of entriesIn(document).entries()) {
        const at = [campaign, place + 1];
        yield movedRecord('campaignEvent', at, { campaign, sequence: place + 1, event }, canonicalJson(event));
      }
    }
  }

  async function* rows(kind: MovedKind): AsyncGenerator<Row> {
    if (kind === 'campaignEvent') yield* entries();
    else if (kind === 'event') yield* ofEach(kind, caseIds());
    else if (kind === 'deliveryPart') yield* ofEach(kind, runIds());
    else if (kind === 'case' || kind === 'alert' || kind === 'reach')
      for await (const document of paged(kind, kind === 'reach' ? 'id' : 'caseId')) yield rowOf(kind, document);
    else {
      const found = (await all(kind)).map((document) => parsed(documentSchema, document));
      // One whose history alone was taken in so far.
      const made = found.filter((document) => kind !== 'campaign' || document['campaign'] !== undefined);
      yield* inOrder(made.map((document) => rowOf(kind, document)));
    }
  }

  async function documentAt(kind: DocumentKind, id: MovedId): Promise<Document | undefined> {
    const place = placeOf(kind, id);
    const document = await of(kind).read(place.id, place.partition);
    return document === undefined ? undefined : parsed(documentSchema, document);
  }

  /** Puts an entry into the document of its campaign, which may not be there yet. What was put aside leaves its place. */
  async function addEntry(campaign: string, sequence: number, event: unknown): Promise<void> {
    const standing = await documentAt('campaign', [campaign]);
    const stood = entriesIn(standing);
    if (stood.length >= sequence) return;
    const gap = Array.from({ length: sequence - 1 - stood.length }, () => null);
    const { id } = placeOf('campaign', [campaign]);
    const events = [...stood, ...gap, event];
    const own = Object.entries(standing ?? {}).filter(([name]) => !name.startsWith('_'));
    await of('campaign').upsert(documentOf({ ...Object.fromEntries(own), events, id, type: 'campaign' }), id);
  }

  const entrySchema = z.object({ event: z.unknown() });

  return {
    rows,

    count: async (kind) => {
      if (kind === 'campaign' || kind === 'campaignEvent') {
        let count = 0;
        for await (const _row of rows(kind)) count += 1;
        return count;
      }
      const { query, parameters = [] } = questionFor(kind);
      return of(kind).count({ query: query.replace('SELECT *', 'SELECT VALUE c.id'), parameters }, countedUpTo);
    },

    standing: async (kind, { id }) => {
      if (kind === 'campaignEvent') {
        const [campaign = '', sequence = 0] = id;
        const event = entriesIn(await documentAt('campaign', [campaign]))[Number(sequence) - 1];
        return event === undefined ? undefined : canonicalJson({ campaign, sequence, event });
      }
      const document = await documentAt(kind, id);
      if (document === undefined || (kind === 'campaign' && document['campaign'] === undefined)) return undefined;
      const row = rowOf(kind, document);
      return isAside(row) ? null : row.line;
    },

    add: async (kind, records) => {
      for (const { id, line } of records) {
        if (kind === 'campaignEvent') {
          const [campaign = '', sequence = 0] = id;
          await addEntry(String(campaign), Number(sequence), parsedJson(entrySchema, line).event);
          continue;
        }
        const standing = await documentAt(kind, id);
        if (standing !== undefined && !(kind === 'campaign' && standing['campaign'] === undefined)) continue;
        const document = movedDocument(kind, id, line, clock);
        const events = kind === 'campaign' ? { events: entriesIn(standing) } : {};
        await of(kind).upsert(documentOf({ ...document, ...events }), placeOf(kind, id).partition);
      }
    },

    close,
  };
}
