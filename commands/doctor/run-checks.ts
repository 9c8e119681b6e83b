import { storeSentence } from '../../bot/settings/store-sentence.ts';
import { StoreError } from '../../concerns/ports/store-error.ts';
import { LateError, withinDeadline } from '../../conversations/deadline.ts';
import { type Finding, found } from './findings.ts';

type CheckName =
  | 'settings'
  | 'store'
  | 'keys'
  | 'roles'
  | 'files'
  | 'clock'
  | 'entra'
  | 'token'
  | 'registration'
  | 'versions'
  | 'alerts'
  | 'posts'
  | 'backup'
  | 'address'
  | 'page';

/** Findings, and facts with numbers and nothing else of the deployment. */
export interface Tells {
  readonly tell: (finding: Finding) => void;
  readonly note: (fact: string) => void;
}

/** An error or a delay in one check stops no other. */
export interface Check {
  readonly name: CheckName;
  readonly deadlineMs: number;
  readonly look: (tells: Tells) => Promise<void>;
}

export interface Checked {
  readonly check: CheckName;
  readonly findings: readonly Finding[];
  readonly facts: readonly string[];
}

/** A need that is not met says why instead, and the check does not apply. */
export type Need<T> = { readonly has: T } | { readonly lacks: readonly Finding[] };

export const lacks = (...findings: readonly Finding[]): { readonly lacks: readonly Finding[] } => ({ lacks: findings });

export const refusedBy = ({ code }: StoreError): Finding => found('store-refused', storeSentence(new StoreError(code)));

export interface CheckRow<At> {
  /** Checks of one name are made one after the other and told as one. */
  readonly name: CheckName;
  readonly asks: string;
  readonly deadlineMs?: number;
  readonly look: (at: At, tells: Tells) => Promise<void>;
}

export const checkRow = <T, At>({
  needs,
  look,
  ...row
}: Omit<CheckRow<At>, 'look'> & {
  readonly needs: (at: At) => Need<T> | Promise<Need<T>>;
  readonly look: (needed: T, at: At, tells: Tells) => Promise<void> | void;
}): CheckRow<At> => ({
  ...row,
  look: async (at, tells) => {
    try {
      const needed = await needs(at);
      if ('lacks' in needed) needed.lacks.forEach(tells.tell);
      else await look(needed.has, at, tells);
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      tells.tell(refusedBy(error));
    }
  },
});

async function runCheck({ name, deadlineMs, look }: Check): Promise<Checked> {
  const findings: Finding[] = [];
  const facts: string[] = [];
  let isOver = false;
  const tells: Tells = {
    tell: (finding) => void (isOver || findings.push(finding)),
    note: (fact) => void (isOver || facts.push(fact)),
  };
  await withinDeadline(
    deadlineMs,
    async () => look(tells),
    (error) => tells.tell(found(error instanceof LateError ? 'check-late' : 'check-failed')),
  );
  isOver = true;
  return { check: name, findings, facts };
}

/** Makes all checks at once. Findings before a failure or a delay are told as well. Never rejects. */
export const runChecks = (checks: readonly Check[]): Promise<readonly Checked[]> => Promise.all(checks.map(runCheck));

export function makeChecks<At>(rows: readonly CheckRow<At>[], at: At, usualMs: number): Promise<readonly Checked[]> {
  const named = Map.groupBy(rows, ({ name }) => name);
  return runChecks(
    [...named].map(([name, its]) => ({
      name,
      deadlineMs: its[0]?.deadlineMs ?? usualMs,
      async look(tells) {
        for (const row of its) await row.look(at, tells);
      },
    })),
  );
}
