import { exitCodes, type Finding, findingKinds } from './findings.ts';
import type { Checked } from './run-checks.ts';

export const isWrong = ({ kind }: Finding): boolean => kind !== 'unseen';

export function exitOfKinds(kinds: readonly Finding['kind'][]): number {
  const first = findingKinds.find((kind) => kinds.includes(kind));
  return first === undefined ? 0 : exitCodes[first];
}

export const findingLines = (findings: readonly Finding[]): readonly string[] =>
  findings.flatMap(({ finding, says, toDo }) => [`  ${says}`, `    ${toDo} (${finding})`]);

/** 0 if nothing is wrong, otherwise the code of the kind to be put right first. */
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
