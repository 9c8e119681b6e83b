/** The parts of the guidance, with what is read in each, in the order in which one leads to the next. */
export const guidanceParts = {
  know: ['what', 'signs', 'scenes', 'colleague', 'own'],
  report: ['duty', 'protects', 'evidence', 'code', 'after'],
  help: ['support', 'ways'],
} as const;

/** The topics that are read, one after the other. */
export const guidanceReading = [...guidanceParts.know, ...guidanceParts.report, ...guidanceParts.help] as const;

/** The topics of the guidance: a list of all of them first. */
export const guidanceTopics = ['contents', ...guidanceReading] as const;
export type GuidanceTopic = (typeof guidanceTopics)[number];
