import type { Actor } from '../records/permissions.ts';
import type { AskedChange, CaseOutcome, CaseworkDependencies, SealedWords } from './casework.ts';
import { changeCase } from './change-case.ts';
import { tellingRefusal, told } from './second-person.ts';
import type { ExportPlace } from '../terms/outcomes.ts';

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

/**
 * Notes that a case leaves, before it does: its sanitised text once a second person has signed that off, or the whole
 * of it for the person it is with, with its decision log where that is asked for: the reserve is told of that. Throws StoreError.
 */
export const exportCase = (deps: CaseworkDependencies, by: Actor, asked: AskedExport): Promise<CaseOutcome> =>
  changeCase(deps, by, asked, ['exported'], async (standing) => {
    const { record, by: exporter } = standing;
    const { what, place, log, of, json, pdf, words } = asked;
    if (log === true && what !== 'whole') return { why: 'state' };
    if (what === 'sanitised' && record.sanitised?.signedBy === undefined) return { why: 'notSigned' };
    if (of !== (what === 'sanitised' ? record.sanitised?.digest : undefined)) return { why: 'noSuchText' };
    if (what === 'whole' && record.assignee !== exporter) return { why: 'notAssignee' };
    const step = {
      record,
      event: {
        kind: 'exported',
        detail: { what, place, ...(log && { log }), ...(of !== undefined && { of }), json, pdf },
        note: words,
      },
    } as const;
    // A second person has agreed to what is sanitised.
    if (what === 'sanitised') return { steps: [step] };
    return (await tellingRefusal(deps, standing)) ?? told(step, standing);
  });
