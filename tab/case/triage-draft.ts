import type { CaseView } from '../../contract/operation-answers.ts';
import { type Grading, gradingSchema } from '../../core/model/grading.ts';
import {
  type Flag,
  flags,
  nationalCategories,
  type NationalCategory,
  toRecordedTowards,
  recordedTowardsOptions,
  type RecordedTowards,
} from '../../core/model/classification.ts';
import { type Regime, regimes } from '../../core/model/case-terms.ts';

export interface TriageDraft {
  readonly category: string;
  readonly source: string;
  readonly assessment: string;
  readonly handling: string;
  readonly action: string;
  readonly sanitisation: string;
  readonly flags: readonly Flag[];
  readonly regime: string;
  readonly towards: string;
}
export type TriageField = Exclude<keyof TriageDraft, 'flags' | 'towards'>;

/** Preselects only flags and `towards`, as the answers suggest. */
export const toTriageDraft = (
  { nationalCategory, grading, flags: storedFlags, regime, towards }: CaseView['record'],
  reportedTowards?: string,
): TriageDraft => ({
  category: nationalCategory ?? '',
  source: grading?.source ?? '',
  assessment: grading?.assessment ?? '',
  handling: grading?.handling ?? '',
  action: grading?.action ?? '',
  sanitisation: grading?.sanitisation ?? '',
  flags: storedFlags,
  regime: regime ?? '',
  towards: towards ?? toRecordedTowards(reportedTowards) ?? '',
});

/** In the form's order. Conditional codes count only under "with conditions". */
export function missingTriageFields(draft: TriageDraft): readonly TriageField[] {
  const always = ['category', 'source', 'assessment', 'handling'] as const;
  const conditional = draft.handling === 'C' ? (['action', 'sanitisation'] as const) : [];
  return [...always, ...conditional, 'regime' as const].filter((field) => draft[field] === '');
}

const findOption = <T extends string>(options: readonly T[], text: string): T | undefined =>
  options.find((option) => option === text);

/** `undefined` while something is missing. Drops conditional codes if there are no conditions. */
export function parseTriageDraft(draft: TriageDraft):
  | {
      readonly category: NationalCategory;
      readonly grading: Grading;
      readonly flags: Flag[];
      readonly regime: Regime;
      readonly towards?: RecordedTowards;
    }
  | undefined {
  const { source, assessment, handling, action, sanitisation } = draft;
  const conditions = handling === 'C' ? { action, sanitisation } : {};
  const grading = gradingSchema.safeParse({ source, assessment, handling, ...conditions }).data;
  const category = findOption(nationalCategories, draft.category);
  const regime = findOption(regimes, draft.regime);
  if (grading === undefined || category === undefined || regime === undefined) return undefined;
  const towards = findOption(recordedTowardsOptions, draft.towards);
  return {
    category,
    grading,
    flags: flags.filter((flag) => draft.flags.includes(flag)),
    regime,
    ...(towards && { towards }),
  };
}
