import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { roleSettings } from '../../../bot/config/roles.ts';
import { roles } from '../../../core/model/directory.ts';

const ofEachRole = z.record(z.enum(roles), z.string());

/** Somebody for each role, who holds it alone. Others in each test file. */
export const idOfRole = ofEachRole.parse(Object.fromEntries(roles.map((role) => [role, randomUUID()])));

/** The settings that give each of them their role. */
export const settingsOfRoles: Readonly<Record<string, string>> = Object.fromEntries(
  // A second one of the reserve, without whom nothing that may concern the unit is taken.
  roles.map((role) => [roleSettings[role], role === 'reserve' ? `${idOfRole[role]} ${randomUUID()}` : idOfRole[role]]),
);
