import type { FileStore } from '../../concerns/ports/file-store.ts';
import type { Seal } from '../../concerns/ports/seal.ts';
import type { Store } from '../../concerns/ports/store.ts';
import type { Clock } from '../../concerns/terms/clock.ts';
import type { LiveTopics } from '../../guidance/topic.ts';
import { createMailboxProofs } from '../running/mailbox-proofs.ts';
import type { ServerSettings } from '../settings/server-settings.ts';
import type { ReportOperationsDependencies } from './report-operations.ts';

/** Everything that the operations of reporting work with, at the page of the staff as at that of the partners. */
export const reportingOf = (
  settings: ServerSettings,
  deps: Pick<ReportOperationsDependencies, 'onTaken' | 'onDoubt' | 'deskOf' | 'budgetOf' | 'staffing'> & {
    readonly store: Pick<Store, 'cases'>;
    /** Where sealed files are kept; missing where none are taken. */
    readonly files?: FileStore | undefined;
    readonly seal: Seal;
    readonly topicsNow: LiveTopics;
    readonly clock: Clock;
  },
): ReportOperationsDependencies => ({
  ...deps,
  ...(deps.files && { keeping: { files: deps.files, cases: deps.store.cases, clock: deps.clock } }),
  proofs: createMailboxProofs({ ...settings, seal: deps.seal, clock: deps.clock }),
  recipients: settings.recipients,
  retired: settings.retired,
  signedList: settings.signedList,
  contacts: settings.contacts,
  shortRoles: settings.casework.shortRoles,
  timeLimits: settings.casework.timeLimits,
  messages: settings.casework.messages,
  timeZone: settings.timeZone,
  tenantId: settings.tenantId,
});
