import { z } from 'zod';
import { parseSubmitted } from '../../../cards/submitted.ts';
import type { IncomingActivity } from '../../teams/incoming-activity.ts';

const actionSchema = z.looseObject({
  value: z.looseObject({
    action: z.looseObject({ data: z.unknown().optional() }).optional(),
    trigger: z.string().optional(),
  }),
});
const taskSchema = z.looseObject({ value: z.looseObject({ data: z.unknown() }) });

/** `undefined` if no card of ours sent it. */
export interface Pressed {
  readonly submitted: ReturnType<typeof parseSubmitted>;
  /** A client asked by itself. */
  readonly isAutomatic: boolean;
}

export function pressedIn(activity: IncomingActivity): Pressed {
  if (activity.name === 'adaptiveCard/action') {
    const value = actionSchema.safeParse(activity).data?.value;
    return { submitted: parseSubmitted(value?.action?.data), isAutomatic: value?.trigger === 'automatic' };
  }
  return { submitted: parseSubmitted(taskSchema.safeParse(activity).data?.value.data), isAutomatic: false };
}
