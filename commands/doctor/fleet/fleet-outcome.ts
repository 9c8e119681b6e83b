import type { Finding } from '../findings.ts';
import { isWrong, exitOfKinds, findingLines } from '../outcome.ts';
import type { SeenFleet, SeenForce } from './look-at-fleet.ts';

const findingsOf = ({ checks }: SeenForce): readonly Finding[] => checks.flatMap(({ findings }) => findings);
const wrongOf = (force: SeenForce): readonly Finding[] => findingsOf(force).filter(isWrong);

export const exitOfFleet = ({ file, forces }: SeenFleet): number =>
  exitOfKinds([...file, ...forces.flatMap(findingsOf)].map(({ kind }) => kind));

const factsOf = ({ checks }: SeenForce): readonly string[] => checks.flatMap(({ facts }) => facts);

function certificateDays(force: SeenForce): number | undefined {
  const days = factsOf(force).flatMap((fact) => /lasts (\d+) more days/u.exec(fact)?.[1] ?? []);
  return days[0] === undefined ? undefined : Number(days[0]);
}

const isReady = (force: SeenForce): boolean => factsOf(force).includes('It says that it is ready.');

function versionsOf({ forces }: SeenFleet): ReadonlyMap<string, readonly string[]> {
  const groups = Map.groupBy(forces, ({ version }) => version ?? 'unknown');
  return new Map([...groups].map(([version, of]) => [version, of.map(({ name }) => name)]));
}

const widths = [26, 14, 14, 8, 13] as const;
const cells = (values: readonly string[]): string =>
  `  ${values.map((value, place) => value.padEnd(widths[place] ?? 0)).join('')}`.trimEnd();

function forceRow(force: SeenForce): string {
  const { name, version = 'unknown', pages = 'not seen' } = force;
  const days = certificateDays(force);
  const wrong = wrongOf(force).length;
  const outcome = wrong === 0 ? 'well' : `TO BE PUT RIGHT: ${wrong}`;
  const certificate = days === undefined ? 'not seen' : `${days} days`;
  return cells([name, version, pages, isReady(force) ? 'yes' : 'not said', certificate, outcome]);
}

function versionsLine(fleet: SeenFleet): string {
  const versions = [...versionsOf(fleet)];
  const [first] = versions;
  if (versions.length <= 1) return `By the file all run ${first?.[0] ?? 'nothing'}.`;
  return `Versions differ, by the file: ${versions.map(([version, names]) => `${version} in ${names.length}`).join(', ')}.`;
}

export function fleetText(fleet: SeenFleet): readonly string[] {
  const { train, file, forces } = fleet;
  const wrong = file.length + forces.flatMap(wrongOf).length;
  return [
    `The train is ${train}. ${forces.length} forces were looked at from outside:`,
    cells(['force', 'version', 'pages', 'ready', 'certificate', 'outcome']),
    ...forces.map(forceRow),
    versionsLine(fleet),
    ...findingLines(file),
    ...forces.flatMap((force) => {
      const lines = findingLines(findingsOf(force));
      return lines.length === 0 ? [] : ['', `${force.name}:`, ...lines];
    }),
    '',
    wrong === 0
      ? 'Nothing was found that is to be put right.'
      : `To be put right: ${wrong}. docs/guides/doctor.md says more of each.`,
  ];
}

export const fleetJson = (fleet: SeenFleet): string =>
  JSON.stringify({
    format: 1,
    isWell: exitOfFleet(fleet) === 0,
    exit: exitOfFleet(fleet),
    train: fleet.train,
    versions: Object.fromEntries(versionsOf(fleet)),
    file: fleet.file,
    forces: fleet.forces.map((force) => ({
      ...force,
      isWell: wrongOf(force).length === 0,
      isReady: isReady(force),
      certificateDays: certificateDays(force),
    })),
  });
