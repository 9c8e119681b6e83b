import { randomUUID } from 'node:crypto';
import type { CreateOperationInput, OperationInput, ReplaceOperationInput } from '@azure/cosmos';
import { z } from 'zod';
import type { Writer } from '../../core/ports/case-store.ts';
import { type AlertRecord, alertRecordSchema } from '../../core/model/alert-record.ts';
import { type CaseRecord, caseRecordSchema, type Versioned } from '../../core/model/case-record.ts';
import type { EventRecord } from '../../core/model/event-record.ts';
import type { CaseId } from '../../core/model/codes.ts';
import { instantsOf, sealsOf } from '../case-seals.ts';
import { besideOf, kept, keptIfReadable, type Mark, over, parsed, unreadable } from '../record-codec.ts';
import { documentOf, type Marker, versionIn } from './documents-client.ts';
import { listedDocument } from './case-list-query.ts';

export const alertDocumentId = (caseId: CaseId): string => `${caseId}:alert`;

const idSchema = z.object({ id: z.string() });

export const caseInDocument = (document: unknown): Versioned<CaseRecord> => ({
  value: kept('case', caseRecordSchema, document),
  version: versionIn('case', document),
});

export function alertInDocument(document: unknown): Versioned<AlertRecord> | undefined {
  const value = keptIfReadable('alert', alertRecordSchema, document);
  const { id } = parsed(idSchema, document);
  return value !== undefined && id === alertDocumentId(value.caseId)
    ? { value, version: versionIn('alert', document) }
    : undefined;
}

export function alertOfDocument(document: unknown, otherwise?: AlertRecord): Versioned<AlertRecord> {
  const alert =
    alertInDocument(document) ?? (otherwise && { value: otherwise, version: versionIn('alert', document, false) });
  if (alert === undefined) throw unreadable('alert', document);
  return alert;
}

export interface CaseWrite {
  addEvents(events: readonly EventRecord[]): readonly OperationInput[];
  addCase(record: CaseRecord): CreateOperationInput;
  addAlert(alert: AlertRecord): OperationInput;
  replaceCase(record: Versioned<CaseRecord>): OperationInput;
  replaceAlert(alert: Versioned<AlertRecord>): OperationInput;
  marker(events: readonly EventRecord[], otherwise: string): Marker;
}

const sealsSchema = z.looseObject({
  id: z.string(),
  message: z.looseObject({ sealed: z.string().optional() }).optional(),
  note: z.looseObject({ sealed: z.string().optional() }).optional(),
});

/**
 * It keeps the name of the write that made the event, and needs no ETag: nothing else is ever written over an event.
 */
export function withoutSeals(document: unknown): readonly ReplaceOperationInput[] {
  const event = parsed(sealsSchema, document);
  if (event.message?.sealed === undefined && event.note?.sealed === undefined) return [];
  const unsealed = (words: object | undefined) => words && { ...words, sealed: undefined };
  const { _rid, _self, _etag, _attachments, _ts, writtenBy: _writer, size: _size, ...rest } = event;
  const body = documentOf({ ...rest, message: unsealed(event.message), note: unsealed(event.note) });
  return [{ operationType: 'Replace', id: event.id, resourceBody: { ...body, id: event.id } }];
}

export function writtenIn(event: EventRecord): { readonly writtenBy?: Writer; readonly size?: number } {
  const { message, note } = sealsOf(event);
  const size = (message?.length ?? 0) + (note?.length ?? 0);
  return size === 0 ? {} : { writtenBy: event.kind === 'messageFromReporter' ? 'reporter' : 'others', size };
}

const eventDocumentId = ({ caseId, sequence }: EventRecord): string => `${caseId}:${sequence}`;

export function caseWrite(): CaseWrite {
  const writeId = randomUUID();
  const caseDocument = (record: CaseRecord, mark?: Partial<Mark>) =>
    documentOf({
      ...besideOf('case', record, mark),
      ...record,
      ...listedDocument(record),
      id: record.caseId,
      type: 'case',
      writeId,
    });
  const alertDocument = (alert: AlertRecord, mark?: Partial<Mark>) =>
    documentOf({
      ...besideOf('alert', alert, mark),
      ...alert,
      ...instantsOf(alert),
      id: alertDocumentId(alert.caseId),
      type: 'alert',
      writeId,
    });
  return {
    addEvents: (events) =>
      events.map((event) => ({
        operationType: 'Create',
        resourceBody: documentOf({
          ...besideOf('event', event),
          ...event,
          ...writtenIn(event),
          id: eventDocumentId(event),
          type: 'event',
          writeId,
        }),
      })),
    addCase: (record) => ({ operationType: 'Create', resourceBody: caseDocument(record) }),
    addAlert: (alert) => ({ operationType: 'Create', resourceBody: alertDocument(alert) }),
    replaceCase: ({ value, version }) => {
      const { version: ifMatch, mark } = over('case', version);
      const resourceBody = { ...caseDocument(value, mark), id: value.caseId };
      return { operationType: 'Replace', id: value.caseId, ifMatch, resourceBody };
    },
    replaceAlert: ({ value, version }) => {
      const { version: ifMatch, mark } = over('alert', version);
      const id = alertDocumentId(value.caseId);
      return { operationType: 'Replace', id, ifMatch, resourceBody: { ...alertDocument(value, mark), id } };
    },
    marker: ([event], otherwise) => ({ id: event ? eventDocumentId(event) : otherwise, writeId }),
  };
}
