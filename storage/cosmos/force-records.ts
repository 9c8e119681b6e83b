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
import { besideOf, kept, keptIfReadable } from '../kept.ts';
import { parsed } from '../parsed.ts';
import { type Mark, over as overOf } from '../record-shapes.ts';
import { type CosmosDocuments, documentOf, isEtag, versioned, versionedIfReadable } from './cosmos-documents.ts';

const writeIdSchema = z.object({ writeId: z.string() });
const personDocumentId = (objectId: PersonId): string => `person:${objectId}`;
const personDocument = (person: PersonRecord, writeId: string, mark?: Partial<Mark>) =>
  documentOf({
    ...besideOf('person', person, mark),
    ...person,
    id: personDocumentId(person.objectId),
    type: 'person',
    writeId,
  });

async function allPeople(state: CosmosDocuments): Promise<readonly PersonRecord[]> {
  const found = await state.query({ query: `SELECT * FROM c WHERE c.type = 'person'` });
  return found.map((document) => kept('person', personRecordSchema, document));
}

/** Those who have come to the tab, in Cosmos DB. */
export const cosmosPeople = (state: CosmosDocuments): People => ({
  read: async (objectId) => {
    const id = personDocumentId(objectId);
    const document = await state.read(id, id);
    return document === undefined ? undefined : versioned('person', personRecordSchema, document);
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
    const { version: ifMatch, mark } = overOf('person', version);
    const id = personDocumentId(value.objectId);
    const writeId = randomUUID();
    const outcome = await state.batch(
      id,
      [
        {
          operationType: 'Replace',
          id,
          ifMatch,
          resourceBody: { ...personDocument(value, writeId, mark), id },
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
    const standing = await state.keepFirst(
      id,
      documentOf({ ...besideOf('week', frozen), ...frozen, id, type: 'week' }),
    );
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
    const standing = await state.keepFirst(
      id,
      documentOf({ ...besideOf('amendment', amendment), ...amendment, id, type: 'amendment', writeId }),
    );
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
    const standing = await state.keepFirst(
      id,
      documentOf({ ...besideOf('issue', issue), ...issue, id, type: 'issue', writeId }),
    );
    return parsed(writeIdSchema, standing).writeId === writeId ? 'added' : 'exists';
  },
});

/** The history of the settings in Cosmos DB: a document each, whose id is its place. Sorted here, since there are few. */
export const cosmosSettingsHistory = (state: CosmosDocuments): SettingsHistory => ({
  all: async () => {
    const found = await state.query({ query: `SELECT * FROM c WHERE c.type = 'setting'` });
    return found
      .map((document) => kept('setting', settingEntrySchema, document))
      .sort((one, other) => one.sequence - other.sequence);
  },

  add: async (entry) => {
    const [id, writeId] = [`setting:${entry.sequence}`, randomUUID()];
    const standing = await state.keepFirst(
      id,
      documentOf({ ...besideOf('setting', entry), ...entry, id, type: 'setting', writeId }),
    );
    return parsed(writeIdSchema, standing).writeId === writeId ? 'added' : 'exists';
  },
});

/** The marks of daily tasks in Cosmos DB. */
export const cosmosDailyMarks = (state: CosmosDocuments): DailyMarks => ({
  read: async (task) => {
    const id = `dailyMark:${task}`;
    const document = await state.read(id, id);
    if (document === undefined) return undefined;
    const { value, version } = versionedIfReadable('dailyMark', dailyMarkSchema, document);
    return { value: value ?? markOfLongAgo(task), version };
  },

  write: async (mark, over) => {
    if (over !== undefined && !isEtag(over)) return false;
    const id = `dailyMark:${mark.task}`;
    const writeId = randomUUID();
    const standing = over === undefined ? undefined : overOf('dailyMark', over);
    const fields = { ...besideOf('dailyMark', mark, standing?.mark), ...mark, type: 'dailyMark', writeId };
    const resourceBody = { ...documentOf(fields), id };
    const operation =
      standing === undefined
        ? ({ operationType: 'Create', resourceBody } as const)
        : ({ operationType: 'Replace', id, ifMatch: standing.version, resourceBody } as const);
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
    return versionedIfReadable('regularPost', regularPostSchema, document);
  },

  all: async () => {
    const found = await state.query({ query: `SELECT * FROM c WHERE c.type = 'regularPost'` });
    return found
      .map((document) => keptIfReadable('regularPost', regularPostSchema, document))
      .filter((post) => post !== undefined);
  },

  write: async (post, over) => {
    if (over !== undefined && !isEtag(over)) return false;
    const [id, writeId] = [regularDocumentId(post.regular), randomUUID()];
    const standing = over === undefined ? undefined : overOf('regularPost', over);
    const fields = { ...besideOf('regularPost', post, standing?.mark), ...post, type: 'regularPost', writeId };
    const resourceBody = { ...documentOf(fields), id };
    const operation =
      standing === undefined
        ? ({ operationType: 'Create', resourceBody } as const)
        : ({ operationType: 'Replace', id, ifMatch: standing.version, resourceBody } as const);
    return (await state.batch(id, [operation], { id, writeId })).kind === 'done';
  },
});
