import type { ExportPlace } from '../terms/outcomes.ts';
import { type Asking, handlers, need } from './act.ts';
import type { AskedChange, SealedWords } from './casework.ts';
import { makeUseCase } from './use-case.ts';
import { somebodyIsTold } from './second-person.ts';

export interface AskedExport extends AskedChange {
  readonly what: 'sanitised' | 'whole';
  readonly place: ExportPlace;
  /** Of a whole case: its decision log leaves with it. */
  readonly log?: true | undefined;
  /** Of a sanitised text: the digest of the seal that it was read from. */
  readonly of?: string | undefined;
  /** The digests of the files that leave: SHA-256, base64url. */
  readonly json: string;
  readonly pdf: string;
  /** Who receives it, and why. */
  readonly words: SealedWords;
}

const isWhole = ({ asked }: Asking<AskedExport>): boolean => asked.what === 'whole';

/**
 * Notes that a case leaves, before it does: its sanitised text once a second person has signed that off, or the whole
 * of it for the person it is with, with its decision log where that is asked for: the reserve is told of that. Throws StoreError.
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
  // A second person has agreed to what is sanitised.
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
