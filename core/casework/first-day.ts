import type { Danger, RecordingDuty } from '../model/case-terms.ts';
import { type EntryRequest, handlers, requirement, type SealedNote } from './case-action.ts';
import { lastOpeningQuery } from './four-eyes.ts';
import { createUseCase } from './use-case.ts';

interface RecordSafetyRequest extends EntryRequest {
  readonly danger: Danger;
  readonly words: SealedNote;
}

/** Each record is an entry of its own, with its author: a later one adds to it and replaces none. */
export const recordSafety = createUseCase<RecordSafetyRequest>({
  description: 'Record what is known about danger, what was done and who was told',
  allowedActors: handlers,
  requirements: [
    requirement(
      'the person has opened the report',
      'reportNotOpened',
      ({ entries, by }) => entries(lastOpeningQuery(by)).length > 0,
    ),
  ],
  eventKinds: ['safetyRecorded'],
  apply: ({ record, by, today, input: { danger, words } }) => ({
    steps: [
      {
        record: { ...record, safety: { danger, on: today, by } },
        event: { kind: 'safetyRecorded', detail: { danger }, note: words },
      },
    ],
  }),
});

interface RecordDutyRequest extends EntryRequest {
  readonly duty: RecordingDuty;
  readonly isRecorded: boolean;
  readonly words: SealedNote;
}

/** The number and the day, or why not, are in the sealed words. */
export const recordDuty = createUseCase<RecordDutyRequest>({
  description: 'Say that a crime, or a conduct matter or complaint, was recorded, or why not',
  allowedActors: handlers,
  requirements: [],
  eventKinds: ['dutyRecorded'],
  apply: ({ record, by, today, input: { duty, isRecorded, words } }) => ({
    steps: [
      {
        record: { ...record, [duty]: { isRecorded, on: today, by } },
        event: { kind: 'dutyRecorded', detail: { duty, isRecorded }, note: words },
      },
    ],
  }),
});
