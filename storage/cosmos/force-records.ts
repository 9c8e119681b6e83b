import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { type DailyMarks, dailyMarkSchema, markOfLongAgo } from '../../concerns/ports/daily-marks.ts';
import type { PersonId } from '../../concerns/terms/person-id.ts';
import { type People, type PersonRecord, personRecordSchema } from '../../concerns/ports/people.ts';
import type { IssueLedger } from '../../concerns/ports/issue-ledger.ts';
import type { RegularPosts } from '../../concerns/ports/regular-posts.ts';
import type { SettingsHistory } from '../../concerns/ports/settings-history.ts';
import type { WeekStore } from '../../concerns/ports/week-store.ts';
import { weekSchema } from '../../concerns/records/case-record.ts';
import { type Regular, regularId, regularPostSchema } from '../../concerns/records/regular-post.ts';
import { settingEntrySchema } from '../../concerns/records/setting-record.ts';
import type { Week } from '../../concerns/terms/calendar.ts';
import type { HandledBy } from '../../concerns/terms/urgency.ts';
import { parsed } from '../parsed.ts';
import { type CosmosDocuments, documentOf, isEtag, versioned } from './cosmos-documents.ts';

const writeIdSchema = z.object({ writeId: z.string() });
const personDocumentId = (objectId: PersonId): string => `person:${objectId}`;
const personDocument = (person: PersonRecord, writeId: string) =>
  documentOf({ ...person, id: personDocumentId(person.objectId), type: 'person', writeId });

async function allPeople(state: CosmosDocuments): Promise<readonly PersonRecord[]> {
  const found = await state.query({ query: `SELECT * FROM c WHERE c.type = 'person'` });
  return found.map((document) => parsed(personRecordSchema, document));
}

/** Those who have come to the tab, in Cosmos DB. */
export const cosmosPeople = (state: CosmosDocuments): People => ({
  read: async (objectId) => {
    const id = personDocumentId(objectId);
    const document = await state.read(id, id);
    return document === undefined ? undefined : versioned(personRecordSchema, document);
  },

  all: () => allPeople(state),

  // There are a few dozen of them.
  waiting: async () => (await allPeople(state)).filter(({ line }) => line?.dueAt !== undefined),

  add: async (person) => {
    const writeId = randomUUID();
    const standing = await state.keepFirst(personDocumentId(person.objectId), personDocument(person, writeId));
    return parsed(writeIdSchema, standing).writeId === writeId ? 'added' : 'exists';
  },

  change: async ({ value, version }) => {
    if (!isEtag(version)) return 'conflict';
    const id = personDocumentId(value.objectId);
    const writeId = randomUUID();
    const outcome = await state.batch(
      id,
      [
        {
          operationType: 'Replace',
          id,
          ifMatch: version,
          resourceBody: { ...personDocument(value, writeId), id },
        },
      ],
      { id, writeId },
    );
    return outcome.kind === 'done' ? 'changed' : 'conflict';
  },
});

const figuresSchema = z.object({ figures: z.string() });
// One that lost its figures or its number is given all the same, as one that nobody can read.
const amendmentSchema = z.object({ week: weekSchema, number: z.int().catch(0), figures: z.string().catch('') });
const weekDocumentId = (week: Week, handledBy: HandledBy): string => `week:${week}:${handledBy}`;

/** Frozen weeks in Cosmos DB. */
export const cosmosWeeks = (state: CosmosDocuments): WeekStore => ({
  freeze: async (frozen) => {
    const { week, handledBy } = frozen;
    const id = weekDocumentId(week, handledBy);
    const standing = await state.keepFirst(id, documentOf({ ...frozen, id, type: 'week' }));
    return { week, handledBy, figures: parsed(figuresSchema, standing).figures };
  },

  read: async (week, handledBy) => {
    const id = weekDocumentId(week, handledBy);
    const document = await state.read(id, id);
    return document === undefined ? undefined : { week, handledBy, figures: parsed(figuresSchema, document).figures };
  },

  amend: async (amendment) => {
    const { week, handledBy, number } = amendment;
    const [id, writeId] = [`amendment:${handledBy}:${week}:${number}`, randomUUID()];
    const standing = await state.keepFirst(id, documentOf({ ...amendment, id, type: 'amendment', writeId }));
    return parsed(writeIdSchema, standing).writeId === writeId ? 'added' : 'exists';
  },

  amendments: async (from, to, handledBy) => {
    const found = await state.query({
      query: `SELECT * FROM c
        WHERE c.type = 'amendment' AND c.handledBy = @handledBy AND c.week >= @from AND c.week <= @to`,
      parameters: [
        { name: '@handledBy', value: handledBy },
        { name: '@from', value: from },
        { name: '@to', value: to },
      ],
    });
    return found
      .map((document) => ({ ...parsed(amendmentSchema, document), handledBy }))
      .sort((one, other) => (one.week === other.week ? one.number - other.number : one.week < other.week ? -1 : 1));
  },
});

const issueSchema = z.object({ number: z.int(), record: z.string() });

/** The issues to readers beyond the unit, in Cosmos DB: a document each, whose id is its number. */
export const cosmosIssues = (state: CosmosDocuments): IssueLedger => ({
  all: async () => {
    const found = await state.query({ query: `SELECT * FROM c WHERE c.type = 'issue'` });
    return found.map((document) => parsed(issueSchema, document)).sort((one, other) => one.number - other.number);
  },

  add: async (issue) => {
    const [id, writeId] = [`issue:${issue.number}`, randomUUID()];
    const standing = await state.keepFirst(id, documentOf({ ...issue, id, type: 'issue', writeId }));
    return parsed(writeIdSchema, standing).writeId === writeId ? 'added' : 'exists';
  },
});

/** The history of the settings in Cosmos DB: a document each, whose id is its place. Sorted here, since there are few. */
export const cosmosSettingsHistory = (state: CosmosDocuments): SettingsHistory => ({
  all: async () => {
    const found = await state.query({ query: `SELECT * FROM c WHERE c.type = 'setting'` });
    return found
      .map((document) => parsed(settingEntrySchema, document))
      .sort((one, other) => one.sequence - other.sequence);
  },

  add: async (entry) => {
    const [id, writeId] = [`setting:${entry.sequence}`, randomUUID()];
    const standing = await state.keepFirst(id, documentOf({ ...entry, id, type: 'setting', writeId }));
    return parsed(writeIdSchema, standing).writeId === writeId ? 'added' : 'exists';
  },
});

const etagSchema = z.object({ _etag: z.string() });

/** The marks of daily tasks in Cosmos DB. */
export const cosmosDailyMarks = (state: CosmosDocuments): DailyMarks => ({
  read: async (task) => {
    const id = `dailyMark:${task}`;
    const document = await state.read(id, id);
    if (document === undefined) return undefined;
    const value = dailyMarkSchema.safeParse(document).data ?? markOfLongAgo(task);
    return { value, version: parsed(etagSchema, document)._etag };
  },

  write: async (mark, over) => {
    if (over !== undefined && !isEtag(over)) return false;
    const id = `dailyMark:${mark.task}`;
    const writeId = randomUUID();
    const resourceBody = { ...documentOf({ ...mark, type: 'dailyMark', writeId }), id };
    const operation =
      over === undefined
        ? ({ operationType: 'Create', resourceBody } as const)
        : ({ operationType: 'Replace', id, ifMatch: over, resourceBody } as const);
    const outcome = await state.batch(id, [operation], { id, writeId });
    return outcome.kind === 'done';
  },
});

const regularDocumentId = (regular: Regular): string => `regularPost:${regularId(regular)}`;

/** How far what is posted each day or week has come, in Cosmos DB. */
export const cosmosRegularPosts = (state: CosmosDocuments): RegularPosts => ({
  read: async (regular) => {
    const id = regularDocumentId(regular);
    const document = await state.read(id, id);
    if (document === undefined) return undefined;
    return { value: regularPostSchema.safeParse(document).data, version: parsed(etagSchema, document)._etag };
  },

  all: async () => {
    const found = await state.query({ query: `SELECT * FROM c WHERE c.type = 'regularPost'` });
    return found.map((document) => regularPostSchema.safeParse(document).data).filter((post) => post !== undefined);
  },

  write: async (post, over) => {
    if (over !== undefined && !isEtag(over)) return false;
    const [id, writeId] = [regularDocumentId(post.regular), randomUUID()];
    const resourceBody = { ...documentOf({ ...post, type: 'regularPost', writeId }), id };
    const operation =
      over === undefined
        ? ({ operationType: 'Create', resourceBody } as const)
        : ({ operationType: 'Replace', id, ifMatch: over, resourceBody } as const);
    return (await state.batch(id, [operation], { id, writeId })).kind === 'done';
  },
});
