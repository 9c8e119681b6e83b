import { randomUUID } from 'node:crypto';
import type { JSONObject } from '@azure/cosmos';
import { z } from 'zod';
import type { Clock } from '../../concerns/terms/clock.ts';
import { alertRecordSchema } from '../../concerns/records/alert-record.ts';
import { caseRecordSchema } from '../../concerns/records/case-record.ts';
import { eventRecordSchema } from '../../concerns/records/event-record.ts';
import { invitationSchema, signInKeyOf } from '../../concerns/records/partner-record.ts';
import { instantsOf } from '../alert-instants.ts';
import { ownOfStore } from '../kept.ts';
import type { MovedId, MovedKind } from '../moving/moved-kinds.ts';
import { parsed, parsedJson } from '../parsed.ts';
import { recordShapes } from '../record-shapes.ts';
import { writtenIn } from './case-documents.ts';
import type { ContainerName } from './containers.ts';
import { documentOf } from './cosmos-documents.ts';
import { listedDocument } from './listed-question.ts';

/** The kinds that have a document each; the entries of a campaign stand in that of the campaign. */
export type DocumentKind = Exclude<MovedKind, 'campaignEvent'>;

export type Document = Readonly<Record<string, unknown>>;
export const documentSchema = z.record(z.string(), z.unknown());

/** The field that a record stands in, where it is not the document itself. */
const under: Partial<Readonly<Record<DocumentKind, string>>> = {
  campaign: 'campaign',
  campaignChannel: 'channel',
  deliveryRun: 'run',
  organisation: 'organisation',
  invitation: 'invitation',
};

/** The fields of records of which a store keeps no more than these. */
const few: Partial<Readonly<Record<DocumentKind, readonly string[]>>> = {
  draft: ['id', 'sealed', 'expiresMs'],
  week: ['week', 'handledBy', 'figures'],
  amendment: ['week', 'handledBy', 'figures', 'number'],
  issue: ['number', 'record'],
};

const marks = ['shape', 'oldestWriter', 'beside'] as const;

const only = (fields: Document, names: readonly string[]): Document =>
  Object.fromEntries(names.flatMap((name) => (fields[name] === undefined ? [] : [[name, fields[name]]])));

const without = (fields: Document, names: ReadonlySet<string>): Document =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !names.has(name)));

/** The container of a kind. */
export function containerOf(kind: DocumentKind): ContainerName {
  if (kind === 'case' || kind === 'alert' || kind === 'event') return 'cases';
  if (kind === 'draft') return 'drafts';
  if (kind === 'reach') return 'reach';
  return kind === 'deliveryRun' || kind === 'deliveryPart' ? 'deliveries' : 'state';
}

/** The record that a document holds, as it leaves; `undefined` where it holds none yet. */
export function recordIn(kind: DocumentKind, document: Document): unknown {
  const names = few[kind];
  if (names !== undefined) return only(document, names);
  const field = under[kind];
  if (field !== undefined) {
    const record = document[field];
    const fields = documentSchema.safeParse(record).data;
    return fields === undefined ? record : { ...fields, ...only(document, marks) };
  }
  const own = kind === 'draft' ? new Set<string>() : new Set(ownOfStore(kind));
  // The id of such a row is the record's own.
  if (kind === 'reach') own.delete('id');
  return without(document, own);
}

/** The name and the partition of the document of a record. */
export function placeOf(kind: DocumentKind, id: MovedId): { readonly id: string; readonly partition: string } {
  const [first = '', second = ''] = id.map(String);
  switch (kind) {
    case 'case':
      return { id: first, partition: first };
    case 'alert':
      return { id: `${first}:alert`, partition: first };
    case 'event':
      return { id: `${first}:${second}`, partition: first };
    case 'draft':
    case 'reach':
      return { id: first, partition: first };
    case 'deliveryRun':
      return { id: 'run', partition: first };
    case 'deliveryPart':
      return { id: `part:${second.padStart(8, '0')}`, partition: first };
    case 'week':
      return { id: `week:${second}:${first}`, partition: `week:${second}:${first}` };
    default: {
      const name = [kind, ...id].join(':');
      return { id: name, partition: name };
    }
  }
}

const dayMs = 86_400_000;
const expirySchema = z.object({ expiresMs: z.int() });

/** The fields by which a store finds a record, worked out as it does when it writes one. */
function foundBy(kind: DocumentKind, line: string, clock: Clock): object {
  switch (kind) {
    case 'case':
      return { ...listedDocument(parsedJson(caseRecordSchema, line)), type: kind };
    case 'alert':
      return { ...instantsOf(parsedJson(alertRecordSchema, line)), type: kind };
    case 'event':
      return { ...writtenIn(parsedJson(eventRecordSchema, line)), type: kind };
    case 'draft': {
      const { expiresMs } = parsedJson(expirySchema, line);
      return { ttl: (Math.max(1, Math.ceil((expiresMs - clock().getTime()) / dayMs)) * dayMs) / 1000 };
    }
    case 'content':
      return { day: parsedJson(z.object({ at: z.string() }), line).at.slice(0, 10), type: kind };
    case 'deliveryRun': {
      const { id, erased } = parsedJson(z.object({ id: z.string(), erased: z.boolean().optional() }), line);
      return { runId: id, ...(!erased && { hasParts: true }) };
    }
    case 'invitation': {
      const { access } = parsedJson(invitationSchema, line);
      return { ...(access && { signIn: signInKeyOf(access) }), type: kind };
    }
    case 'week':
    case 'amendment':
    case 'issue':
      return { shape: recordShapes[kind], type: kind };
    case 'deliveryPart':
    case 'reach':
      return {};
    default:
      return { type: kind };
  }
}

/** The document of a record that came from another store. The record itself is as it came. Throws StoreError. */
export function movedDocument(kind: DocumentKind, id: MovedId, line: string, clock: Clock): JSONObject {
  const record = parsedJson(documentSchema, line);
  const field = under[kind];
  const fields =
    field === undefined ? record : { ...only(record, marks), [field]: without(record, new Set<string>(marks)) };
  const written = { ...fields, ...foundBy(kind, line, clock), id: placeOf(kind, id).id };
  // A draft says nothing of who wrote it, nor when.
  return documentOf(kind === 'draft' ? written : { ...written, writeId: randomUUID() });
}

const entriesSchema = z.object({ events: z.array(z.unknown()).optional() });

/** The entries of a campaign's history as its document holds them. */
export const entriesIn = (document: unknown): readonly unknown[] =>
  document === undefined ? [] : (parsed(entriesSchema, document).events ?? []);
