import { storeSentence } from '../../bot/settings/store-sentence.ts';
import { StoreError } from '../../concerns/ports/store-error.ts';
import { LateError, withinDeadline } from '../../conversations/deadline.ts';
import { type Finding, found } from './findings.ts';

/** The names of the checks. `checks` has them in the order in which they are told. */
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

/** Ways for a check to tell while it looks: findings, and facts with numbers and nothing else of the deployment. */
export interface Tells {
  readonly tell: (finding: Finding) => void;
  readonly note: (fact: string) => void;
}

/** A look at one part of a deployment. Whatever it throws or however long it takes, the others are made. */
export interface Check {
  readonly name: CheckName;
  /** In milliseconds. */
  readonly deadlineMs: number;
  readonly look: (tells: Tells) => Promise<void>;
}

/** The outcome of a check. */
export interface Checked {
  readonly check: CheckName;
  readonly findings: readonly Finding[];
  readonly facts: readonly string[];
}

/** Something that a check needs, or what is found instead of it: the check does not apply then. */
export type Need<T> = { readonly has: T } | { readonly lacks: readonly Finding[] };

export const lacks = (...findings: readonly Finding[]): { readonly lacks: readonly Finding[] } => ({ lacks: findings });

/** The finding of a store that cannot answer, without where it is. */
export const refusedBy = ({ code }: StoreError): Finding => found('store-refused', storeSentence(new StoreError(code)));

/** One row: what is asked of a deployment, when that can be asked, and how it is found out. */
export interface CheckRow<At> {
  /** Several may have one name: they are made one after the other, and told as one check. */
  readonly name: CheckName;
  /** The question in words. */
  readonly asks: string;
  /** How long all of that name may take, in milliseconds; as long as a check usually may if it is missing. */
  readonly deadlineMs?: number;
  readonly look: (at: At, tells: Tells) => Promise<void>;
}

/** A row that looks once it has what it needs. A store that refuses to answer is a finding. */
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

/** Makes all checks at once. What one found before it failed or was late is told as well. Never rejects. */
export const runChecks = (checks: readonly Check[]): Promise<readonly Checked[]> => Promise.all(checks.map(runCheck));

/** Makes checks, all names at once, those of one name one after the other. Never rejects. */
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
