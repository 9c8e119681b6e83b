import { getSettingMetadata, settingNames } from './settings-schema.ts';
import type { Decider, Decision } from './settings-table.ts';
import { contactWordSettings } from './word-settings.ts';

export interface SettingToDecide extends Decision {
  readonly name: string;
  readonly decidedBy: Decider;
  /** "Needed: …", if a server does not start without it. */
  readonly description: string;
  /** The end of a sentence that begins "it must be". */
  readonly expected?: string;
}

/** In the order in which they are asked. */
export const deciderNames: Readonly<Record<Decider, string>> = {
  force: 'the person who leads Candour in the force',
  unit: 'the head of the unit',
  reserve: 'the reserve officers',
  ceremony: 'the key ceremony',
  operators: 'the operators',
  counsel: 'counsel',
};

const findDecisions = (): readonly SettingToDecide[] => [
  ...contactWordSettings.flatMap(({ decide, ...setting }) =>
    decide === undefined ? [] : [{ ...setting, ...decide, decidedBy: 'force' as const }],
  ),
  ...settingNames.flatMap((name) => {
    const { decide, decidedBy, description, expected } = getSettingMetadata(name);
    if (decide === undefined) return [];
    return [{ name, decidedBy, description, ...(expected !== undefined && { expected }), ...decide }];
  }),
];

/** Settings that a force decides before people report, by who decides: a server starts with these alone. */
export const settingsToDecide: readonly SettingToDecide[] = Object.keys(deciderNames).flatMap((decider) =>
  findDecisions().filter(({ decidedBy }) => decidedBy === decider),
);
