import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { roleSettingNames } from '../../../bot/config/role-settings.ts';
import { roles } from '../../../core/model/roles.ts';

const rolePeople = z.record(z.enum(roles), z.string());

/** Somebody for each role, who holds it alone. Others in each test file. */
export const idByRole = rolePeople.parse(Object.fromEntries(roles.map((role) => [role, randomUUID()])));

/** The settings that give each of them their role. */
export const roleEnvironment: Readonly<Record<string, string>> = Object.fromEntries(
  // A second one of the reserve, without whom nothing that may concern the unit is taken.
  roles.map((role) => [
    roleSettingNames[role],
    role === 'reserve' ? `${idByRole[role]} ${randomUUID()}` : idByRole[role],
  ]),
);
