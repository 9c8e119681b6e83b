import { digestOfSeal } from '../model/digests.ts';
import {
  type ChangeRequest,
  type ActionContext,
  type EntryRequest,
  handlers,
  requirement,
  type SealedNote,
} from './case-action.ts';
import { createUseCase } from './use-case.ts';
import { approvers, hasOpenedAfter, lastOpeningQuery, oversightRequirements } from './four-eyes.ts';
import type { ExportDestination } from '../model/case-terms.ts';

interface SanitiseRequest extends ChangeRequest {
  readonly words: SealedNote;
}

export const saveSanitisedText = createUseCase<SanitiseRequest>({
  description: 'Write the sanitised text',
  allowedActors: handlers,
  requirements: [
    requirement(
      'a text that all who handle the case can read',
      'noSuchText',
      ({ input }) => input.words.for === 'handlers',
    ),
  ],
  eventKinds: ['sanitised'],
  peopleToNotify: approvers,
  apply: ({ record, by, input: { words } }) => {
    const digest = digestOfSeal(words.sealed);
    return {
      steps: [
        {
          record: { ...record, sanitised: { digest, by } },
          event: { kind: 'sanitised', detail: { of: digest }, note: words },
        },
      ],
    };
  },
});

interface SignOffRequest extends ChangeRequest {
  readonly of: string;
  readonly confirmed?: number | undefined;
}

/** No server reads the text: the page shows its hints, and the entry keeps how many were confirmed. */
export const signOffSanitisedText = createUseCase<SignOffRequest>({
  description: 'Sign the sanitised text off',
  allowedActors: handlers,
  requirements: [
    requirement(
      'the text is the one that is there now',
      'noSuchText',
      ({ record, input }) => record.sanitised?.digest === input.of,
    ),
    requirement('someone else wrote it', 'ownWork', ({ record, by }) => record.sanitised?.by !== by),
    requirement('no one has signed it off already', 'state', ({ record }) => record.sanitised?.signedBy === undefined),
    requirement('the person has opened the case since it was written', 'notRead', (context) => {
      const [written] = context.entries({ kinds: ['sanitised'], last: 1 });
      return hasOpenedAfter(context, written?.sequence ?? 0);
    }),
  ],
  eventKinds: ['sanitisedSigned'],
  apply: ({ record, by, input: { of, confirmed } }) => ({
    steps: [
      {
        record: { ...record, sanitised: record.sanitised && { ...record.sanitised, signedBy: by } },
        event: { kind: 'sanitisedSigned', detail: { of, ...(confirmed !== undefined && { confirmed }) } },
      },
    ],
  }),
});

export interface ExportRequest extends ChangeRequest {
  readonly what: 'sanitised' | 'whole';
  readonly place: ExportDestination;
  readonly log?: true | undefined;
  readonly of?: string | undefined;
  readonly json: string;
  readonly pdf: string;
  readonly words: SealedNote;
}

const isWhole = ({ input }: ActionContext<ExportRequest>): boolean => input.what === 'whole';

/** Recorded before it leaves. */
export const exportCase = createUseCase<ExportRequest>({
  description: 'Export a case, sanitised or whole',
  allowedActors: handlers,
  requirements: [
    requirement(
      'the decision log leaves with a whole case alone',
      'state',
      ({ input }) => input.log !== true || input.what === 'whole',
    ),
    requirement(
      'of a sanitised text: a second person has signed it off',
      'notSigned',
      (context) => isWhole(context) || context.record.sanitised?.signedBy !== undefined,
    ),
    requirement(
      'and it is the one that is there now',
      'noSuchText',
      (context) => context.input.of === (isWhole(context) ? undefined : context.record.sanitised?.digest),
    ),
    requirement(
      'of a whole case: it is with the person',
      'notAssignee',
      (context) => !isWhole(context) || context.record.assignee === context.by,
    ),
    ...oversightRequirements(isWhole),
  ],
  eventKinds: ['exported'],
  notifiesReserve: { description: 'if it is a whole case', holds: isWhole },
  apply: ({ record, input: { what, place, log, of, json, pdf, words } }) => ({
    steps: [
      {
        record,
        event: {
          kind: 'exported',
          detail: { what, place, ...(log && { log }), ...(of !== undefined && { of }), json, pdf },
          note: words,
        },
      },
    ],
  }),
});

/** Recorded before the page prints, since the server cannot know what is printed. */
export const printReport = createUseCase<EntryRequest>({
  description: 'Print an opened report',
  allowedActors: handlers,
  requirements: [
    requirement('the force lets reports be printed', 'state', ({ rules }) => rules.printing === true),
    requirement(
      'the person has opened the report',
      'reportNotOpened',
      ({ entries, by }) => entries(lastOpeningQuery(by)).length > 0,
    ),
  ],
  eventKinds: ['printed'],
  apply: ({ record }) => ({ steps: [{ record, event: { kind: 'printed' } }] }),
});
