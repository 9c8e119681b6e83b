import { z } from 'zod';
import {
  asksToSave,
  type ReportMove,
  type ReportState,
  reportStateSchema,
} from '../../concerns/reporting/report-flow.ts';
import { openSteps } from '../../concerns/terms/steps.ts';
import type { HeldFiles } from '../files/held-files.ts';
import type { Stopped } from '../files/held-view.ts';
import type { Position } from '../../conversations/conversation.ts';

/** Whether files may be added where somebody is, and what becomes of those that they added. */
export interface FilesPlace {
  /** `report`, from the card of the code on; `addition`, beside what is added to a case. */
  readonly takes: 'report' | 'addition' | undefined;
  /** The files went with what was written: they are held no longer. */
  readonly isOver: boolean;
  /** A file may go as it was: an identity is kept, so that its own words say little more. */
  readonly mayKeepOriginals: boolean;
}

/** As much of a state of coming back as is asked here: what leads through it is loaded by who comes back. */
const comeBackSchema = z.looseObject({ at: z.string(), asking: z.unknown().optional() });

const nowhere: FilesPlace = { takes: undefined, isOver: false, mayKeepOriginals: false };

function placeInReport({ at, answers, route }: ReportState): FilesPlace {
  if (at === 'receipt') return { ...nowhere, isOver: true };
  if (at === 'kept') return nowhere;
  const mode = route === 'hub' ? 'notKept' : answers.mode;
  const mayKeepOriginals = mode !== undefined && mode !== '' && mode !== 'notKept';
  if (at === 'differs') return { takes: 'report', isOver: false, mayKeepOriginals };
  const open = openSteps(answers, route).map(({ id }) => id);
  const isAfterCode = open.indexOf(at) >= open.indexOf('code');
  return { takes: isAfterCode ? 'report' : undefined, isOver: false, mayKeepOriginals };
}

/** The place of files at a step of a conversation. Where somebody comes back it is not known whether an identity is kept. */
export function filesPlace({ id, state }: Position): FilesPlace {
  if (id === 'report') {
    const { data } = reportStateSchema.safeParse(state);
    return data ? placeInReport(data) : nowhere;
  }
  const { data } = comeBackSchema.safeParse(state);
  if (data === undefined) return nowhere;
  const isOver = data.at === 'added' || data.at === 'apart';
  const takes = data.at === 'case' && data.asking === undefined ? 'addition' : undefined;
  return { takes, isOver, mayKeepOriginals: false };
}

/** Whether a move ends, or answers, without the files that are held. */
function leavesFiles(id: Position['id'], { verb, inputs }: ReportMove): boolean {
  if (id !== 'report') return verb === 'notWorse' || verb === 'nothing';
  // A draft keeps no files, and neither does the earlier version of a report.
  const wish = verb === 'next' ? inputs['then'] : inputs['go'];
  return verb === 'later' || verb === 'leave' || wish === 'later';
}

/** Why a move is not made while files are held as they are; `undefined` where it is. */
export function stoppedByFiles(
  { id }: Pick<Position, 'id'>,
  move: ReportMove,
  readiness: ReturnType<HeldFiles['readiness']>,
): Stopped | undefined {
  if (readiness === 'none') return undefined;
  if (asksToSave(move)) return readiness === 'ready' ? undefined : readiness;
  return leavesFiles(id, move) ? 'unsent' : undefined;
}
