import { storeErrorText } from '../../bot/config/store-opening-error.ts';
import { StoreError } from '../../core/ports/store-error.ts';
import { DeadlineError, withinDeadline } from '../../dialogs/answer-deadline.ts';
import { exitCodes, type Finding, findingKinds, createFinding } from './findings.ts';

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
export interface CheckOutput {
  readonly addFinding: (finding: Finding) => void;
  readonly addFact: (fact: string) => void;
}

interface Check {
  readonly name: CheckName;
  readonly deadlineMs: number;
  readonly run: (tells: CheckOutput) => Promise<void>;
}

export interface CheckResult {
  readonly check: CheckName;
  readonly findings: readonly Finding[];
  readonly facts: readonly string[];
}

/** An unmet need says why, and the check does not apply. */
export type CheckRequirement<T> = { readonly has: T } | { readonly lacks: readonly Finding[] };

export const unmetRequirement = (...findings: readonly Finding[]): { readonly lacks: readonly Finding[] } => ({
  lacks: findings,
});

export const storeErrorFinding = ({ code }: StoreError): Finding =>
  createFinding('store-refused', storeErrorText(new StoreError(code)));

export interface CheckDefinition<At> {
  /** Checks of one name run in turn and are reported as one. */
  readonly name: CheckName;
  readonly question: string;
  readonly deadlineMs?: number;
  readonly run: (at: At, tells: CheckOutput) => Promise<void>;
}

export const defineCheck = <T, At>({
  needs: getRequirement,
  look: run,
  ...row
}: Omit<CheckDefinition<At>, 'run'> & {
  readonly needs: (at: At) => CheckRequirement<T> | Promise<CheckRequirement<T>>;
  readonly look: (needed: T, at: At, output: CheckOutput) => Promise<void> | void;
}): CheckDefinition<At> => ({
  ...row,
  run: async (at, output) => {
    try {
      const needed = await getRequirement(at);
      if ('lacks' in needed) needed.lacks.forEach(output.addFinding);
      else await run(needed.has, at, output);
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      output.addFinding(storeErrorFinding(error));
    }
  },
});

async function runCheck({ name, deadlineMs, run }: Check): Promise<CheckResult> {
  const findings: Finding[] = [];
  const facts: string[] = [];
  let isOver = false;
  const output: CheckOutput = {
    addFinding: (finding) => void (isOver || findings.push(finding)),
    addFact: (fact) => void (isOver || facts.push(fact)),
  };
  await withinDeadline(
    deadlineMs,
    async () => run(output),
    (error) => output.addFinding(createFinding(error instanceof DeadlineError ? 'check-late' : 'check-failed')),
  );
  isOver = true;
  return { check: name, findings, facts };
}

/** Runs all checks at once; findings before a failure or delay count as well. Never rejects. */
export const runChecks = (checks: readonly Check[]): Promise<readonly CheckResult[]> =>
  Promise.all(checks.map(runCheck));

export function runCheckDefinitions<At>(
  definitions: readonly CheckDefinition<At>[],
  at: At,
  defaultTimeoutMs: number,
): Promise<readonly CheckResult[]> {
  const named = Map.groupBy(definitions, ({ name }) => name);
  return runChecks(
    [...named].map(([name, its]) => ({
      name,
      deadlineMs: its[0]?.deadlineMs ?? defaultTimeoutMs,
      async run(tells) {
        for (const row of its) await row.run(at, tells);
      },
    })),
  );
}

export const isProblem = ({ kind }: Finding): boolean => kind !== 'unseen';

export function exitCodeForKinds(kinds: readonly Finding['kind'][]): number {
  const first = findingKinds.find((kind) => kinds.includes(kind));
  return first === undefined ? 0 : exitCodes[first];
}

export const formatFindings = (findings: readonly Finding[]): readonly string[] =>
  findings.flatMap(({ finding, says, toDo }) => [`  ${says}`, `    ${toDo} (${finding})`]);

export const resultsExitCode = (checked: readonly CheckResult[]): number =>
  exitCodeForKinds(checked.flatMap(({ findings }) => findings.map(({ kind }) => kind)));

const checkOutcome = ({ findings }: CheckResult): 'well' | 'wrong' | 'unseen' => {
  if (findings.some(isProblem)) return 'wrong';
  return findings.length > 0 ? 'unseen' : 'well';
};

const outcomeTexts = {
  well: 'OK',
  wrong: 'PROBLEM',
  unseen: 'no problem found, but not everything could be checked',
} as const;

export function formatResults(checked: readonly CheckResult[]): readonly string[] {
  const wrong = checked.flatMap(({ findings }) => findings.filter(isProblem)).length;
  const lines = checked.flatMap((one) => [
    `${one.check}: ${outcomeTexts[checkOutcome(one)]}.`,
    ...one.facts.map((fact) => `  ${fact}`),
    ...formatFindings(one.findings),
  ]);
  const end =
    wrong === 0 ? 'No problems found.' : `Problems found: ${wrong}. docs/guides/doctor.md says what each check does.`;
  return [...lines, '', end];
}

export const formatResultsJson = (checked: readonly CheckResult[]): string =>
  JSON.stringify({
    format: 1,
    isWell: resultsExitCode(checked) === 0,
    exit: resultsExitCode(checked),
    checks: checked.map((one) => ({ ...one, outcome: checkOutcome(one) })),
  });
