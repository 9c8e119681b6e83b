import { storeSentence } from '../../bot/config/store-error-text.ts';
import { StoreError } from '../../core/ports/store-error.ts';
import { LateError, withinDeadline } from '../../dialogs/answer-deadline.ts';
import { exitCodes, type Finding, findingKinds, found } from './findings.ts';

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

interface Check {
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

export const isWrong = ({ kind }: Finding): boolean => kind !== 'unseen';

export function exitOfKinds(kinds: readonly Finding['kind'][]): number {
  const first = findingKinds.find((kind) => kinds.includes(kind));
  return first === undefined ? 0 : exitCodes[first];
}

export const findingLines = (findings: readonly Finding[]): readonly string[] =>
  findings.flatMap(({ finding, says, toDo }) => [`  ${says}`, `    ${toDo} (${finding})`]);

export const exitOf = (checked: readonly Checked[]): number =>
  exitOfKinds(checked.flatMap(({ findings }) => findings.map(({ kind }) => kind)));

const outcomeOf = ({ findings }: Checked): 'well' | 'wrong' | 'unseen' => {
  if (findings.some(isWrong)) return 'wrong';
  return findings.length > 0 ? 'unseen' : 'well';
};

const shown = {
  well: 'well',
  wrong: 'TO BE PUT RIGHT',
  unseen: 'nothing wrong was seen, and not all could be looked at',
} as const;

export function textOf(checked: readonly Checked[]): readonly string[] {
  const wrong = checked.flatMap(({ findings }) => findings.filter(isWrong)).length;
  const lines = checked.flatMap((one) => [
    `${one.check}: ${shown[outcomeOf(one)]}.`,
    ...one.facts.map((fact) => `  ${fact}`),
    ...findingLines(one.findings),
  ]);
  const end =
    wrong === 0
      ? 'Nothing was found that is to be put right.'
      : `To be put right: ${wrong}. docs/guides/doctor.md says more of each.`;
  return [...lines, '', end];
}

export const jsonOf = (checked: readonly Checked[]): string =>
  JSON.stringify({
    format: 1,
    isWell: exitOf(checked) === 0,
    exit: exitOf(checked),
    checks: checked.map((one) => ({ ...one, outcome: outcomeOf(one) })),
  });
