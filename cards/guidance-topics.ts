/** What the guidance is about, in the order it is offered. */
export const guidanceTopics = ['what', 'signs', 'duty', 'ways'] as const;
export type GuidanceTopic = (typeof guidanceTopics)[number];
