import { digestOfSeal } from '../model/digests.ts';
import { type AskedChange, type Asking, handlers, need, type SealedWords } from './acts.ts';
import { makeUseCase } from './change-case.ts';
import { askedToAgree, hasOpenedAfter, somebodyIsTold } from './four-eyes.ts';
import type { ExportPlace } from '../model/outcomes.ts';

interface AskedText extends AskedChange {
  readonly words: SealedWords;
}

/** Replaces the sanitised text, sealed for all handlers. It does not leave before a second person signs it off. */
export const sanitiseCase = makeUseCase<AskedText>({
  says: 'Write the sanitised text',
  who: handlers,
  needs: [
    need('a text that all who handle the case can read', 'noSuchText', ({ asked }) => asked.words.for === 'handlers'),
  ],
  leaves: ['sanitised'],
  waits: askedToAgree,
  does: ({ record, by, asked: { words } }) => {
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

interface AskedSignature extends AskedChange {
  readonly of: string;
  readonly confirmed?: number | undefined;
}

/**
 * Another person than its writer signs the text off, and had it handed out. No server reads it: the page shows its
 * hints, and the entry keeps how many were confirmed.
 */
export const signSanitised = makeUseCase<AskedSignature>({
  says: 'Sign the sanitised text off',
  who: handlers,
  needs: [
    need(
      'the text is the one that is there now',
      'noSuchText',
      ({ record, asked }) => record.sanitised?.digest === asked.of,
    ),
    need('somebody else wrote it', 'ownWork', ({ record, by }) => record.sanitised?.by !== by),
    need('nobody has signed it off already', 'state', ({ record }) => record.sanitised?.signedBy === undefined),
    need('the person has opened the case since it was written', 'notRead', (standing) => {
      const [written] = standing.entries({ kinds: ['sanitised'], last: 1 });
      return hasOpenedAfter(standing, written?.sequence ?? 0);
    }),
  ],
  leaves: ['sanitisedSigned'],
  does: ({ record, by, asked: { of, confirmed } }) => ({
    steps: [
      {
        record: { ...record, sanitised: record.sanitised && { ...record.sanitised, signedBy: by } },
        event: { kind: 'sanitisedSigned', detail: { of, ...(confirmed !== undefined && { confirmed }) } },
      },
    ],
  }),
});

export interface AskedExport extends AskedChange {
  readonly what: 'sanitised' | 'whole';
  readonly place: ExportPlace;
  readonly log?: true | undefined;
  readonly of?: string | undefined;
  readonly json: string;
  readonly pdf: string;
  readonly words: SealedWords;
}

const isWhole = ({ asked }: Asking<AskedExport>): boolean => asked.what === 'whole';

/**
 * Notes an export before it leaves: the signed-off text, or the whole case for the person it is with. The reserve is
 * told of the latter.
 */
export const exportCase = makeUseCase<AskedExport>({
  says: 'Let a case leave, sanitised or whole',
  who: handlers,
  needs: [
    need(
      'the decision log leaves with a whole case alone',
      'state',
      ({ asked }) => asked.log !== true || asked.what === 'whole',
    ),
    need(
      'of a sanitised text: a second person has signed it off',
      'notSigned',
      (standing) => isWhole(standing) || standing.record.sanitised?.signedBy !== undefined,
    ),
    need(
      'and it is the one that is there now',
      'noSuchText',
      (standing) => standing.asked.of === (isWhole(standing) ? undefined : standing.record.sanitised?.digest),
    ),
    need(
      'of a whole case: it is with the person',
      'notAssignee',
      (standing) => !isWhole(standing) || standing.record.assignee === standing.by,
    ),
    ...somebodyIsTold(isWhole),
  ],
  leaves: ['exported'],
  tells: { says: 'if it is a whole case', holds: isWhole },
  does: ({ record, asked: { what, place, log, of, json, pdf, words } }) => ({
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
