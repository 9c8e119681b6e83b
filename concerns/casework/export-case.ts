import type { ExportPlace } from '../terms/outcomes.ts';
import { type AskedChange, type Asking, handlers, need, type SealedWords } from './act.ts';
import { makeUseCase } from './change-case.ts';
import { somebodyIsTold } from './second-person.ts';

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
 * Notes an export before it leaves: the signed-off text, or the whole case for the person it is with, of which the
 * reserve is told.
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
