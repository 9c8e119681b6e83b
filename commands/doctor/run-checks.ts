import { LateError, withinDeadline } from '../../conversations/deadline.ts';
import { type Finding, found } from './finding.ts';

/** The names of the checks, in the order in which they are told. */
export const checkNames = [
  'settings',
  'store',
  'keys',
  'roles',
  'files',
  'clock',
  'entra',
  'token',
  'registration',
  'versions',
  'alerts',
  'posts',
  'backup',
  'address',
  'page',
] as const;
export type CheckName = (typeof checkNames)[number];

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
