import type { CaseAction, ActionRequirement } from '../../../core/casework/case-action.ts';
import type { OperationDefinition } from '../../../contract/operation-definition.ts';
import { operations } from '../../../contract/operations.ts';

const codes = (...names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ');
const codeOf = ({ onFailure: code }: ActionRequirement<never>): string =>
  typeof code === 'object' ? `precondition \`${code.gate}\`` : `\`${code}\``;
const lineOf = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const tableOf = (heads: readonly string[], rows: readonly (readonly string[])[]): readonly string[] => [
  lineOf(heads),
  lineOf(heads.map(() => '---')),
  ...rows.map(lineOf),
];

const definitions: readonly (readonly [string, OperationDefinition])[] = Object.entries(operations);

/** The operations by which each act is carried out, by the acts in their order. */
function byAct(): ReadonlyMap<CaseAction<never>, readonly string[]> {
  const all = new Map<CaseAction<never>, readonly string[]>();
  for (const [name, { action: act }] of definitions) if (act) all.set(act, [...(all.get(act) ?? []), name]);
  return all;
}

const actRow = ([act, names]: readonly [CaseAction<never>, readonly string[]]): readonly string[] => [
  `${act.description}: ${codes(...names)}`,
  act.allowedActors.description,
  [
    ...act.requirements.map((need) => `${need.description} (${codeOf(need)})`),
    ...(act.allowsErased && act.requirements.every((need) => need.onFailure !== 'erased')
      ? ['also for an erased case']
      : []),
  ].join('; ') || 'nothing',
  codes(...act.eventKinds),
  act.notifiesReserve?.description ?? 'no',
  act.peopleToNotify?.description ?? 'no one',
];

const isAcknowledgement = (name: string): boolean => name.endsWith('.acknowledge');

/** The operations without an act that leave an entry: they acknowledge cases, or hand something of a case out. */
const otherRows = (isListed: (name: string) => boolean): readonly (readonly string[])[] =>
  definitions.flatMap(([name, { action: act, auditTrail, roles }]) =>
    act === undefined && typeof auditTrail === 'object' && roles !== 'everybody' && isListed(name)
      ? [[codes(name), codes(...roles), codes(...auditTrail.history)]]
      : [],
  );

/** The page of everything that somebody decides on a case, as the acts themselves say it. */
export const actsPage = (): string =>
  `${[
    '# Acts on a case',
    '',
    '`npm run acts` writes this page from the acts in `core/casework/` and the definitions in `contract/`, by which the server decides, the tab shows preconditions and `tests/core/casework/four-eyes-search.test.ts` searches sequences.',
    '',
    'The server checks first who may: a case’s handlers are those who handle such cases, and a person who is shut out of a case is answered as if it did not exist. A repeated request of the same person is carried out once. An act that takes something back names the revision that its page showed. Nothing is done to an erased case unless the row says so. Then each need is checked in order; the first that is not met gives its code as the answer, and preconditions are told together. Words need room in the case (`full`, `fullToday`). Roles are looked up each time. The case, its entry and the alert that tells the reserve are one write.',
    '',
    ...tableOf(
      ['Act', 'Who may', 'Needs', 'Leaves', 'The reserve is told', 'Who is told that something waits'],
      [...byAct()].map(actRow),
    ),
    '',
    '## Acknowledging',
    '',
    '`core/casework/acknowledge-case.ts` does this without an act. A new case becomes acknowledged, and its alert stops: an urgent one comes again if no one opens the case. Case, entry and alert are one write.',
    '',
    ...tableOf(['Operation', 'Who may', 'Leaves'], otherRows(isAcknowledgement)),
    '',
    '## Reading',
    '',
    'These decide nothing. Their entry is written before anything is released.',
    '',
    ...tableOf(
      ['Operation', 'Who may', 'Leaves'],
      otherRows((name) => !isAcknowledgement(name)),
    ),
  ].join('\n')}\n`;
