import { getByPath, isJsonArray, type Json, scalarToText } from '../../deploy/azure/json.ts';
import { listResources } from '../support/deploy/template-text.ts';
import { unitsAtRest, unitsPerReport } from './request-units.ts';

/** Microsoft's bills count 730 hours a month. */
const hours = 730;
const minutes = hours * 60;
const weeks = hours / (24 * 7);
const million = 1_000_000;

const reportsAWeek = [20, 200, 2_000] as const;

/** The least that Azure takes: a database whose containers share it, by hand and by autoscale. */
const least = { provisioned: 400, autoscale: 100 } as const;

/** How often Azure asks a server whether it is ready, and how many servers there are, by the template. */
function readServers(template: Json): { readonly servers: number; readonly looksAMinute: number } {
  const app = listResources(template).find(({ type }) => type === 'Microsoft.App/containerApps');
  const containers = getByPath(app?.said, 'properties', 'template', 'containers');
  const probes = getByPath(isJsonArray(containers) ? containers[0] : undefined, 'probes');
  const readiness = (isJsonArray(probes) ? probes : []).find((probe) => getByPath(probe, 'type') === 'Readiness');
  return {
    servers: Number(scalarToText(getByPath(app?.said, 'properties', 'template', 'scale', 'minReplicas'))),
    looksAMinute: 60 / Number(scalarToText(getByPath(readiness, 'periodSeconds'))),
  };
}

export const unitsOfAMinuteAtRest = (looksAMinute: number): number =>
  unitsAtRest.queries * unitsAtRest.unitsOfAQuery + unitsAtRest.pointReads + looksAMinute * unitsAtRest.unitsOfALook;

const round = (value: number, digits = 1): string => value.toFixed(digits);
const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** Prices in US dollars that Microsoft's own examples give: https://learn.microsoft.com/azure/cosmos-db/understand-your-bill, of 31 March 2022. */
const example = { hour: 0.008, autoscaleHour: 0.008 * 1.5, millionUnits: 0.25 } as const;

/** The part of the guide for Azure about Cosmos DB, in units, with an example of prices. */
export function renderCosmosBill(template: Json): string {
  const { servers, looksAMinute } = readServers(template);
  const atRest = (servers * minutes * unitsOfAMinuteAtRest(looksAMinute)) / million;
  const ofReports = reportsAWeek.map(
    (reports) => (reports * weeks * (unitsPerReport.saved + unitsPerReport.alerted)) / million,
  );
  const unitHours = { provisioned: (least.provisioned / 100) * hours, autoscale: (least.autoscale / 100) * hours };
  const dollars = (value: number): string => `$${round(value, 2)}`;
  const each = (value: string): readonly string[] => reportsAWeek.map(() => value);
  return [
    row([
      'a month of Cosmos DB',
      ...reportsAWeek.map((reports) => `${reports.toLocaleString('en-GB')} reports a week`),
    ]),
    row(['---', ...each('---')]),
    row(['units of reports and their alerts', ...ofReports.map((units) => `${round(units, 2)} million`)]),
    row([`units of ${servers} servers at rest`, ...each(`${round(atRest)} million`)]),
    row(['**provisioned**: hours of 100 units a second', ...each(`${unitHours.provisioned} × P`)]),
    row(['**autoscale** (the template): hours of 100 units a second', ...each(`${unitHours.autoscale} × A`)]),
    row(['**serverless**: millions of units', ...ofReports.map((units) => `${round(atRest + units)} × S`)]),
    row(['for example provisioned', ...each(dollars(unitHours.provisioned * example.hour))]),
    row(['for example autoscale', ...each(dollars(unitHours.autoscale * example.autoscaleHour))]),
    row(['for example serverless', ...ofReports.map((units) => dollars((atRest + units) * example.millionUnits))]),
  ].join('\n');
}
