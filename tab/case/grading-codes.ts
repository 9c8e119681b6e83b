import type { Grading } from '../../concerns/terms/grading.ts';

/** As its codes are written: "2 A C A1 S2". */
export const gradingCodes = ({ source, assessment, handling, action, sanitisation }: Grading): string =>
  [source, assessment, handling, action, sanitisation].filter((code) => code !== undefined).join(' ');
