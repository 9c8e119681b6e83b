import { z } from 'zod';

const { PATIENCE_SECONDS: seconds } = z.object({ PATIENCE_SECONDS: z.coerce.number().default(90) }).parse(process.env);

/** After how long a test gives up what it waits for, in milliseconds: far more than a machine needs that others keep busy. */
export const testTimeoutMs = seconds * 1_000;
