import type { CaseAction, Requirement } from '../../../core/casework/case-action.ts';
import type { OperationDefinition } from '../../../contract/operation-definition.ts';
import { operations } from '../../../contract/operations.ts';

const codes = (...names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ');
const codeOf = ({ else: code }: Requirement<never>): string =>
  typeof code === 'object' ? `gate \`${code.gate}\`` : `\`${code}\``;
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
  for (const [name, { act }] of definitions) if (act) all.set(act, [...(all.get(act) ?? []), name]);
  return all;
}

const actRow = ([act, names]: readonly [CaseAction<never>, readonly string[]]): readonly string[] => [
  `${act.says}: ${codes(...names)}`,
  act.who.says,
  [
    ...act.needs.map((need) => `${need.says} (${codeOf(need)})`),
    ...(act.evenErased && act.needs.every((need) => need.else !== 'erased') ? ['of an erased case as well'] : []),
  ].join('; ') || 'no more',
  codes(...act.leaves),
  act.tells?.says ?? 'no',
  act.waits?.says ?? 'nobody',
];

/** The operations that hand something of a case out, or take note of it, and whose entry says so. */
const lookRows = (): readonly (readonly string[])[] =>
  definitions.flatMap(([name, { act, leaves, roles }]) =>
    act === undefined && typeof leaves === 'object' && roles !== 'everybody'
      ? [[codes(name), codes(...roles), codes(...leaves.history)]]
      : [],
  );

/** The page of everything that somebody decides on a case, as the acts themselves say it. */
export const actsPage = (): string =>
  `${[
    '# Acts on a case',
    '',
    'Written by `npm run acts` from the acts in `core/casework/` and the definitions in `contract/`. The server decides by them, the search of sequences (`tests/core/casework/four-eyes-search.test.ts`) runs on them, and the gates that the tab shows are theirs. A test holds this page to them.',
    '',
    'Of each act it is asked first who may. A case that somebody may not see is as one that does not exist. A request of the same person is carried out once. An act that takes something back needs the revision that its page showed. Of an erased case nothing is done, but where it says so. Then each need is looked at in its order, and the first that does not hold is the answer, by its code; gates that stand are told together. Words need room in the case (`full`, `fullToday`). Who holds a role is asked anew each time. Everything is one write: the case, its entry, and the alert by which the reserve is told.',
    '',
    ...tableOf(
      ['Act', 'Who may', 'What it needs', 'What it leaves', 'The reserve is told', 'Who is told that something waits'],
      [...byAct()].map(actRow),
    ),
    '',
    '## Looks',
    '',
    'These decide nothing. Their entry is written before anything is handed out.',
    '',
    ...tableOf(['Operation', 'Who may', 'What it leaves'], lookRows()),
  ].join('\n')}\n`;
