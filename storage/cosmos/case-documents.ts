import { randomUUID } from 'node:crypto';
import type { CreateOperationInput, OperationInput, ReplaceOperationInput } from '@azure/cosmos';
import { z } from 'zod';
import type { Writer } from '../../core/ports/case-store.ts';
import { type AlertRecord, alertRecordSchema } from '../../core/model/alert-record.ts';
import { type CaseRecord, caseRecordSchema, type Versioned } from '../../core/model/case-record.ts';
import type { EventRecord } from '../../core/model/event-record.ts';
import type { CaseId } from '../../core/model/case-id.ts';
import { getAlertInstants, getEventSeals } from '../case-records.ts';
import {
  extraFields,
  parseRecord,
  tryParseRecord,
  type FormatVersion,
  decodeVersion,
  parseStored,
  unreadableRecordError,
} from '../record-codec.ts';
import { toDocument, type WriteMarker, documentVersion } from './container-client.ts';
import { createIndexFields } from './case-list-query.ts';

export const alertDocumentId = (caseId: CaseId): string => `${caseId}:alert`;

const idSchema = z.object({ id: z.string() });

export const parseCaseDocument = (document: unknown): Versioned<CaseRecord> => ({
  value: parseRecord('case', caseRecordSchema, document),
  version: documentVersion('case', document),
});

export function tryParseAlertDocument(document: unknown): Versioned<AlertRecord> | undefined {
  const value = tryParseRecord('alert', alertRecordSchema, document);
  const { id } = parseStored(idSchema, document);
  return value !== undefined && id === alertDocumentId(value.caseId)
    ? { value, version: documentVersion('alert', document) }
    : undefined;
}

export function parseAlertDocument(document: unknown, fallback?: AlertRecord): Versioned<AlertRecord> {
  const alert =
    tryParseAlertDocument(document) ??
    (fallback && { value: fallback, version: documentVersion('alert', document, false) });
  if (alert === undefined) throw unreadableRecordError('alert', document);
  return alert;
}

export interface CaseWriteBuilder {
  addEvents(events: readonly EventRecord[]): readonly OperationInput[];
  addCase(record: CaseRecord): CreateOperationInput;
  addAlert(alert: AlertRecord): OperationInput;
  replaceCase(record: Versioned<CaseRecord>): OperationInput;
  replaceAlert(alert: Versioned<AlertRecord>): OperationInput;
  marker(events: readonly EventRecord[], otherwise: string): WriteMarker;
}

const sealsSchema = z.looseObject({
  id: z.string(),
  message: z.looseObject({ sealed: z.string().optional() }).optional(),
  note: z.looseObject({ sealed: z.string().optional() }).optional(),
});

/** Keeps the event's `writeId`, and needs no ETag: nothing else is ever written over an event. */
export function createSealRemovals(document: unknown): readonly ReplaceOperationInput[] {
  const event = parseStored(sealsSchema, document);
  if (event.message?.sealed === undefined && event.note?.sealed === undefined) return [];
  const omitSealed = (words: object | undefined) => words && { ...words, sealed: undefined };
  const { _rid, _self, _etag, _attachments, _ts, writtenBy: _writer, size: _size, ...rest } = event;
  const body = toDocument({ ...rest, message: omitSealed(event.message), note: omitSealed(event.note) });
  return [{ operationType: 'Replace', id: event.id, resourceBody: { ...body, id: event.id } }];
}

export function getWrittenVolumeFields(event: EventRecord): { readonly writtenBy?: Writer; readonly size?: number } {
  const { message, note } = getEventSeals(event);
  const size = (message?.length ?? 0) + (note?.length ?? 0);
  return size === 0 ? {} : { writtenBy: event.kind === 'messageFromReporter' ? 'reporter' : 'others', size };
}

const eventDocumentId = ({ caseId, sequence }: EventRecord): string => `${caseId}:${sequence}`;

export function createCaseWriteBuilder(): CaseWriteBuilder {
  const writeId = randomUUID();
  const caseDocument = (record: CaseRecord, mark?: Partial<FormatVersion>) =>
    toDocument({
      ...extraFields('case', record, mark),
      ...record,
      ...createIndexFields(record),
      id: record.caseId,
      type: 'case',
      writeId,
    });
  const alertDocument = (alert: AlertRecord, mark?: Partial<FormatVersion>) =>
    toDocument({
      ...extraFields('alert', alert, mark),
      ...alert,
      ...getAlertInstants(alert),
      id: alertDocumentId(alert.caseId),
      type: 'alert',
      writeId,
    });
  return {
    addEvents: (events) =>
      events.map((event) => ({
        operationType: 'Create',
        resourceBody: toDocument({
          ...extraFields('event', event),
          ...event,
          ...getWrittenVolumeFields(event),
          id: eventDocumentId(event),
          type: 'event',
          writeId,
        }),
      })),
    addCase: (record) => ({ operationType: 'Create', resourceBody: caseDocument(record) }),
    addAlert: (alert) => ({ operationType: 'Create', resourceBody: alertDocument(alert) }),
    replaceCase: ({ value, version }) => {
      const { version: ifMatch, formatVersion } = decodeVersion('case', version);
      const resourceBody = { ...caseDocument(value, formatVersion), id: value.caseId };
      return { operationType: 'Replace', id: value.caseId, ifMatch, resourceBody };
    },
    replaceAlert: ({ value, version }) => {
      const { version: ifMatch, formatVersion } = decodeVersion('alert', version);
      const id = alertDocumentId(value.caseId);
      return { operationType: 'Replace', id, ifMatch, resourceBody: { ...alertDocument(value, formatVersion), id } };
    },
    marker: ([event], otherwise) => ({ id: event ? eventDocumentId(event) : otherwise, writeId }),
  };
}
