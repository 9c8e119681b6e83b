/** The topics of the guidance, in the order in which they are offered. */
export const guidanceTopics = ['what', 'signs', 'duty', 'ways'] as const;
export type GuidanceTopic = (typeof guidanceTopics)[number];
