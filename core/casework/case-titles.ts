import { type CaseStore, readCaseIfAllowed } from '../ports/case-store.ts';
import type { CaseId } from '../model/case-id.ts';
import type { StoredCaseTitle } from '../model/case-title.ts';
import { digestOfSeal } from '../model/digests.ts';
import type { HandledBy } from '../model/handled-by.ts';
import { type Actor, maySee } from '../model/permissions.ts';
import { type ChangeRequest, handlers, requirement, type SealedNote } from './case-action.ts';
import { createUseCase } from './use-case.ts';

export interface TitledCase {
  readonly caseId: CaseId;
  readonly handledBy: HandledBy;
  readonly title: StoredCaseTitle;
}

/**
 * The sealed titles of some cases. A case that the person may not see, or that has none, is left out alike. Throws
 * StoreError.
 */
export async function readCaseTitles(
  { cases }: { readonly cases: Pick<CaseStore, 'readAccess' | 'read'> },
  by: Actor,
  caseIds: readonly CaseId[],
): Promise<readonly TitledCase[]> {
  const found = await Promise.all(
    [...new Set(caseIds)].map((caseId) => readCaseIfAllowed(cases, caseId, (access) => maySee(by, access))),
  );
  return found.flatMap((one) =>
    one?.value.caseTitle
      ? [{ caseId: one.value.caseId, handledBy: one.value.handledBy, title: one.value.caseTitle }]
      : [],
  );
}

export interface SetTitleRequest extends ChangeRequest {
  readonly title: Omit<StoredCaseTitle, 'by'>;
  readonly replaces?: string | undefined;
  /** The same title for the history, so that no one hides an earlier one by writing over it. */
  readonly words: SealedNote;
}

export const setTitle = createUseCase<SetTitleRequest>({
  description: 'Give a case a working title and subject',
  allowedActors: handlers,
  requirements: [
    requirement('it is sealed under a key that its group uses now', 'olderKey', ({ record, input, rules }) =>
      rules.keyGenerations(record.handledBy).includes(input.title.generation),
    ),
    requirement(
      'it is the version that follows the one that is there',
      'state',
      ({ record: { caseTitle }, input }) =>
        input.title.version === (caseTitle?.version ?? 0) + 1 &&
        input.replaces === (caseTitle && digestOfSeal(caseTitle.sealed)),
    ),
  ],
  eventKinds: ['titled'],
  apply: ({ record, by, input: { title, words } }) => {
    const { sealed, version, generation } = title;
    return {
      steps: [
        {
          record: { ...record, caseTitle: { sealed, version, generation, by } },
          event: { kind: 'titled', detail: { of: digestOfSeal(sealed), version }, note: words },
        },
      ],
    };
  },
});
