import { z } from 'zod';
import {
  asksToSave,
  type ReportMove,
  type ReportState,
  reportStateSchema,
} from '../../concerns/reporting/report-flow.ts';
import { openSteps } from '../../concerns/terms/steps.ts';
import type { HeldFiles, Stopped } from '../files/held-files.ts';
import type { Position } from '../../conversations/conversation.ts';

export interface FilesPlace {
  /** `report`: from the card of the code on; `addition`: beside what is added to a case. */
  readonly takes: 'report' | 'addition' | undefined;
  /** The files went with what was written. */
  readonly isOver: boolean;
  /** An identity is kept, so a file's own words say little more. */
  readonly mayKeepOriginals: boolean;
}

/** The conversation itself loads only for those who come back. */
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

function leavesFiles(id: Position['id'], { verb, inputs }: ReportMove): boolean {
  if (id !== 'report') return verb === 'notWorse' || verb === 'nothing';
  // A draft keeps no files, nor does the earlier version of a report.
  const wish = verb === 'next' ? inputs['then'] : inputs['go'];
  return verb === 'later' || verb === 'leave' || wish === 'later';
}

/** Why a move is not made while files are held; `undefined` if it is. */
export function stoppedByFiles(
  { id }: Pick<Position, 'id'>,
  move: ReportMove,
  readiness: ReturnType<HeldFiles['readiness']>,
): Stopped | undefined {
  if (readiness === 'none') return undefined;
  if (asksToSave(move)) return readiness === 'ready' ? undefined : readiness;
  return leavesFiles(id, move) ? 'unsent' : undefined;
}
