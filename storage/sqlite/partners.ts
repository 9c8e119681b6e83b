import { z } from 'zod';
import type { PartnerStore } from '../../concerns/ports/partner-store.ts';
import type { Versioned } from '../../concerns/records/case-record.ts';
import { invitationSchema, organisationSchema, signInKeyOf } from '../../concerns/records/partner-record.ts';
import { keptRow, keptRowIfReadable, rowOf } from '../kept.ts';
import { parsed } from '../parsed.ts';
import { over as overOf } from '../record-shapes.ts';
import type { SqliteFile } from './sqlite-file.ts';

const rowSchema = z.object({ record: z.string(), version: z.string() });
const columns = 'record, CAST(version AS TEXT) AS version';

const readable = <Schema extends z.ZodType>(
  kind: 'organisation' | 'invitation',
  schema: Schema,
  row: unknown,
): readonly Versioned<z.output<Schema>>[] => {
  const { value, version } = keptRowIfReadable(kind, schema, parsed(rowSchema, row));
  return value === undefined ? [] : [{ value, version }];
};

/** Organisations and their invitations in SQLite. */
export const sqlitePartners = (file: SqliteFile): PartnerStore => ({
  organisations: async () =>
    file
      .rows(`SELECT ${columns} FROM organisations ORDER BY id`)
      .flatMap((row) => readable('organisation', organisationSchema, row)),

  async saveOrganisation(organisation, over) {
    const at = over === undefined ? undefined : overOf('organisation', over);
    const record = rowOf('organisation', organisation, at?.mark);
    const written = await file.transaction(() =>
      at === undefined
        ? file.write(
            'INSERT INTO organisations (id, version, record) VALUES (?, 1, ?) ON CONFLICT (id) DO NOTHING',
            organisation.id,
            record,
          )
        : file.write(
            'UPDATE organisations SET version = version + 1, record = ? WHERE id = ? AND CAST(version AS TEXT) = ?',
            record,
            organisation.id,
            at.version,
          ),
    );
    return written === 1 ? 'saved' : 'moved';
  },

  invitations: async () =>
    file
      .rows(`SELECT ${columns} FROM invitations ORDER BY id`)
      .flatMap((row) => readable('invitation', invitationSchema, row)),

  async findInvitation(by) {
    const row =
      'id' in by
        ? file.row(`SELECT ${columns} FROM invitations WHERE id = ?`, by.id)
        : file.row(`SELECT ${columns} FROM invitations WHERE sign_in = ?`, by.signIn);
    return row === undefined ? undefined : keptRow('invitation', invitationSchema, parsed(rowSchema, row));
  },

  async saveInvitation(invitation, over) {
    const at = over === undefined ? undefined : overOf('invitation', over);
    const record = rowOf('invitation', invitation, at?.mark);
    const signIn = invitation.access ? signInKeyOf(invitation.access) : null;
    const written = await file.transaction(() =>
      at === undefined
        ? file.write(
            `INSERT INTO invitations (id, version, sign_in, record) VALUES (?, 1, ?, ?) ON CONFLICT (id) DO NOTHING`,
            invitation.id,
            signIn,
            record,
          )
        : file.write(
            `UPDATE invitations SET version = version + 1, sign_in = ?, record = ?
             WHERE id = ? AND CAST(version AS TEXT) = ?`,
            signIn,
            record,
            invitation.id,
            at.version,
          ),
    );
    return written === 1 ? 'saved' : 'moved';
  },
});
