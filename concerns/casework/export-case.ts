import type { Actor } from '../permissions.ts';
import {
  type AskedChange,
  type CaseOutcome,
  type CaseworkDependencies,
  changeCase,
  type SealedWords,
} from './change-case.ts';
import type { ExportPlace } from './outcomes.ts';

export interface AskedExport extends AskedChange {
  readonly what: 'sanitised' | 'whole';
  readonly place: ExportPlace;
  /** The digests of the files that leave: SHA-256, base64url. */
  readonly json: string;
  readonly pdf: string;
  /** Who receives it, and why. */
  readonly words: SealedWords;
}

/**
 * Notes that a case leaves, before it does: its sanitised text once a second person has signed that off, or the whole
 * of it for the person it is with. Throws StoreError.
 */
export const exportCase = (deps: CaseworkDependencies, by: Actor, asked: AskedExport): Promise<CaseOutcome> =>
  changeCase(deps, by, asked, ['exported'], ({ record, by: exporter }) => {
    const { what, place, json, pdf, words } = asked;
    if (what === 'sanitised' && record.sanitised?.signedBy === undefined) return { why: 'notSigned' };
    if (what === 'whole' && record.assignee !== exporter) return { why: 'notAssignee' };
    return { steps: [{ record, event: { kind: 'exported', detail: { what, place, json, pdf }, note: words } }] };
  });
